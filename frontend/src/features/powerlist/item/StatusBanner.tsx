import { useTranslation } from 'react-i18next';
import type { PowerItem } from '@/api/generated';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './StatusBanner.module.css';

/** Says loudly that an item is cancelled or suspended (A13). */
export function StatusBanner({ item }: { item: PowerItem }) {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  if (item.status === 'inForce') return null;
  return (
    <aside className={styles.banner}>
      <p className={styles.title}>
        {t(item.status === 'cancelled' ? 'item.cancelledTitle' : 'item.suspendedTitle')}
      </p>
      <p>
        {item.cancelledOn && (
          <>{t('item.cancelledOn', { date: formatDate(item.cancelledOn, language, 'date') })} </>
        )}
        {item.cleanupRound !== undefined && (
          <>{t('item.cleanupRound', { round: item.cleanupRound })} </>
        )}
        {item.statusReason && <span lang="zh-CN">{item.statusReason} </span>}
        {t('item.cancelledText')}
      </p>
    </aside>
  );
}
