import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './States.module.css';

/** Grey lines where text will be; says so once to screen readers. */
export function Loading({ lines = 4, label }: { lines?: number; label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label ?? t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing here, and what one can do about it. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}

/** 部门尚未公布: an honest line instead of a hole. */
export function NotPublished() {
  const { t } = useTranslation();
  return <span className={styles.notPublished}>{t('notPublished')}</span>;
}

/** A button for what comes after what a list shows, where there is more. */
export function More({
  of,
}: {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const { t } = useTranslation();
  return of.hasNextPage ? (
    <p>
      <Button look="secondary" busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {t('pagination.more')}
      </Button>
    </p>
  ) : null;
}

/** How many of how many are shown, and a button for more. */
export function LoadMore({
  shown,
  total,
  hasMore,
  loading,
  onMore,
}: {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.more}>
      <p className="quiet" role="status">
        {t('pagination.shown', { shown, total })}
      </p>
      {hasMore && (
        <Button look="secondary" busy={loading} onClick={onMore}>
          {loading ? t('loading') : t('pagination.more')}
        </Button>
      )}
    </div>
  );
}
