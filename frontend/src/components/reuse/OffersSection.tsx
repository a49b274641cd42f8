import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components';
import styles from './Reuse.module.css';

/** What the city has already, and one press for all of it. */
export function OffersSection({
  id,
  anythingLeft,
  onAll,
  children,
}: {
  id: string;
  anythingLeft: boolean;
  onAll: () => void;
  /** A row for each thing. */
  children: ReactNode;
}) {
  const { t } = useTranslation('casework');
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{t('reuse.title')}</h2>
        {anythingLeft ? (
          <Button onClick={onAll}>{t('reuse.all')}</Button>
        ) : (
          <p role="status">{t('reuse.done')}</p>
        )}
      </div>
      <p className="quiet">{t('reuse.hint')}</p>
      <ul role="list">{children}</ul>
    </section>
  );
}
