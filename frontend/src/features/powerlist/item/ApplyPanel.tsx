import { useTranslation } from 'react-i18next';
import type { PowerItem } from '@/api/generated';
import { Button, ButtonLink } from '@/components';
import { isAppliedFor } from '../categories';
import styles from './ApplyPanel.module.css';

/** What one can do with the item now. */
export function ApplyPanel({ item }: { item: PowerItem }) {
  const { t } = useTranslation('powerlist');
  const open = item.status === 'inForce' && isAppliedFor(item.category);
  return (
    <div className={`${styles.panel} no-print`}>
      {open ? (
        <div className={styles.apply}>
          <ButtonLink href={`/apply/${encodeURIComponent(item.code)}`} size="large">
            {t('item.apply')}
          </ButtonLink>
          <p className={styles.note}>{t('item.applyNote')}</p>
          <ButtonLink href={`/services/${encodeURIComponent(item.code)}/book`} look="secondary">
            {t('item.book')}
          </ButtonLink>
        </div>
      ) : (
        item.status === 'inForce' && <p className={styles.note}>{t('item.exOfficio')}</p>
      )}
      <Button look="quiet" className={styles.print} onClick={() => window.print()}>
        {t('item.print')}
      </Button>
    </div>
  );
}
