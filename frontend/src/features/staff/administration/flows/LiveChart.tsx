import type { FlowCheck, FlowFinding } from '@/api/generated';
import { FlowCanvas } from '@/components/flow/FlowCanvas';
import { Tag } from '@/components';
import { useWords } from '../useWords';
import styles from './LiveChart.module.css';

/** The flow as it will be published, redrawn as one writes, with what is wrong with it. */
export function LiveChart({
  check,
  behind,
  chosen,
  onChoose,
  onFinding,
}: {
  check: FlowCheck;
  /** Whether what is drawn is a moment old. */
  behind: boolean;
  chosen: string | undefined;
  onChoose: (stepId: string) => void;
  onFinding: (finding: FlowFinding) => void;
}) {
  const { t } = useWords();
  const errors = check.findings.filter((finding) => finding.severity === 'error').length;
  const wrong = new Set(
    check.findings
      .filter((finding) => finding.severity === 'error')
      .flatMap((finding) => finding.stepIds),
  );
  return (
    <div className={styles.chart} data-behind={behind || undefined}>
      <p role="status" className={styles.state} data-runs={check.mayRun}>
        {errors > 0 ? t('flow.errors', { count: errors }) : t('flow.runs')}
      </p>
      {check.findings.length > 0 && (
        <ul role="list" className={styles.findings} aria-label={t('flow.findings')}>
          {check.findings.map((finding) => (
            <li key={finding.code + finding.detail + finding.pointers.join()}>
              <Tag tone={finding.severity === 'error' ? 'bad' : 'warn'}>
                {t(`flow.severity.${finding.severity}`)}
              </Tag>{' '}
              <button type="button" onClick={() => onFinding(finding)}>
                {finding.detail}
                {finding.code === 'incomplete' && (
                  <span className="quiet">
                    {' '}
                    {finding.stepIds
                      .map((id) => check.flow.steps.find((step) => step.id === id)?.name)
                      .join(' ')}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FlowCanvas
        flow={check.flow}
        progress={undefined}
        chosen={chosen}
        onChoose={onChoose}
        wrong={wrong}
      />
    </div>
  );
}
