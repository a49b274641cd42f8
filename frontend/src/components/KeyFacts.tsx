import type { ReactNode } from 'react';
import styles from './KeyFacts.module.css';

export interface KeyFact {
  label: ReactNode;
  /** Nothing means the department has published nothing: `missing` says so. */
  value: ReactNode;
  note?: ReactNode;
  /** The one or two facts people come for are set larger. */
  strong?: boolean;
}

/** What one must know at a glance, as a definition list. */
export function KeyFacts({
  facts,
  compact = false,
}: {
  facts: readonly KeyFact[];
  compact?: boolean;
}) {
  return (
    <dl className={compact ? `${styles.facts} ${styles.compact}` : styles.facts}>
      {facts.map((fact, index) => (
        <div key={index} className={fact.strong ? `${styles.fact} ${styles.strong}` : styles.fact}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>
            {fact.value}
            {fact.note && <span className={styles.note}>{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
