import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORK_PROBLEM, type ProblemDetail } from '@/lib/problem';
import { Button } from './Button';
import styles from './Problem.module.css';

/** Title and text of a problem; problems of our own making bring none and get them here. */
export function useProblemTexts(): (problem: ProblemDetail) => { title: string; detail?: string } {
  const { t } = useTranslation();
  return (problem) => {
    if (problem.title) {
      return problem.detail && problem.detail !== problem.title
        ? { title: problem.title, detail: problem.detail }
        : { title: problem.title };
    }
    const kind = problem.type === NETWORK_PROBLEM ? 'network' : 'unreadable';
    return { title: t(`problem.${kind}.title`), detail: t(`problem.${kind}.detail`) };
  };
}

/** Something went wrong, said plainly, with a way on. */
export function Problem({
  problem,
  onRetry,
  fieldId,
  children,
}: {
  problem: ProblemDetail;
  onRetry?: (() => void) | undefined;
  /** Finds the control a field error belongs to, from its JSON pointer. */
  fieldId?: (pointer: string) => string | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const texts = useProblemTexts()(problem);
  return (
    <div className={styles.problem} role="alert">
      <h2 className={styles.title}>{texts.title}</h2>
      {texts.detail && <p>{texts.detail}</p>}
      {problem.errors && problem.errors.length > 0 && (
        <ul className={styles.errors}>
          {problem.errors.map((error) => {
            const target = error.pointer ? fieldId?.(error.pointer) : undefined;
            return (
              <li key={`${error.pointer}${error.detail}`}>
                {target ? <a href={`#${target}`}>{error.detail}</a> : error.detail}
              </li>
            );
          })}
        </ul>
      )}
      {children}
      {onRetry && (
        <Button look="secondary" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}
