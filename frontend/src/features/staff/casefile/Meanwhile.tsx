import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/api/generated';
import { useProblemTexts } from '@/components';
import { History } from '@/components/case';
import type { ProblemDetail } from '@/lib/problem';
import styles from './CasePage.module.css';

/** What somebody else did to the case while this reader looked at it. */
export function Meanwhile({
  entries,
  problem,
  kept,
  stepText,
  onSeen,
}: {
  entries: readonly HistoryEntry[];
  problem: ProblemDetail | undefined;
  /** What the reader had written and could not send. */
  kept: string;
  stepText: (id: string) => string | undefined;
  onSeen: () => void;
}) {
  const { t } = useTranslation(['staff', 'casework', 'console']);
  const texts = useProblemTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={styles.meanwhile} role="alert">
      <h2>{t(problem ? 'meanwhile.refused' : 'meanwhile.title')}</h2>
      {problem && <p>{texts(problem).detail ?? texts(problem).title}</p>}
      {entries.length > 0 && (
        <>
          <p>{t('meanwhile.what')}</p>
          <History entries={entries} stepName={stepText} />
        </>
      )}
      {kept && (
        <>
          <p>{t('console:draft.kept')}</p>
          <blockquote className={styles.subject}>{kept}</blockquote>
        </>
      )}
      <button type="button" onClick={onSeen}>
        {t('meanwhile.seen')}
      </button>
    </div>
  );
}
