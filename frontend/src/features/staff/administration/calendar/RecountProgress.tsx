import { useTranslation } from 'react-i18next';
import type { Recount } from '@/api/generated';
import { Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './Recounts.module.css';

/** What one is called: by the year that was changed. */
export function useRecountTitle() {
  const { t } = useTranslation('administration');
  return ({ cause, year }: Recount) =>
    cause === 'edited' ? t('calendar.recount.edited', { year }) : t('calendar.recount.release');
}

/** Who changed the calendar and when, how far the count has come, and what it moved. */
export function RecountProgress({ recount }: { recount: Recount }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const title = useRecountTitle()(recount);
  const at = formatDate(recount.requestedAt, language);
  const name =
    language === 'en' ? (recount.requestedByEn ?? recount.requestedBy) : recount.requestedBy;
  const seconds =
    recount.startedAt && recount.finishedAt
      ? Math.round((Date.parse(recount.finishedAt) - Date.parse(recount.startedAt)) / 1000)
      : undefined;
  return (
    <>
      <p className="quiet small">
        {name ? t('calendar.recount.by', { name, at }) : t('calendar.recount.at', { at })}
        {seconds !== undefined && seconds >= 0 && ` · ${t('calendar.recount.took', { seconds })}`}
      </p>
      {recount.state !== 'done' && (
        <progress
          className={styles.progress}
          aria-label={t('calendar.recount.progressLabel', { title })}
          value={recount.done}
          max={Math.max(1, recount.total)}
        />
      )}
      <p className="figures">
        {t('calendar.recount.progress', { done: recount.done, total: recount.total })}
        {' · '}
        {t('calendar.recount.counts', {
          later: recount.later,
          earlier: recount.earlier,
          nowLate: recount.nowLate,
        })}
      </p>
    </>
  );
}

export function RecountState({ recount }: { recount: Recount }) {
  const { t } = useTranslation('administration');
  return (
    <Tag tone={recount.state === 'done' ? 'good' : 'sun'}>
      {t(`calendar.recount.state.${recount.state}`)}
    </Tag>
  );
}
