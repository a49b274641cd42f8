import type { ReactNode } from 'react';
import styles from './Steps.module.css';

export interface StepView {
  number: number;
  /** What was done, and what came with it. */
  what: ReactNode;
  /** When, and by whom. */
  when: ReactNode;
  /** What was said, in the language it was said in. */
  words?: ReactNode;
}

/** What has happened to something, one under the other, from its beginning on. */
export function Steps({ steps }: { steps: readonly StepView[] }) {
  return (
    <ol role="list" className={styles.steps}>
      {steps.map((step) => (
        <li key={step.number} className={styles.step}>
          <p>{step.what}</p>
          <p className="quiet">{step.when}</p>
          {step.words && (
            <p className={styles.words} lang="zh-CN">
              {step.words}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
