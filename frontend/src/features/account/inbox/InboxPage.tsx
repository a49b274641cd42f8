import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type InboxNotice, markInboxRead } from '@/api/generated';
import { listInboxInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Empty, Loading, More, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Inbox.module.css';

function Row({ notice }: { notice: InboxNotice }) {
  const { t } = useTranslation('account');
  return (
    <li data-unread={notice.unread || undefined}>
      <p className={styles.meta}>
        {notice.unread && <strong className={styles.new}>{t('inbox.new')}</strong>}
        <DateTime value={notice.createdAt} />
      </p>
      <p>
        <Bilingual chinese={notice.text} english={notice.textEn} />
      </p>
      <p>
        <Link href={`/account/cases/${notice.caseNumber}`}>
          {t('inbox.toCase')}
          <span className="visually-hidden"> {notice.caseNumber}</span>
        </Link>
      </p>
    </li>
  );
}

/** 站内消息: what I was told, the latest first. It stays unread until I say that I have read it. */
export function InboxPage() {
  const { t } = useTranslation(['account', 'common']);
  const queries = useQueryClient();
  const inbox = useInfiniteQuery({
    ...listInboxInfiniteOptions({ query: { limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  usePageTitle(t('inbox.title'), t('common:site.name'));
  const first = inbox.data?.pages[0];
  const notices = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const read = useMutation({
    mutationFn: async (asOf: string) => {
      await markInboxRead({ body: { asOf }, throwOnError: true });
    },
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          typeof key === 'object' && key !== null && '_id' in key && key._id === 'listInbox',
      }),
  });
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.head}>
        <h1>{t('inbox.title')}</h1>
        {first && first.unread > 0 && (
          <Button look="secondary" busy={read.isPending} onClick={() => read.mutate(first.asOf)}>
            {t('inbox.read')}
          </Button>
        )}
      </div>
      <p role="status" className="lead">
        {first &&
          (first.unread > 0 ? t('inbox.unread', { count: first.unread }) : t('inbox.allRead'))}
      </p>
      {inbox.error && (
        <Problem problem={toProblem(inbox.error)} onRetry={() => void inbox.refetch()} />
      )}
      {read.error && <Problem problem={toProblem(read.error)} />}
      {inbox.isPending && <Loading lines={8} />}
      {first && notices.length === 0 && (
        <Empty title={t('inbox.none')}>
          <p>{t('inbox.noneText')}</p>
        </Empty>
      )}
      {notices.length > 0 && (
        <ol role="list" className={styles.list}>
          {notices.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ol>
      )}
      <More of={inbox} />
      <p>
        <Link href="/account/profile#notice-choice">{t('inbox.choose')}</Link>
      </p>
    </div>
  );
}
