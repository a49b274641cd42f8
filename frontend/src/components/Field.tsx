import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';

interface Surroundings {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** How much room the answer needs; a short box says a short answer is expected. */
  width?: 'full' | 'medium' | 'short';
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  className: string;
}

/** Label, hint and error around one control, wired together for screen readers. */
export function Field({
  id: givenId,
  label,
  hint,
  error,
  optional = false,
  width = 'full',
  children,
}: Surroundings & { id?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const { t } = useTranslation();
  const fallbackId = useId();
  const id = givenId ?? fallbackId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}>{t('form.optional')}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('form.errorPrefix')}</span>
          {error}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        className: [styles.control, styles[width]].join(' '),
      })}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  optional,
  width,
  id,
  ...input
}: Surroundings & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, optional, width, id }}>
      {(wiring) => <input type="text" {...input} {...wiring} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  width,
  id,
  ...input
}: Surroundings & React.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, optional, width, id }}>
      {(wiring) => <textarea rows={4} {...input} {...wiring} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  width,
  id,
  children,
  ...select
}: Surroundings & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, optional, width, id }}>
      {(wiring) => (
        <select {...select} {...wiring}>
          {children}
        </select>
      )}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
}

/** One of a few: radio buttons with large targets under a legend. */
export function Choices<Value extends string>({
  id: givenId,
  name,
  legend,
  hint,
  error,
  choices,
  value,
  onChange,
}: {
  id?: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}) {
  const { t } = useTranslation();
  const fallbackId = useId();
  const id = givenId ?? fallbackId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? `${styles.field} ${styles.wrong}` : styles.field}
      aria-describedby={described || undefined}
    >
      <legend className={styles.label}>{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('form.errorPrefix')}</span>
          {error}
        </p>
      )}
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.choice}>
            <input
              // The error summary leads to the first choice.
              id={index === 0 ? id : `${id}-${index}`}
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span className={styles.choiceHint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
