import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { RatingCount } from '@/api/generated';
import { getRatingFiguresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { type Column, Empty, Loading, Name, Problem, SelectField, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Ratings.module.css';
import { lastMonths } from './tones';

/** A month's ratings by department and by person, however few. */
export function FiguresPage() {
  const { t } = useTranslation(['ratings', 'common']);
  const [parameters, setParameters] = useSearchParams();
  const [months] = useState(() => lastMonths(new Date(), 12));
  const month = months.find((each) => each === parameters.get('month')) ?? months[0]!;
  usePageTitle(t('figures.title'), t('common:site.name'));
  const figures = useQuery({
    ...getRatingFiguresOptions({ query: { month } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const data = figures.data;
  const counts = <Row extends { overall: RatingCount }>(): Column<Row>[] => [
    {
      key: 'ratings',
      header: t('figures.ratings'),
      align: 'end',
      cell: ({ overall }) => overall.ratings,
    },
    {
      key: 'satisfied',
      header: t('figures.satisfied'),
      align: 'end',
      cell: ({ overall }) => overall.satisfied,
    },
    {
      key: 'basically',
      header: t('figures.basicallySatisfied'),
      align: 'end',
      cell: ({ overall }) => overall.basicallySatisfied,
    },
    {
      key: 'not',
      header: t('figures.notSatisfied'),
      align: 'end',
      cell: ({ overall }) => overall.notSatisfied,
    },
    {
      key: 'rate',
      header: t('figures.rate'),
      align: 'end',
      cell: ({ overall }) =>
        overall.ratings === 0
          ? '—'
          : `${(((overall.satisfied + overall.basicallySatisfied) * 100) / overall.ratings).toFixed(1)}%`,
    },
  ];
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('figures.title')}</h1>
      <p className="lead">{t('figures.lead')}</p>
      <p className={styles.ways}>
        <Link href="/staff/ratings">{t('list.title')}</Link>
        <a href="/ratings">{t('figures.bulletin')}</a>
      </p>
      <SelectField
        label={t('figures.month')}
        width="short"
        value={month}
        onChange={({ target }) => setParameters({ month: target.value }, { replace: true })}
      >
        {months.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
      {figures.error && (
        <Problem problem={toProblem(figures.error)} onRetry={() => void figures.refetch()} />
      )}
      {figures.isPending && <Loading lines={8} />}
      {data && (
        <>
          <dl className={styles.figures}>
            {(
              [
                ['cases', data.casesEnded],
                ['ratings', data.ratings],
                ['aside', data.setAside],
                ['suspect', data.suspect],
              ] as const
            ).map(([key, value]) => (
              <div key={key}>
                <dt>{t(`figures.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {data.departments.length === 0 ? (
            <Empty title={t('figures.none')} />
          ) : (
            <>
              <h2>{t('figures.departments')}</h2>
              <Table
                caption={t('figures.departments')}
                rows={data.departments}
                rowKey={(row) => row.department.code}
                columns={[
                  {
                    key: 'department',
                    header: t('figures.department'),
                    rowHeader: true,
                    cell: (row) => <Name of={row.department} />,
                  },
                  {
                    key: 'cases',
                    header: t('figures.cases'),
                    align: 'end',
                    cell: (row) => row.casesEnded,
                  },
                  ...counts<(typeof data.departments)[number]>(),
                ]}
              />
            </>
          )}
          {data.people.length > 0 && (
            <>
              <h2>{t('figures.people')}</h2>
              <Table
                caption={t('figures.people')}
                rows={data.people}
                rowKey={(row, index) => `${row.name} ${index}`}
                columns={[
                  {
                    key: 'person',
                    header: t('figures.person'),
                    rowHeader: true,
                    cell: (row) => <Name of={row} />,
                  },
                  {
                    key: 'department',
                    header: t('figures.department'),
                    cell: (row) => <Name of={row.department} />,
                  },
                  ...counts<(typeof data.people)[number]>(),
                  {
                    key: 'suspect',
                    header: t('figures.suspect'),
                    align: 'end',
                    cell: (row) => row.suspect,
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}
