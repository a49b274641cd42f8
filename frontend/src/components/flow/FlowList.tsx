import { groupsAround } from '@/lib/flowNames';
import styles from './FlowList.module.css';
import { inReadingOrder, isEnding, useFlowTexts } from './texts';
import type { FlowProgress, FlowStepView, FlowView } from './types';

/** The flow in words, in reading order: the same facts as the chart, for ears, for print, for small heads of time. */
export function FlowList({
  flow,
  progress,
}: {
  flow: FlowView;
  progress?: FlowProgress | undefined;
}) {
  const texts = useFlowTexts();
  const { t, postName, limitText, edgeLabel, either } = texts;
  // Nothing is framed here, so a step says what it is in.
  const stepName = (step: FlowStepView) =>
    [
      ...groupsAround(flow.groups, step.id).map((group) => either(group.name, group.nameEn)),
      texts.stepName(step),
    ].join(' › ');
  const steps = inReadingOrder(flow);
  const byId = new Map(flow.steps.map((step) => [step.id, step]));
  return (
    <ol className={styles.list} role="list">
      {steps.map((step, index) => {
        const ways = flow.edges.filter((edge) => edge.from === step.id);
        const current = progress?.current.includes(step.id);
        const done = progress?.done.includes(step.id) ?? false;
        const facts = [postName(step), limitText(step)].filter(Boolean).join(' · ');
        return (
          <li
            key={step.id}
            className={styles.step}
            data-state={current ? 'current' : done ? 'done' : undefined}
            aria-current={current ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden="true">
              {done && !current ? '✓' : index + 1}
            </span>
            <div>
              <p className={styles.name}>
                {stepName(step)}
                {current && <span className={styles.state}>{t('flow.current')}</span>}
                {done && !current && <span className="visually-hidden">{t('flow.done')}</span>}
              </p>
              {facts && <p className={styles.facts}>{facts}</p>}
              {!step.countsTowardLimit && (
                <p className={styles.facts}>
                  {t('flow.noLimit')}
                  {step.excludedBy && <span lang="zh-CN"> {step.excludedBy}</span>}
                </p>
              )}
              {step.risks.map((risk) => (
                <p key={risk.risk} className={styles.facts}>
                  {t('flow.risks')} {risk.grade}: {either(risk.risk, risk.riskEn)}{' '}
                  <b>{t('flow.measure')}</b> {either(risk.measure, risk.measureEn)}
                </p>
              ))}
              {ways.length > 1 && (
                <ul className={styles.ways}>
                  {ways.map((edge) => {
                    const target = byId.get(edge.to);
                    if (!target) return null;
                    const label = edgeLabel(edge, false);
                    return (
                      <li key={`${edge.to}${edge.outcome}`}>
                        {label && label !== stepName(target)
                          ? t('flow.toStep', { label, step: stepName(target) })
                          : t('flow.toStepPlain', { step: stepName(target) })}
                      </li>
                    );
                  })}
                </ul>
              )}
              {isEnding(step) && <p className={styles.facts}>{t('flow.end')}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
