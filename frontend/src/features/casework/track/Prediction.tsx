import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TrackedCase } from '@/api/generated';
import { getCasePredictionOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './Tracked.module.css';

/** It is counted anew a moment after something has happened to the case. */
const EVERY = 10_000;

/** By when the case will probably be closed, beside the deadline and never in its place. */
export function Prediction({ tracked }: { tracked: TrackedCase }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  const { data } = useQuery({
    ...getCasePredictionOptions({ path: { caseNumber: tracked.caseNumber } }),
    staleTime: 0,
    refetchInterval: EVERY,
    retry: false,
  });
  if (data?.state === 'paused' || data?.state === 'inCorrection') {
    const waits = tracked.originals ? 'originals' : data.state;
    return <p className={styles.who}>{t(`track.prediction.${waits}`)}</p>;
  }
  if (data?.state !== 'predicted' || !data.date) return null;
  return (
    <div className={styles.prediction}>
      <p className={styles.likely}>
        {t('track.prediction.likely', {
          date: formatDate(data.date, language, 'date'),
          probability: data.probability,
        })}
      </p>
      <p className="small quiet">
        {t('track.prediction.basis', { count: data.cases ?? 0 })}{' '}
        <Link href="/predictions">{t('track.prediction.howGood')}</Link>
      </p>
    </div>
  );
}
