import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ErrorSummary.module.css';

export interface SummaryError {
  /** id of the control the error belongs to; none when it belongs to the whole form */
  fieldId?: string | undefined;
  text: string;
}

/**
 * What is wrong with the form, above it, each line leading to its field. Takes the focus when it
 * appears and whenever `attempt` changes, so that a second failed press is noticed too.
 */
export function ErrorSummary({
  errors,
  title,
  attempt = 0,
}: {
  errors: readonly SummaryError[];
  title?: string;
  attempt?: number;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {title ?? t('form.errorTitle')}
      </h2>
      <ul role="list" className={styles.list}>
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''}${error.text}`}>
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                onClick={(event) => {
                  const field = document.getElementById(error.fieldId ?? '');
                  if (!field) return;
                  event.preventDefault();
                  field.scrollIntoView({ block: 'center' });
                  field.focus();
                }}
              >
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
