import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FileContest, WorkFigureName } from '@/api/generated';
import { Button, DateTime, Name } from '@/components';
import { StandingTag, StateTag } from './words';
import styles from './Attendance.module.css';

/** What was contested, in words: a day, or a case in a figure. */
export function useLineText(): (contest: Pick<FileContest, 'kind' | 'line'>) => string {
  const { t } = useTranslation('attendance');
  return ({ kind, line }) => {
    if (kind === 'day') return t('contest.day', { day: line });
    const [figure, number] = line.split('/');
    return t('contest.work', { figure: t(`figure.${figure as WorkFigureName}`), number });
  };
}

/** Contests with what was said and answered. */
export function ContestList({
  contests,
  named = false,
  onAnswer,
}: {
  contests: FileContest[];
  /** Whether it says whose they are. */
  named?: boolean;
  onAnswer?: (contest: FileContest) => void;
}) {
  const { t } = useTranslation('attendance');
  const lineText = useLineText();
  return (
    <ul className={styles.list}>
      {contests.map((contest) => (
        <li key={contest.id} className={styles.entry}>
          <div className={styles.line}>
            <strong>{lineText(contest)}</strong>
            <StandingTag standing={contest.standing} />
          </div>
          {named && (
            <div className={styles.line}>
              <Link href={`/staff/cards/people/${encodeURIComponent(contest.person.account)}`}>
                <Name of={contest.person} />
              </Link>
              {contest.department && <Name of={contest.department} />}
            </div>
          )}
          {contest.words && <p>{contest.words}</p>}
          <p className="quiet">
            <DateTime value={contest.raisedAt} />
          </p>
          {contest.answeredBy && contest.answeredAt && (
            <p>
              {t('contest.answered')} <Name of={contest.answeredBy} />{' '}
              <DateTime value={contest.answeredAt} />
              {contest.reason && t('contest.because', { reason: contest.reason })}{' '}
              {contest.correctedTo && <StateTag state={contest.correctedTo} />}
            </p>
          )}
          {onAnswer && contest.standing === 'open' && (
            <div>
              <Button onClick={() => onAnswer(contest)}>{t('contest.answer')}</Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
