import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { listStaffChangesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Empty, Loading, LoadMore, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Changed } from './Changed';
import styles from './people.module.css';
import { useChangeWords } from './useWords';

/** What administrators changed: who, when, before and after, and from when it counts. */
export function StaffChangesPage() {
  const { t } = useTranslation(['people', 'common']);
  const words = useChangeWords();
  const [parameters] = useSearchParams();
  const subject = parameters.get('subject');
  usePageTitle(t('changes.title'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listStaffChangesInfiniteOptions({ query: { ...(subject && { subject }), limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  const changes = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('changes.title')}</h1>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && changes.length === 0 && <Empty title={t('changes.none')} />}
      {changes.length > 0 && (
        <>
          <ol role="list" className={styles.log}>
            {changes.map((change) => (
              <li key={change.id}>
                <h2>
                  {words.action(change.action)} · {change.subjectName}
                </h2>
                <p className="quiet">
                  <DateTime value={change.at} /> · {change.byName} ({change.by}) ·{' '}
                  {t('preview.from')} <DateTime value={change.effectiveFrom} />
                </p>
                <Changed changes={change.changes} />
              </li>
            ))}
          </ol>
          <LoadMore
            shown={changes.length}
            total={found.data?.pages[0]?.total ?? changes.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
