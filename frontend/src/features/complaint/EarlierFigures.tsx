import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EarlierFigure } from '@/api/generated';
import { getEarlierFiguresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, KeyFacts, Name, Table } from '@/components';

const HOURS_OF_A_DAY = 24;

function useTimes() {
  const { t } = useTranslation('earlier');
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    hours: (value?: number) =>
      value === undefined
        ? '–'
        : value < 2 * HOURS_OF_A_DAY
          ? t('figures.hours', { count: rounded(value) })
          : t('figures.days', { count: rounded(value / HOURS_OF_A_DAY) }),
    workingDays: (value?: number) =>
      value === undefined ? '–' : t('figures.workingDays', { count: rounded(value) }),
    share: ({ withinLimit, answered }: EarlierFigure) =>
      `${Math.round((withinLimit / answered) * 1000) / 10}%`,
  };
}

function Split({
  caption,
  head,
  rows,
  name,
}: {
  caption: string;
  head: string;
  rows: readonly EarlierFigure[];
  name: (of: EarlierFigure) => React.ReactNode;
}) {
  const { t } = useTranslation('earlier');
  const times = useTimes();
  return (
    <Table
      caption={caption}
      captionHidden={false}
      rows={rows}
      rowKey={(_, index) => String(index)}
      columns={[
        { key: 'of', header: head, rowHeader: true, cell: name },
        { key: 'answered', header: t('figures.answered'), align: 'end', cell: (f) => f.answered },
        {
          key: 'median',
          header: t('figures.median'),
          align: 'end',
          cell: (f) => (
            <>
              {times.workingDays(f.medianWorkingDays)}
              {t('figures.or')}
              {times.hours(f.medianHours)}
            </>
          ),
        },
        {
          key: 'ninetieth',
          header: t('figures.ninetieth'),
          align: 'end',
          cell: (f) => (
            <>
              {times.workingDays(f.ninetiethWorkingDays)}
              {t('figures.or')}
              {times.hours(f.ninetiethHours)}
            </>
          ),
        },
        {
          key: 'within',
          header: t('figures.within'),
          align: 'end',
          cell: (f) =>
            `${times.share(f)} (${t('figures.of', { part: f.withinLimit, whole: f.answered })})`,
        },
      ]}
    />
  );
}

/** How long earlier messages waited for their answer; nothing where there are none. */
export function EarlierFigures() {
  const { t } = useTranslation('earlier');
  const times = useTimes();
  const { data } = useQuery(getEarlierFiguresOptions());
  if (!data || data.total.answered === 0 || !data.from || !data.to) return null;
  const { total } = data;
  return (
    <section>
      <h2>{t('figures.title')}</h2>
      <p className="quiet">
        {t('figures.lead', { count: total.answered })} <DateTime value={data.from} as="date" />–
        <DateTime value={data.to} as="date" />
      </p>
      <KeyFacts
        facts={[
          {
            label: t('figures.median'),
            value: times.workingDays(total.medianWorkingDays),
            note: t('figures.clock', { taken: times.hours(total.medianHours) }),
          },
          {
            label: t('figures.ninetieth'),
            value: times.workingDays(total.ninetiethWorkingDays),
            note: t('figures.clock', { taken: times.hours(total.ninetiethHours) }),
          },
          {
            label: t('figures.within'),
            value: times.share(total),
            note: t('figures.of', { part: total.withinLimit, whole: total.answered }),
          },
        ]}
      />
      <details>
        <summary>{t('figures.more')}</summary>
        <Split
          caption={t('figures.byDepartment')}
          head={t('figures.department')}
          rows={data.byDepartment}
          name={(f) => (f.department ? <Name of={f.department} /> : t('figures.notSaid'))}
        />
        <Split
          caption={t('figures.byCategory')}
          head={t('category.label')}
          rows={data.byCategory}
          name={(f) => (f.category ? <span lang="zh-CN">{f.category}</span> : t('figures.notSaid'))}
        />
        <Split
          caption={t('figures.byYear')}
          head={t('figures.year')}
          rows={data.byYear}
          name={(f) => f.year}
        />
      </details>
    </section>
  );
}
