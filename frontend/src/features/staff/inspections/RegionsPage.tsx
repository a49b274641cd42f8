import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InspectionCounts, InspectionRegion } from '@/api/generated';
import { countInspectionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { type Column, Loading, Name, Problem, Table, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import styles from '../Register.module.css';
import record from '../Record.module.css';

const FILTERS: Record<keyof InspectionCounts, string> = {
  inspections: '',
  findings: '&findings=yes',
  open: '&rectification=open',
  late: '&rectification=late',
  done: '&rectification=done',
};

/** Inspections from the city down to the community 市、区、街道、社区: every number opens its list. */
export function RegionsPage() {
  const { t } = useTranslation(['inspection', 'common']);
  const { text, day, put } = useFilters();
  usePageTitle(t('regions.title'), t('common:site.name'));
  const region = /^\d{12}$/.test(text('region')) ? text('region') : undefined;
  const period = { ...(day('from') && { from: day('from') }), ...(day('to') && { to: day('to') }) };
  const found = useQuery({
    ...countInspectionsOptions({ query: { ...(region && { region }), ...period } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const suffix = Object.entries(period)
    .map(([key, value]) => `&${key}=${value}`)
    .join('');
  const down = (code: string) => `/staff/inspections/regions?region=${code}${suffix}`;
  const number = (key: keyof InspectionCounts): Column<InspectionRegion> => ({
    key,
    header: t(`regions.${key}`),
    align: 'end',
    cell: (row) =>
      row.counts[key] === 0 ? (
        0
      ) : (
        <Link href={`/staff/inspections?region=${row.code}${FILTERS[key]}${suffix}`}>
          {row.counts[key]}
        </Link>
      ),
  });
  const drilled = found.data;
  return (
    <div className={`wrap ${styles.page} ${record.page}`}>
      <p>
        <Link href="/staff/inspections">{t('page.all')}</Link>
      </p>
      <h1>{t('regions.title')}</h1>
      <p className="lead">{t('regions.lead')}</p>
      <form className={styles.filters} onSubmit={(event) => event.preventDefault()}>
        {(['from', 'to'] as const).map((key) => (
          <TextField
            key={key}
            type="date"
            label={t(`list.${key}`)}
            value={text(key)}
            onChange={({ target }) => put(key, target.value)}
          />
        ))}
      </form>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {drilled && (
        <>
          <nav aria-label={t('regions.way')} className={record.line}>
            {drilled.above.map((each) => (
              <Link key={each.code} href={down(each.code)}>
                <Name of={each} />
              </Link>
            ))}
            <strong aria-current="page">
              <Name of={drilled.region} />
            </strong>
            <span className="quiet">{t(`regions.level.${drilled.region.level}`)}</span>
          </nav>
          <Table
            caption={t('regions.title')}
            rows={[drilled.region, ...drilled.parts]}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'region',
                header: t('regions.region'),
                rowHeader: true,
                cell: (row) =>
                  row.code === drilled.region.code ? (
                    t('regions.all')
                  ) : (
                    <Link href={down(row.code)}>
                      <Name of={row} />
                    </Link>
                  ),
              },
              number('inspections'),
              number('findings'),
              number('open'),
              number('late'),
              number('done'),
            ]}
          />
          {drilled.parts.length === 0 && <p className="quiet">{t('regions.none')}</p>}
        </>
      )}
    </div>
  );
}
