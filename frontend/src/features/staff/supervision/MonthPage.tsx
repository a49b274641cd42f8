import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CardMonthRow } from '@/api/generated';
import { getCardSummaryOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Name, Problem, SelectField, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import list from '../List.module.css';
import { lastMonths } from '../ratings/tones';
import styles from '../Record.module.css';

const FIGURES = [
  'warnings',
  'yellow',
  'red',
  'kept',
  'withdrawn',
  'points',
  'rectificationsOrdered',
  'rectificationsAccepted',
  'talksCalled',
  'talksHeld',
  'handedOver',
] as const satisfies readonly (keyof CardMonthRow)[];

/** 电子审批事项月汇总表: what supervision led to in a month, by department (E9). */
export function MonthPage() {
  const { t } = useTranslation(['cards', 'common']);
  const { text, put } = useFilters();
  const [months] = useState(() => lastMonths(new Date(), 24));
  const month = months.find((each) => each === text('month')) ?? months[0]!;
  usePageTitle(t('month.title'), t('common:site.name'));
  const summary = useQuery({
    ...getCardSummaryOptions({ path: { month } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const rows = summary.data?.departments ?? [];
  return (
    <div className={`wrap ${list.page} ${styles.page} ${styles.month}`}>
      <p>
        <Link href="/staff/cards">{t('list.title')}</Link>
      </p>
      <h1>{t('month.title')}</h1>
      <p className="lead">{t('month.lead')}</p>
      <div className={styles.ways}>
        <SelectField
          label={t('month.month')}
          width="short"
          value={month}
          onChange={({ target }) => put('month', target.value)}
        >
          {months.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
      </div>
      {summary.error && (
        <Problem problem={toProblem(summary.error)} onRetry={() => void summary.refetch()} />
      )}
      {summary.isPending && <Loading lines={8} />}
      {summary.data && (
        <>
          <p role="status">{t(summary.data.over ? 'month.over' : 'month.running')}</p>
          {rows.length === 0 ? (
            <Empty title={t('month.none')} />
          ) : (
            <Table<CardMonthRow>
              caption={t('month.caption', { month: summary.data.month })}
              rows={rows}
              rowKey={(row) => row.department.code}
              columns={[
                {
                  key: 'department',
                  header: t('list.department'),
                  rowHeader: true,
                  cell: (row) => (
                    <Link
                      href={`/staff/cards/departments/${encodeURIComponent(row.department.code)}`}
                    >
                      <Name of={row.department} />
                    </Link>
                  ),
                },
                ...FIGURES.map((figure) => ({
                  key: figure,
                  header: t(`month.${figure}`),
                  align: 'end' as const,
                  cell: (row: CardMonthRow) => row[figure],
                })),
              ]}
            />
          )}
        </>
      )}
    </div>
  );
}
