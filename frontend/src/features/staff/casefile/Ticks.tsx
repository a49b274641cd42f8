import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Ticks.module.css';

/** Things to tick, with what is wrong where nothing is. */
export function Ticks({
  id,
  legend,
  hint,
  error,
  after,
  children,
}: {
  /** Of the first box too, so that what is wrong leads to it. */
  id: string;
  legend: string;
  hint: string;
  error: string | undefined;
  after?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  return (
    <fieldset className={styles.ticks} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <p className="quiet">{hint}</p>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('form.errorPrefix')}</span>
          {error}
        </p>
      )}
      <ul role="list" className={styles.list}>
        {children}
      </ul>
      {after}
    </fieldset>
  );
}

/** One of them, and what belongs to it once it is ticked. */
export function Tick({
  id,
  checked,
  onTick,
  more,
  children,
}: {
  id: string;
  checked: boolean;
  onTick: (on: boolean) => void;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <label className={styles.tick} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>{children}</span>
      </label>
      {more}
    </li>
  );
}
