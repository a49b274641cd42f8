import { useTranslation } from 'react-i18next';
import type { Factors } from '@/api/generated';
import { DateTime } from '@/components';
import styles from './Security.module.css';

/** What happened to the account's ways to sign in: whoever sees something strange here should say so. */
export function RecordSection({ factors }: { factors: Factors }) {
  const { t } = useTranslation('security');
  if (factors.records.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="security-records">
      <h2 id="security-records">{t('records.title')}</h2>
      <ul role="list" className={styles.records}>
        {factors.records.map((record, index) => (
          <li key={factors.records.length - index}>
            <DateTime value={record.occurredAt} />{' '}
            <b>
              {t(`records.event.${record.event}`)}
              {record.byOther && record.actor && t('records.by', { actor: record.actor })}
            </b>
            {record.reason && <span> {t('records.reason', { reason: record.reason })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
