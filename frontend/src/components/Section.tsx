import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A part of a page: its heading beside it on wide screens, above it on narrow ones. */
export function Section({
  id,
  title,
  wide = false,
  children,
}: {
  id: string;
  title: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      className={wide ? `${styles.section} ${styles.wide}` : styles.section}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}
