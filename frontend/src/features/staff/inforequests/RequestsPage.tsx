import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskInfoRequest } from '@/api/generated';
import { listDeskInfoRequestsOptions } from '@/api/generated/@tanstack/react-query.gen';
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
import { RequestStateTag } from '@/components/inforequest';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import styles from './Requests.module.css';

const SHOWN = ['open', 'overdue', 'all'] as const;

export const requestPath = (number: string) =>
  `/staff/information-requests/${encodeURIComponent(number)}`;

function Requests({ rows }: { rows: readonly DeskInfoRequest[] }) {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  return (
    <Table
      caption={t('list.title')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
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
      ]}
    />
  );
}

/** Requests to one's own department, what is due first. */
export function RequestsPage() {
  const { t } = useTranslation(['inforequests', 'common']);
  const { text, put } = useFilters();
  const account = useAccount();
  const shown = SHOWN.find((each) => each === text('shown')) ?? 'open';
  const found = useQuery({
    ...listDeskInfoRequestsOptions({ query: shown === 'all' ? {} : { [shown]: true } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  usePageTitle(t('list.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('list.title')}</h1>
      <p className="lead">{t('list.lead')}</p>
      {mayAny(account, ['infoRequests.handle']) && (
        <div className={styles.ways}>
          <ButtonLink href="/staff/information-requests/new">{t('enter.title')}</ButtonLink>
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
      {found.data && found.data.items.length > 0 && <Requests rows={found.data.items} />}
    </div>
  );
}
