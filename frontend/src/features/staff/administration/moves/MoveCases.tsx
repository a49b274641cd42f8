import type { FlowMoveCase, FlowMovePreview, FlowMoveStep } from '@/api/generated';
import { type Column, DateTime, Table, Tag, useNameText } from '@/components';
import { useWords } from '../useWords';

/** Where each case would stand, when it would be due, and what keeps it where it is. */
export function MoveCases({ preview }: { preview: FlowMovePreview }) {
  const { t } = useWords();
  const nameText = useNameText();
  const names = (ids: readonly string[], steps: readonly FlowMoveStep[]) =>
    ids
      .map((id) => {
        const step = steps.find((each) => each.id === id);
        return step ? nameText(step) : id;
      })
      .join(' · ');
  const kept = preview.cases.filter((one) => one.obstacle).length;
  const columns: Column<FlowMoveCase>[] = [
    { key: 'number', header: t('move.caseNumber'), rowHeader: true, cell: (one) => one.caseNumber },
    { key: 'at', header: t('move.at'), cell: (one) => names(one.at, preview.former) },
    {
      key: 'to',
      header: t('move.landing'),
      cell: (one) => names(one.to, preview.latter) || '–',
    },
    {
      key: 'due',
      header: t('move.due'),
      cell: (one) => (one.dueAt ? <DateTime value={one.dueAt} /> : '–'),
    },
    {
      key: 'newDue',
      header: t('move.newDue'),
      cell: (one) => (one.newDueAt ? <DateTime value={one.newDueAt} /> : '–'),
    },
    {
      key: 'becomes',
      header: t('move.becomes'),
      cell: (one) =>
        one.obstacle ? (
          <Tag tone="warn">{t(`move.obstacle.${one.obstacle}`)}</Tag>
        ) : (
          <Tag tone="good">{t('move.moves')}</Tag>
        ),
    },
  ];
  if (preview.total === 0) return <p>{t('move.none')}</p>;
  return (
    <>
      <p>
        {t('move.casesOf', {
          total: preview.total,
          movable: preview.cases.length - kept,
          kept,
        })}{' '}
        {preview.total > preview.cases.length &&
          t('move.shownOnly', { count: preview.cases.length })}
      </p>
      <Table
        caption={t('move.cases')}
        columns={columns}
        rows={preview.cases}
        rowKey={(one) => one.caseNumber}
      />
    </>
  );
}
