import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { WorkCase, WorkFigureName } from '@/api/generated';
import { listWorkCasesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Empty, Loading, More, Problem, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ContestDialog } from '../attendance/ContestDialog';
import { StandingTag } from '../attendance/words';
import { useFilters } from '@/lib/filters';
import list from '../List.module.css';
import styles from '../Record.module.css';
import { useFigureText, useWorkingTime } from './workWords';

const FIGURES: readonly WorkFigureName[] = [
  'received',
  'decided',
  'closed',
  'onTime',
  'early',
  'oneTime',
  'workingTime',
  'returns',
  'overtime',
];

/** The cases behind a work figure: nobody is rated by a figure that can't be opened. */
export function WorkCasesPage() {
  const { t } = useTranslation(['attendance', 'common']);
  const params = useParams<{ figure: string }>();
  const figure = FIGURES.find((each) => each === params.figure) ?? 'received';
  usePageTitle(t(`figure.${figure}`), t('common:site.name'));
  const { text, day } = useFilters();
  const figureText = useFigureText();
  const workingTime = useWorkingTime();
  const queries = useQueryClient();
  const [contested, setContested] = useState<string>();
  const department = text('party') === 'department';
  const of = text('of');
  const own = !of;
  const found = useInfiniteQuery({
    ...listWorkCasesInfiniteOptions({
      path: { figure },
      query: {
        party: department ? 'department' : 'person',
        ...(of && { of }),
        ...(day('from') && { from: day('from') }),
        ...(day('to') && { to: day('to') }),
        limit: 50,
      },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const total = found.data?.pages[0]?.figure;
  const cases = found.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = total && figureText(total);
  const file = own
    ? '/staff/my-file'
    : `/staff/cards/${department ? 'departments' : 'people'}/${encodeURIComponent(of)}`;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={`${file}?from=${day('from')}&to=${day('to')}`}>{t('work.back')}</Link>
      </p>
      <h1>{t(`figure.${figure}`)}</h1>
      {shown && (
        <p className="lead">
          {shown.value}
          {shown.base && ` · ${shown.base}`}
        </p>
      )}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && cases.length === 0 && <Empty title={t('work.behindNone')} />}
      {cases.length > 0 && (
        <Table<WorkCase>
          caption={t('work.behind')}
          rows={cases}
          rowKey={(row) => row.caseNumber}
          columns={[
            {
              key: 'case',
              header: t('work.case'),
              rowHeader: true,
              cell: (row) => <Link href={`/staff/cases/${row.caseNumber}`}>{row.caseNumber}</Link>,
            },
            {
              key: 'item',
              header: t('work.item'),
              cell: (row) => (
                <Bilingual chinese={row.itemName ?? row.itemCode} english={row.itemNameEn} />
              ),
            },
            {
              key: 'at',
              header: t('work.at'),
              cell: (row) => row.at && <DateTime value={row.at} />,
            },
            {
              key: 'due',
              header: t('work.due'),
              cell: (row) => (row.dueAt ? <DateTime value={row.dueAt} /> : t('work.none')),
            },
            {
              key: 'time',
              header: t('work.time'),
              align: 'end',
              cell: (row) => (row.minutes ? workingTime(row.minutes) : t('work.none')),
            },
            {
              key: 'counted',
              header: t('work.counted'),
              cell: (row) => t(row.counted ? 'work.yes' : 'work.no'),
            },
            ...(own
              ? [
                  {
                    key: 'contest',
                    header: t('work.contest'),
                    cell: (row: WorkCase) =>
                      row.contest ? (
                        <StandingTag standing={row.contest} />
                      ) : (
                        <Button look="quiet" onClick={() => setContested(row.caseNumber)}>
                          {t('contest.act')}
                          <span className="visually-hidden"> {row.caseNumber}</span>
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <More of={found} />
      {contested && (
        <ContestDialog
          kind="work"
          line={`${figure}/${contested}`}
          about={`${t(`figure.${figure}`)} ${contested}`}
          onDone={() => {
            setContested(undefined);
            void queries.invalidateQueries();
          }}
          onClose={() => setContested(undefined)}
        />
      )}
    </div>
  );
}
