import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { usePageTitle } from '@/lib/title';
import { BillList } from './BillList';
import styles from './Charges.module.css';
import { DayView } from './DayView';

/** The bills of one's own unit, and each day's payments against the gateway's. */
export function ChargesPage() {
  const { t } = useTranslation(['charge', 'common']);
  const [parameters] = useSearchParams();
  const day = parameters.has('day');
  usePageTitle(t('desk.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('desk.title')}</h1>
      <p className="lead">{t('desk.lead')}</p>
      <nav aria-label={t('desk.views')} className={styles.views}>
        <Link href="/staff/charges" aria-current={day ? undefined : 'page'}>
          {t('desk.bills')}
        </Link>
        <Link href="/staff/charges?day=" aria-current={day ? 'page' : undefined}>
          {t('desk.day')}
        </Link>
      </nav>
      {day ? <DayView /> : <BillList />}
    </div>
  );
}
