import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskComplaint } from '@/api/generated';
import { listDeskComplaintsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, type Column, DateTime, Name } from '@/components';
import { ComplaintStateTag } from '@/components/complaint';
import { usePageTitle } from '@/lib/title';
import { MattersPage, useShown } from '../matters/MattersPage';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import styles from './Complaints.module.css';

const SHOWN = ['open', 'overdue', 'supervised', 'callBack', 'all'] as const;

export const complaintPath = (number: string) => `/staff/complaints/${encodeURIComponent(number)}`;

function useColumns(): Column<DeskComplaint>[] {
  const { t } = useTranslation(['complaints', 'complaint']);
  return [
    {
      key: 'number',
      header: t('complaint:number'),
      rowHeader: true,
      cell: (row) => (
        <Link href={complaintPath(row.number)} data-row="">
          {row.number}
        </Link>
      ),
    },
    {
      key: 'subject',
      header: t('list.subject'),
      cell: (row) => <span lang="zh-CN">{row.subject}</span>,
    },
    { key: 'kind', header: t('list.kind'), cell: (row) => t(`complaint:kind.${row.kind}`) },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => <ComplaintStateTag state={row.state} supervised={row.supervised} />,
    },
    {
      key: 'due',
      header: t('list.due'),
      cell: (row) =>
        row.dueAt && (
          <>
            <DateTime value={row.dueAt} />
            {row.late && <span className={styles.late}> {t('list.late')}</span>}
          </>
        ),
    },
    {
      key: 'department',
      header: t('list.lead'),
      cell: (row) => row.department && <Name of={row.department} />,
    },
  ];
}

/** Complaints one has a part in, what is due first. */
export function ComplaintsPage() {
  const { t } = useTranslation(['complaints', 'common', 'earlier']);
  const account = useAccount();
  const shown = useShown(SHOWN);
  const found = useQuery({
    ...listDeskComplaintsOptions({ query: shown === 'all' ? {} : { [shown]: true } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('list.title'), t('common:site.name'));
  return (
    <MattersPage
      texts={{
        title: t('list.title'),
        lead: t('list.lead1'),
        shown: t('list.shown'),
        part: (part) => t(`shown.${part}`),
        count: (count) => t('list.count', { count }),
        none: t('list.none'),
      }}
      ways={
        mayAny(account, ['complaints.screen']) && (
          <>
            <ButtonLink href="/staff/complaints/new">{t('take.title')}</ButtonLink>
            <Link href="/staff/complaints/duty">{t('duty.title')}</Link>
            <Link href="/staff/complaints/earlier">{t('earlier:title')}</Link>
            <Link href="/staff/complaints/categories">{t('earlier:categories.title')}</Link>
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
