import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskInfoRequest } from '@/api/generated';
import { listDeskInfoRequestsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, type Column, DateTime, Name } from '@/components';
import { RequestStateTag } from '@/components/inforequest';
import { usePageTitle } from '@/lib/title';
import { MattersPage, useShown } from '../matters/MattersPage';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

const SHOWN = ['open', 'overdue', 'all'] as const;

export const requestPath = (number: string) =>
  `/staff/information-requests/${encodeURIComponent(number)}`;

function useColumns(): Column<DeskInfoRequest>[] {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  return [
    {
      key: 'number',
      header: t('inforequest:number'),
      rowHeader: true,
      cell: (row) => (
        <Link href={requestPath(row.number)} data-row="">
          {row.number}
        </Link>
      ),
    },
    {
      key: 'title',
      header: t('list.what'),
      cell: (row) => <span lang="zh-CN">{row.title}</span>,
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => <RequestStateTag state={row.state} late={row.late} />,
    },
    {
      key: 'due',
      header: t('list.due'),
      cell: (row) =>
        row.dueAt && (
          <>
            <DateTime value={row.dueAt} />
            {row.extended && <span className="quiet"> {t('page.extended')}</span>}
          </>
        ),
    },
    {
      key: 'decision',
      header: t('inforequest:answer.decision'),
      cell: (row) => row.decision && t(`inforequest:decision.${row.decision}`),
    },
    {
      key: 'department',
      header: t('list.department'),
      cell: (row) => <Name of={row.department} />,
    },
  ];
}

/** Requests to one's own department, what is due first. */
export function RequestsPage() {
  const { t } = useTranslation(['inforequests', 'common']);
  const account = useAccount();
  const shown = useShown(SHOWN);
  const found = useQuery({
    ...listDeskInfoRequestsOptions({ query: shown === 'all' ? {} : { [shown]: true } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('list.title'), t('common:site.name'));
  return (
    <MattersPage
      texts={{
        title: t('list.title'),
        lead: t('list.lead'),
        shown: t('list.shown'),
        part: (part) => t(`shown.${part}`),
        count: (count) => t('list.count', { count }),
        none: t('list.none'),
      }}
      ways={
        mayAny(account, ['infoRequests.handle']) && (
          <ButtonLink href="/staff/information-requests/new">{t('enter.title')}</ButtonLink>
        )
      }
      parts={SHOWN}
      shown={shown}
      found={found}
      columns={useColumns()}
    />
  );
}
