import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Checks.module.css';

/** Any of a few: boxes with large targets under a legend. */
export function Checks<Value extends string>({
  id: givenId,
  legend,
  hint,
  error,
  choices,
  values,
  onChange,
}: {
  id?: string | undefined;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** What is fixed stays as it is. */
  choices: readonly { value: Value; label: ReactNode; fixed?: boolean }[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}) {
  const { t } = useTranslation();
  const fallbackId = useId();
  const id = givenId ?? fallbackId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.checks} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('form.errorPrefix')}</span>
          {error}
        </p>
      )}
      {choices.map(({ value, label, fixed }, index) => (
        <label key={value}>
          <input
            // The error summary leads to the first choice.
            id={index === 0 ? id : `${id}-${index}`}
            type="checkbox"
            disabled={fixed}
            checked={values.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...values, value] : values.filter((one) => one !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
