import { useTranslation } from 'react-i18next';
import { type Column, Table } from '../Table';
import { Count } from '../Values';
import type { ShownUsage } from './types';

interface Day {
  day: string;
  calls: number;
  refused: number;
  operations: string;
}

/** Days with any use, the latest first, with what was asked for most. */
function days(usage: readonly ShownUsage[]): Day[] {
  const byDay = new Map<string, ShownUsage[]>();
  for (const one of usage) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  return [...byDay]
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([day, those]) => ({
      day,
      calls: those.reduce((sum, one) => sum + one.calls, 0),
      refused: those.reduce((sum, one) => sum + one.refused, 0),
      operations: [...those]
        .sort((one, other) => other.calls - one.calls)
        .map((one) => `${one.operation} ${one.calls}`)
        .join(', '),
    }));
}

/** What a third-party application has used in the last thirty days. */
export function ClientUsage({ usage }: { usage: readonly ShownUsage[] }) {
  const { t } = useTranslation('developers');
  if (usage.length === 0) return <p className="quiet">{t('usage.none')}</p>;
  const columns: Column<Day>[] = [
    { key: 'day', header: t('usage.day'), rowHeader: true, cell: ({ day }) => day },
    {
      key: 'calls',
      header: t('usage.calls'),
      align: 'end',
      cell: ({ calls }) => <Count value={calls} />,
    },
    {
      key: 'refused',
      header: t('usage.refused'),
      align: 'end',
      cell: ({ refused }) => <Count value={refused} />,
    },
    { key: 'operations', header: t('usage.operations'), cell: ({ operations }) => operations },
  ];
  return (
    <Table
      caption={t('usage.title')}
      columns={columns}
      rows={days(usage)}
      rowKey={({ day }) => day}
    />
  );
}
