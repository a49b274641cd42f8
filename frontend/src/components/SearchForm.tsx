import type { ReactNode } from 'react';
import { Button } from './Button';
import { TextField } from './Field';
import styles from './SearchForm.module.css';

/** Words that a list is searched by, with what else it may be narrowed to. */
export function SearchForm({
  q,
  onFind,
  label,
  find,
  maxLength,
  children,
}: {
  /** What is searched for as it is shown; empty for nothing. */
  q: string;
  onFind: (q: string) => void;
  label: string;
  find: string;
  maxLength: number;
  children?: ReactNode;
}) {
  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(String(new FormData(event.currentTarget).get('q') ?? '').trim());
      }}
    >
      <TextField
        key={q}
        name="q"
        type="search"
        label={label}
        defaultValue={q}
        maxLength={maxLength}
      />
      {children}
      <Button type="submit">{find}</Button>
    </form>
  );
}
