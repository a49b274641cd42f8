import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '@/api/generated';
import { Bilingual, StateBadge } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './TaskRow.module.css';

/** When it is due comes first; then what it is and where it stands. */
export function TaskRow({ summary }: { summary: CaseSummary }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const due = summary.dueAt;
  const stepDue = summary.stepDueAt;
  return (
    <li className={styles.row} data-span={summary.dueSpan}>
      <div className={styles.due}>
        <span className={styles.span}>{t(`tasks.span.${summary.dueSpan}`)}</span>
        {due && <time dateTime={due}>{formatDate(due, language, 'monthDay')}</time>}
      </div>
      <div className={styles.what}>
        <h2 className={styles.item}>
          <Link href={`/staff/cases/${summary.caseNumber}`}>
            <Bilingual chinese={summary.itemName} english={summary.itemNameEn} />
          </Link>
        </h2>
        <p className={styles.meta}>
          <span>{summary.caseNumber}</span>
          {summary.applicantMasked && <span lang="zh-CN">{summary.applicantMasked}</span>}
          <span>
            {t('tasks.submitted', { at: formatDate(summary.submittedAt, language, 'monthDay') })}
          </span>
          {stepDue && stepDue !== due && (
            <span>{t('tasks.stepDue', { at: formatDate(stepDue, language, 'monthDay') })}</span>
          )}
        </p>
      </div>
      <div className={styles.where}>
        <span>
          <Bilingual chinese={summary.stepName} english={summary.stepNameEn} />
        </span>
        <StateBadge state={summary.state} />
      </div>
    </li>
  );
}
