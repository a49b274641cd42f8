import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '@/api/generated';
import { Bilingual, StateBadge, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { dueIn } from '@/lib/due';
import { formatDate } from '@/lib/format';
import list from '../List.module.css';
import styles from './TaskRow.module.css';

/** When, in the words of an office, with the day. */
function Due({ summary, now }: { summary: CaseSummary; now: number }) {
  const { t } = useTranslation('console');
  const language = useLanguage();
  const due = dueIn(summary, now);
  const words =
    due.kind === 'late'
      ? due.days === 0
        ? t('due.lateToday')
        : t('due.late', { count: due.days })
      : due.kind === 'in'
        ? t('due.in', { count: due.workingDays })
        : t(`due.${due.kind}`);
  return (
    <div className={styles.due}>
      <span className={styles.span}>{words}</span>
      {summary.dueAt && due.kind !== 'none' && (
        <time dateTime={summary.dueAt}>{formatDate(summary.dueAt, language, 'monthDay')}</time>
      )}
    </div>
  );
}

/** What the case waits for: of this reader where it is theirs, else of whoever has it. */
function Asked({ summary, mine }: { summary: CaseSummary; mine: boolean }) {
  const { t } = useTranslation('console');
  const english = useLanguage() === 'en';
  const step = english ? (summary.stepNameEn ?? summary.stepName) : summary.stepName;
  const open = ['submitted', 'inProgress'].includes(summary.state);
  return (
    <div className={styles.asked}>
      <span>
        {open
          ? t(mine ? `asked.${summary.state as 'submitted' | 'inProgress'}` : 'asked.at', { step })
          : summary.state === 'paused' || summary.state === 'inCorrection'
            ? t(`asked.${summary.state}`)
            : step}
      </span>
      {!open && <StateBadge state={summary.state} />}
    </div>
  );
}

/** When it is due comes first; then what it is, whose, and what is asked of the reader. */
export function TaskRow({
  summary,
  mine,
  now,
  level = 'h3',
}: {
  summary: CaseSummary;
  mine: boolean;
  now: number;
  level?: 'h2' | 'h3';
}) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const Heading = level;
  const stepDue = summary.stepDueAt;
  const stepLate = stepDue !== undefined && Date.parse(stepDue) < now;
  return (
    <li className={`${list.row} ${styles.row}`} data-span={summary.dueSpan}>
      <Due summary={summary} now={now} />
      <div className={styles.what}>
        <Heading className={list.item}>
          <Link href={`/staff/cases/${summary.caseNumber}`} data-row>
            <Bilingual chinese={summary.itemName} english={summary.itemNameEn} />
          </Link>
        </Heading>
        <p className={list.meta}>
          {summary.applicantMasked && (
            <span className={styles.applicant} lang="zh-CN">
              {summary.applicantMasked}
            </span>
          )}
          <span>{summary.caseNumber}</span>
          {summary.green && <Tag tone="good">{t('tasks.green')}</Tag>}
          {stepDue && stepDue !== summary.dueAt && (
            <span className={stepLate ? styles.stepLate : undefined}>
              {t('tasks.stepDue', { at: formatDate(stepDue, language, 'monthDay') })}
            </span>
          )}
        </p>
      </div>
      <Asked summary={summary} mine={mine} />
    </li>
  );
}
