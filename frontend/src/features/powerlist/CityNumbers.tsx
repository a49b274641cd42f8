import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getBoardSummaryOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime } from '@/components';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/lib/format';
import styles from './CityNumbers.module.css';

function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <span className={`figures ${styles.value}`}>{value}</span>
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

/** The city in four figures; the rate never without its denominator. */
export function CityNumbers() {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  const { data } = useQuery({ ...getBoardSummaryOptions(), refetchInterval: 30_000 });
  const number = (value: number | undefined) =>
    value === undefined ? '–' : formatNumber(value, language);
  const closed = data?.closedLast30Days ?? 0;
  const onTime = data?.closedOnTimeLast30Days ?? 0;
  return (
    <section className={styles.band} aria-label={t('home.numbers')}>
      <dl className={`wrap ${styles.figures}`}>
        <Figure label={t('home.submittedToday')} value={number(data?.submittedToday)} />
        <Figure label={t('home.closedToday')} value={number(data?.closedToday)} />
        <Figure label={t('home.inProgress')} value={number(data?.inProgress)} />
        <Figure
          label={t('home.onTime')}
          // Rounded down: 100 % is said only when every case was in time.
          value={closed ? `${Math.floor((onTime / closed) * 1000) / 10}%` : '–'}
          note={
            closed
              ? t('home.onTimeNote', { onTime: number(onTime), closed: number(closed) })
              : undefined
          }
        />
      </dl>
      <p className={`wrap ${styles.more}`}>
        <Link href="/numbers">{t('home.moreNumbers')}</Link>
        {data && (
          <span className="visually-hidden">
            {t('home.asOf', { at: '' })}
            <DateTime value={data.asOf} />
          </span>
        )}
      </p>
    </section>
  );
}
