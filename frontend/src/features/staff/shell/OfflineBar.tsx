import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './OfflineBar.module.css';

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** Says so while the network is gone; what is written stays. */
export function OfflineBar() {
  const { t } = useTranslation('console');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={`${styles.place} no-print`}>
      {!online && <p className={styles.bar}>{t('shell.offline')}</p>}
    </div>
  );
}
