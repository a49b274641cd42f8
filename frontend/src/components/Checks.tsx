import type { ReactNode } from 'react';
import styles from './Checks.module.css';

/** Any of a few: boxes with large targets under a legend. */
export function Checks<Value extends string>({
  legend,
  choices,
  values,
  onChange,
}: {
  legend: ReactNode;
  choices: readonly { value: Value; label: ReactNode }[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}) {
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
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
