import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime } from '@/components/Values';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './History.module.css';
import type { HistoryView } from './types';

/** What turned the whole case: the green channel, a decision of review, another version of its flow. */
function Turn({ entry, english }: { entry: HistoryView; english: boolean }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  const { green, review, move } = entry;
  return (
    <>
      {green && (
        <p className={styles.by}>
          {t('history.green', { name: english ? green.nameEn : green.name })}{' '}
          <Bilingual chinese={green.basis} />
        </p>
      )}
      {review && (
        <>
          <p className={styles.by}>
            <Bilingual chinese={`${review.authority} ${review.documentNumber}`} />
            {' · '}
            <DateTime value={review.decidedOn} as="date" />
          </p>
          <p className={styles.by}>
            {t(review.former === 'withdrawn' ? 'history.formerWithdrawn' : 'history.formerKept')}
            {' · '}
            {t('history.clockFrom', { on: formatDate(review.clockFrom, language, 'date') })}
          </p>
        </>
      )}
      {move && (
        <p className={styles.by}>
          {t('history.move', { from: move.fromVersion, to: move.toVersion })}
        </p>
      )}
    </>
  );
}

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
              {entry.riskConfirmed && <p className={styles.by}>{t('history.riskConfirmed')}</p>}
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
              <Turn entry={entry} english={english} />
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
