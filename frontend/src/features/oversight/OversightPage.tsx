import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SupervisionMonth, SupervisionOnTime } from '@/api/generated';
import { getSupervisionFiguresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, Empty, Loading, Name, Problem, Section, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';

const FIGURES = ['warnings', 'yellow', 'red', 'kept', 'withdrawn'] as const;

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

/** 监察公开: what everybody may know of supervision. */
export function OversightPage() {
  const { t } = useTranslation(['oversight', 'common']);
  usePageTitle(t('title'), t('common:site.name'));
  const { data, error, isPending, refetch } = useQuery(getSupervisionFiguresOptions());
  return (
    <div className="wrap">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {error && <Problem problem={toProblem(error)} onRetry={() => void refetch()} />}
      {isPending && <Loading lines={8} />}
      {data && (
        <>
          <Section id="on-time" title={t('onTime')} wide>
            <p>
              {t('since')} <DateTime value={data.from} as="date" />
            </p>
            {data.departments.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <Table<SupervisionOnTime>
                caption={t('onTime')}
                rows={data.departments}
                rowKey={(row) => row.code}
                columns={[
                  {
                    key: 'department',
                    header: t('department'),
                    rowHeader: true,
                    cell: (row) => <Name of={row} />,
                  },
                  {
                    key: 'ended',
                    header: t('ended'),
                    align: 'end',
                    cell: (row) => row.withDeadline,
                  },
                  { key: 'inTime', header: t('inTime'), align: 'end', cell: (row) => row.onTime },
                  {
                    key: 'rate',
                    header: t('rate'),
                    align: 'end',
                    cell: (row) => percent(row.onTime, row.withDeadline),
                  },
                ]}
              />
            )}
          </Section>
          <Section id="cards" title={t('cards')} wide>
            {data.months.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <Table<SupervisionMonth>
                caption={t('cards')}
                rows={[...data.months].reverse()}
                rowKey={(row) => row.month}
                columns={[
                  { key: 'month', header: t('month'), rowHeader: true, cell: (row) => row.month },
                  ...FIGURES.map((figure) => ({
                    key: figure,
                    header: t(`figure.${figure}`),
                    align: 'end' as const,
                    cell: (row: SupervisionMonth) => row[figure],
                  })),
                ]}
              />
            )}
          </Section>
          <Section id="bulletins" title={t('bulletins')} wide>
            {data.bulletins.length === 0 ? (
              <Empty title={t('noBulletins')} />
            ) : (
              data.bulletins.map((bulletin) => (
                <article key={bulletin.number}>
                  <h3>
                    <span lang="zh-CN">{bulletin.number}</span>
                  </h3>
                  <p>
                    <Bilingual chinese={bulletin.text} english={bulletin.textEn} />
                  </p>
                  <p className="quiet small">
                    <DateTime value={bulletin.publishedOn} as="date" />
                  </p>
                </article>
              ))
            )}
          </Section>
        </>
      )}
    </div>
  );
}
