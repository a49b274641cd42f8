import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { listConfirmationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { Confirmation } from '@/api/generated';
import { Empty, Loading, LoadMore, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './ConfirmationsPage.module.css';
import { DecideDialog } from './DecideDialog';
import { type Decision, refresh } from './decisions';
import { RequestRow } from './RequestRow';

const BOXES = ['toDecide', 'asked'] as const;
const EVERY = 30_000;

/** What waits for a second person (双人复核): mine to decide, and what I asked for. */
export function ConfirmationsPage() {
  const { t } = useTranslation(['confirmations', 'common']);
  const [parameters] = useSearchParams();
  const box = BOXES.find((each) => each === parameters.get('box')) ?? 'toDecide';
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ request: Confirmation; decision: Decision }>();
  const [done, setDone] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  usePageTitle(t('title'), t('common:site.name'));
  // The row that had the focus is gone.
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  const list = useInfiniteQuery({
    ...listConfirmationsInfiniteOptions({ query: { box, limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    refetchInterval: EVERY,
    staleTime: 0,
  });
  const requests = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <nav aria-label={t('boxes')} className={styles.boxes}>
        {BOXES.map((each) => (
          <Link
            key={each}
            href={each === 'toDecide' ? '/staff/confirmations' : `/staff/confirmations?box=${each}`}
            aria-current={each === box ? 'page' : undefined}
            onClick={() => setDone('')}
          >
            {t(`box.${each}`)}
          </Link>
        ))}
      </nav>
      <p ref={said} role="status" tabIndex={-1} className={done ? styles.said : undefined}>
        {done}
      </p>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && requests.length === 0 && (
        <Empty title={t(`empty.${box}`)}>
          <p>{t(`emptyText.${box}`)}</p>
        </Empty>
      )}
      {requests.length > 0 && (
        <ul role="list" className={styles.list}>
          {requests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              onDecide={(decision) => {
                setDone('');
                setAsked({ request, decision });
              }}
            />
          ))}
        </ul>
      )}
      <LoadMore
        shown={requests.length}
        total={list.data?.pages[0]?.total ?? 0}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {asked && (
        <DecideDialog
          key={asked.request.id + asked.decision}
          {...asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setDone(t(`done.${asked.decision}`));
            setAsked(undefined);
            void refresh(queries);
          }}
        />
      )}
    </div>
  );
}
