import type { FlowMovePreview, FlowMoveStep } from '@/api/generated';
import { type Column, Name, SelectField, Table, useNameText } from '@/components';
import { useWords } from '../useWords';
import styles from './Moves.module.css';

/** Which step stands for which; every one but the start can be led elsewhere. */
export function MoveSteps({
  preview,
  steps,
  onChange,
}: {
  preview: FlowMovePreview;
  steps: Record<string, string>;
  onChange: (steps: Record<string, string>) => void;
}) {
  const { t } = useWords();
  const nameText = useNameText();
  const change = (step: string, to: string) => {
    const next = Object.fromEntries(Object.entries(steps).filter(([one]) => one !== step));
    onChange(to ? { ...next, [step]: to } : next);
  };
  const columns: Column<FlowMoveStep>[] = [
    {
      key: 'former',
      header: t('move.formerStep'),
      rowHeader: true,
      cell: (step) => (
        <span className={styles.step}>
          <Name of={step} />
        </span>
      ),
    },
    {
      key: 'latter',
      header: t('move.latterStep'),
      cell: (step) => (
        <div className={styles.counterpart}>
          <SelectField
            id={`move-step-${step.id}`}
            label={<span className="visually-hidden">{nameText(step)}</span>}
            value={steps[step.id] ?? ''}
            onChange={(event) => change(step.id, event.target.value)}
          >
            <option value="">{t('move.nothing')}</option>
            {preview.latter
              .filter((other) => other.kind !== 'submission')
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {nameText(other)}
                </option>
              ))}
          </SelectField>
        </div>
      ),
    },
  ];
  return (
    <Table
      caption={t('move.mapping')}
      columns={columns}
      rows={preview.former.filter((step) => step.kind !== 'submission')}
      rowKey={(step) => step.id}
    />
  );
}
