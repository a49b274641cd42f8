import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Receipt } from '@/api/generated';
import { Button } from '@/components';
import styles from './Places.module.css';

/** What the applicant is handed: the number and the code that is told once. */
export function IntakeDone({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const { t } = useTranslation('place');
  return (
    <div role="status" className={styles.form}>
      <h2>{t('intake.done')}</h2>
      <p>{t('intake.doneText')}</p>
      <dl>
        <dt>{t('intake.number')}</dt>
        <dd className={styles.code}>{receipt.caseNumber}</dd>
        <dt>{t('intake.code')}</dt>
        <dd className={styles.code}>{receipt.trackingCode}</dd>
      </dl>
      <p>
        <Link href={`/staff/cases/${receipt.caseNumber}`}>{t('intake.toCase')}</Link>
      </p>
      <div>
        <Button look="secondary" onClick={onAnother}>
          {t('intake.another')}
        </Button>
      </div>
    </div>
  );
}
