import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { makeSupervisionReport, type ReportHead, type ReportKind } from '@/api/generated';
import {
  listSupervisionReportsOptions,
  listSupervisionReportsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  DateTime,
  Empty,
  Loading,
  Problem,
  SelectField,
  Table,
  TextField,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import styles from './Desk.module.css';

const KINDS: readonly ReportKind[] = ['weekly', 'monthly', 'quarterly'];

function Make() {
  const { t } = useTranslation('centre');
  const [kind, setKind] = useState<ReportKind>('monthly');
  const [day, setDay] = useState('');
  const [, go] = useLocation();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () =>
      makeSupervisionReport({ path: { reportKind: kind, day }, throwOnError: true }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: listSupervisionReportsQueryKey() });
      go(`/staff/supervision/reports/${data.head.kind}/${data.head.firstDay}`);
    },
  });
  return (
    <form
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
        if (day) making.mutate();
      }}
    >
      <SelectField
        label={t('reports.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value as ReportKind)}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`reports.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={t('reports.day')}
        hint={t('reports.dayHint')}
        value={day}
        required
        onChange={({ target }) => setDay(target.value)}
      />
      <Button type="submit" look="secondary" busy={making.isPending}>
        {t('reports.make')}
      </Button>
      {making.error && <Problem problem={toProblem(making.error)} />}
    </form>
  );
}

/** 周报、月报、季报: those that were made, and a way to have an earlier one made. */
export function ReportsPage() {
  const { t } = useTranslation(['centre', 'common']);
  const account = useAccount();
  usePageTitle(t('reports.title'), t('common:site.name'));
  const found = useQuery({ ...listSupervisionReportsOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('reports.title')}</h1>
      <p className="lead">{t('reports.lead')}</p>
      {mayAny(account, ['cards.supervise']) && <Make />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={6} />}
      {found.data &&
        (found.data.items.length === 0 ? (
          <Empty title={t('reports.none')} />
        ) : (
          <Table<ReportHead>
            caption={t('reports.title')}
            rows={found.data.items}
            rowKey={(head) => head.kind + head.firstDay}
            columns={[
              {
                key: 'kind',
                header: t('reports.kind'),
                rowHeader: true,
                cell: (head) => (
                  <Link href={`/staff/supervision/reports/${head.kind}/${head.firstDay}`}>
                    <span>
                      {t(`reports.${head.kind}`)} <DateTime value={head.firstDay} as="date" /> –{' '}
                      <DateTime value={head.lastDay} as="date" />
                    </span>
                  </Link>
                ),
              },
              {
                key: 'made',
                header: t('reports.madeAt'),
                cell: (head) => <DateTime value={head.madeAt} />,
              },
              {
                key: 'by',
                header: t('reports.madeBy'),
                cell: (head) => head.madeBy ?? t('reports.schedule'),
              },
            ]}
          />
        ))}
    </div>
  );
}
