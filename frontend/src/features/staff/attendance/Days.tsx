import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceLine } from '@/api/generated';
import { Button, DateTime, Empty } from '@/components';
import { ContestDialog } from './ContestDialog';
import { isAdverse, Signs, StandingTag, StateTag, TakeOver } from './words';
import styles from './Attendance.module.css';

/** Days one below the other, the latest first; rest days without anything to tell are left out. */
export function Days({
  days,
  onContested,
}: {
  days: AttendanceLine[];
  /** Given where they are the reader's own. */
  onContested?: () => void;
}) {
  const { t } = useTranslation('attendance');
  const [contested, setContested] = useState<string>();
  const shown = days.filter(
    (line) => line.state !== 'free' || line.signs.length > 0 || line.stoodInFor.length > 0,
  );
  if (shown.length === 0) return <Empty title={t('noDays')} />;
  return (
    <>
      <ul className={styles.list}>
        {shown.map((line) => {
          const open = line.contests.some((contest) => contest.standing === 'open');
          return (
            <li key={line.day} className={styles.entry}>
              <div className={styles.line}>
                <strong>
                  <DateTime value={line.day} as="date" />
                </strong>
                <StateTag state={line.state} />
                {line.contests.map((contest) => (
                  <StandingTag key={contest.id} standing={contest.standing} />
                ))}
              </div>
              <div className={`${styles.line} quiet`}>
                <Signs line={line} />
                <TakeOver line={line} />
                {line.was && <span>{t('was', { state: t(`state.${line.was}`) })}</span>}
              </div>
              {onContested && isAdverse(line.state) && !open && (
                <div>
                  <Button look="secondary" onClick={() => setContested(line.day)}>
                    {t('contest.act')}
                    <span className="visually-hidden"> {line.day}</span>
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {contested && onContested && (
        <ContestDialog
          kind="day"
          line={contested}
          about={contested}
          onDone={() => {
            setContested(undefined);
            onContested();
          }}
          onClose={() => setContested(undefined)}
        />
      )}
    </>
  );
}
