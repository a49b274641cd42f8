import { useTranslation } from 'react-i18next';
import { DateTime } from '@/components/Values';
import styles from './History.module.css';
import type { HistoryView } from './types';

/** What has happened to a case, newest first. What staff wrote stays in the language they wrote it. */
export function History({
  entries,
  stepName,
}: {
  entries: readonly HistoryView[];
  stepName: (stepId: string) => string | undefined;
}) {
  const { t, i18n } = useTranslation('casework');
  const english = i18n.language === 'en';
  return (
    <ol role="list" className={styles.history}>
      {[...entries].reverse().map((entry, index) => {
        const to = entry.toStepId && stepName(entry.toStepId);
        const by = english ? (entry.byEn ?? entry.by) : entry.by;
        const missed = english ? (entry.actingForEn ?? entry.actingFor) : entry.actingFor;
        const second = english ? (entry.confirmedByEn ?? entry.confirmedBy) : entry.confirmedBy;
        return (
          <li key={entries.length - index} className={styles.entry}>
            <span className={styles.at}>
              <DateTime value={entry.at} />
            </span>
            <div className={styles.what}>
              <p>
                <b>{t(`history.kind.${entry.kind}`)}</b>
                {to && <span className={styles.to}>{t('history.to', { step: to })}</span>}
              </p>
              {by && <p className={styles.by}>{by}</p>}
              {missed && <p className={styles.by}>{t('history.actingFor', { name: missed })}</p>}
              {entry.authorisation && (
                <p className={styles.by}>
                  {t('history.authorisation', { number: entry.authorisation })}
                </p>
              )}
              {second && <p className={styles.by}>{t('history.confirmedBy', { by: second })}</p>}
              {entry.extendedBy !== undefined && (
                <p className={styles.by}>{t('history.extendedBy', { days: entry.extendedBy })}</p>
              )}
              {entry.undone && entry.undone.length > 0 && (
                <p className={styles.by}>
                  {t('history.undone', {
                    steps: entry.undone.map((id) => stepName(id) ?? id).join(english ? ', ' : '、'),
                  })}
                </p>
              )}
              {entry.reason && (
                <p className={styles.reason} lang="zh-CN">
                  {entry.reason}
                </p>
              )}
              {entry.missing && entry.missing.length > 0 && (
                <ul className={styles.missing} lang="zh-CN">
                  {entry.missing.map((missing) => (
                    <li key={missing.what}>{missing.what}</li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
