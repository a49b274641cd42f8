import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskComplaint } from '@/api/generated';
import { listDeskComplaintsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  ButtonLink,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
} from '@/components';
import { ComplaintStateTag } from '@/components/complaint';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import styles from './Complaints.module.css';

const SHOWN = ['open', 'overdue', 'supervised', 'callBack', 'all'] as const;

export const complaintPath = (number: string) => `/staff/complaints/${encodeURIComponent(number)}`;

function Complaints({ rows }: { rows: readonly DeskComplaint[] }) {
  const { t } = useTranslation(['complaints', 'complaint']);
  return (
    <Table
      caption={t('list.title')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
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
      ]}
    />
  );
}

/** Complaints one has a part in, what is due first. */
export function ComplaintsPage() {
  const { t } = useTranslation(['complaints', 'common']);
  const { text, put } = useFilters();
  const account = useAccount();
  const shown = SHOWN.find((each) => each === text('shown')) ?? 'open';
  const found = useQuery({
    ...listDeskComplaintsOptions({ query: shown === 'all' ? {} : { [shown]: true } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('list.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('list.title')}</h1>
      <p className="lead">{t('list.lead1')}</p>
      {mayAny(account, ['complaints.screen']) && (
        <div className={styles.ways}>
          <ButtonLink href="/staff/complaints/new">{t('take.title')}</ButtonLink>
          <Link href="/staff/complaints/duty">{t('duty.title')}</Link>
        </div>
      )}
      <div className={styles.filters}>
        <SelectField
          label={t('list.shown')}
          value={shown}
          onChange={({ target }) => put('shown', target.value)}
        >
          {SHOWN.map((each) => (
            <option key={each} value={each}>
              {t(`shown.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <p role="status" className="quiet">
          {t('list.count', { count: found.data.total })}
        </p>
      )}
      {found.data?.items.length === 0 && <Empty title={t('list.none')} />}
      {found.data && found.data.items.length > 0 && <Complaints rows={found.data.items} />}
    </div>
  );
}
