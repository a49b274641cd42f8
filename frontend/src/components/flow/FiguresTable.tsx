import { type Column, Table } from '@/components/Table';
import { useFigureTexts } from './figures';
import { inReadingOrder, useFlowTexts } from './texts';
import type { FlowFigures, FlowView, StepFigures } from './types';

/** All figures of a flow, for eyes and ears. */
export function FiguresTable({ flow, figures }: { flow: FlowView; figures: FlowFigures }) {
  const { stepName } = useFlowTexts();
  const { t, time } = useFigureTexts();
  const byId = new Map(figures.steps.map((step) => [step.stepId, step]));
  const rows = inReadingOrder(flow).flatMap((step) => {
    const found = byId.get(step.id);
    return found ? [{ ...found, name: stepName(step) }] : [];
  });
  const columns: Column<StepFigures & { name: string }>[] = [
    { key: 'step', header: t('flow.figures.step'), rowHeader: true, cell: (step) => step.name },
    {
      key: 'median',
      header: t('flow.figures.median'),
      align: 'end',
      cell: (step) => time(step.medianMinutes, figures.unit) ?? t('flow.figures.few'),
    },
    {
      key: 'ninetieth',
      header: t('flow.figures.ninetieth'),
      align: 'end',
      cell: (step) => time(step.ninetiethMinutes, figures.unit) ?? t('flow.figures.none'),
    },
    {
      key: 'cases',
      header: t('flow.figures.cases'),
      align: 'end',
      cell: (step) => step.cases ?? `< ${figures.minimum}`,
    },
    {
      key: 'open',
      header: t('flow.figures.openNow'),
      align: 'end',
      cell: (step) => step.open,
    },
  ];
  return (
    <div>
      <Table
        caption={t('flow.figures.table')}
        captionHidden={false}
        columns={columns}
        rows={rows}
        rowKey={(step) => step.stepId}
      />
      <p className="quiet small">{t('flow.figures.how', { minimum: figures.minimum })}</p>
    </div>
  );
}
