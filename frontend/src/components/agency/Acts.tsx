import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime } from '../Values';
import type { AgentTaskName } from './types';
import styles from './Acts.module.css';

interface Act {
  at: string;
  task: AgentTaskName;
  caseNumber?: string | undefined;
  itemName?: string | undefined;
  itemNameEn?: string | undefined;
  appointment?: string | undefined;
}

/** What an agent did, one by one. */
export function Acts({
  acts,
  link,
}: {
  acts: readonly Act[];
  /** Leads to the case an act was done in. */
  link?: (caseNumber: string, children: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('agency');
  if (acts.length === 0) return <p className="quiet">{t('acts.none')}</p>;
  return (
    <ol role="list" className={styles.acts}>
      {acts.map((act) => {
        const name = act.itemName && (
          <>
            <Bilingual chinese={act.itemName} english={act.itemNameEn} /> {act.caseNumber}
          </>
        );
        return (
          <li key={`${act.at}/${act.task}`}>
            <span className={styles.at}>
              <DateTime value={act.at} />
            </span>
            <span>
              {t(`done.${act.task}`)} {link && act.caseNumber ? link(act.caseNumber, name) : name}
              {act.appointment}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
