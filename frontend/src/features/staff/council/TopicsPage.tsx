import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CouncilTopic } from '@/api/generated';
import { listDeskCouncilTopicsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, type Column, DateTime, Name, Tag } from '@/components';
import { TopicStateTag } from '@/components/council';
import { usePageTitle } from '@/lib/title';
import { MattersPage, useShown } from '../matters/MattersPage';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

const SHOWN = ['open', 'overdue', 'all'] as const;

export const topicPath = (number: string) => `/staff/council/topics/${encodeURIComponent(number)}`;

function useColumns(): Column<CouncilTopic>[] {
  const { t } = useTranslation('council');
  return [
    {
      key: 'number',
      header: t('desk.number'),
      rowHeader: true,
      cell: (row) => (
        <Link href={topicPath(row.number)} data-row="">
          {row.number}
        </Link>
      ),
    },
    { key: 'title', header: t('desk.what'), cell: (row) => <span lang="zh-CN">{row.title}</span> },
    { key: 'kind', header: t('desk.kind'), cell: (row) => t(`topicKind.${row.kind}`) },
    {
      key: 'state',
      header: t('desk.state'),
      cell: (row) => (
        <>
          <TopicStateTag state={row.state} late={row.late} />
          {row.waiting > 0 && row.state !== 'pending' && (
            <Tag tone="warn">{t('desk.waiting', { count: row.waiting })}</Tag>
          )}
        </>
      ),
    },
    {
      key: 'due',
      header: t('desk.due'),
      cell: (row) => row.dueAt && <DateTime value={row.dueAt} as="date" />,
    },
    {
      key: 'department',
      header: t('desk.department'),
      cell: (row) => row.department && <Name of={row.department} />,
    },
    {
      key: 'author',
      header: t('desk.author'),
      cell: (row) => <span lang="zh-CN">{row.author.name}</span>,
    },
  ];
}

/** What members wrote, what is due first. */
export function TopicsPage() {
  const { t } = useTranslation(['council', 'common']);
  const account = useAccount();
  const shown = useShown(SHOWN);
  const found = useQuery({
    ...listDeskCouncilTopicsOptions({ query: shown === 'all' ? {} : { [shown]: true } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('desk.title'), t('common:site.name'));
  const seesAll = mayAny(account, ['council.keep']) || account.roles.includes('supervisor');
  return (
    <MattersPage
      texts={{
        title: t('desk.title'),
        lead: t('desk.lead'),
        shown: t('desk.shown'),
        part: (part) => t(`shown.${part}`),
        count: (count) => t('desk.count', { count }),
        none: t('desk.none'),
      }}
      ways={
        seesAll && (
          <>
            <ButtonLink look="secondary" href="/staff/council/members">
              {t('members.title')}
            </ButtonLink>
            <ButtonLink look="secondary" href="/staff/council/documents">
              {t('papers.title')}
            </ButtonLink>
          </>
        )
      }
      parts={SHOWN}
      shown={shown}
      found={found}
      columns={useColumns()}
    />
  );
}
