import { useTranslation } from 'react-i18next';
import { DateTime } from '@/components/Values';
import type { DeadlineView } from '@/lib/deadline';
import { remaining } from '@/lib/deadline';
import { formatLimitUnit } from '@/lib/format';
import styles from './DaysLeft.module.css';

/** How much time is left, as large as it matters, and by when. */
export function DaysLeft({ deadline, now }: { deadline: DeadlineView; now: number }) {
  const { t, i18n } = useTranslation('casework');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const left = remaining(deadline, now);
  if (left.kind === 'stopped') {
    return (
      <p className={styles.clock} data-kind={left.late ? 'overdue' : 'stopped'}>
        <span className={styles.words}>
          {t(left.late ? 'clock.endedLate' : 'clock.endedInTime')}
        </span>
        {deadline.stoppedAt && (
          <span className={styles.due}>
            <DateTime value={deadline.stoppedAt} />
          </span>
        )}
      </p>
    );
  }
  const unit = formatLimitUnit({ amount: left.amount, unit: left.unit }, language);
  const today = left.kind === 'left' && left.amount === 0 && left.unit !== 'hours';
  return (
    <p className={styles.clock} data-kind={today ? 'today' : left.kind}>
      {today ? (
        <span className={styles.words}>{t('clock.today')}</span>
      ) : (
        <>
          <span className={styles.label}>{t(`clock.${left.kind}`)}</span>
          <span className={styles.figure}>
            <b>{left.amount}</b> {unit}
          </span>
        </>
      )}
      {deadline.dueDate && (
        <span className={styles.due}>
          {t('clock.due')}{' '}
          {left.unit === 'hours' && deadline.dueAt ? (
            <DateTime value={deadline.dueAt} />
          ) : (
            <DateTime value={deadline.dueDate} as="dateWeekday" />
          )}
        </span>
      )}
    </p>
  );
}
