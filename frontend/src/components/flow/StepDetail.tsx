import { useId } from 'react';
import { Tag } from '@/components/Tag';
import { groupsAround } from '@/lib/flowNames';
import { isEnding, useFlowTexts } from './texts';
import styles from './StepDetail.module.css';
import type { FlowStepView, FlowView } from './types';

const GRADE_TONES = { A: 'bad', B: 'warn', C: 'plain' } as const;

/** Everything that is public about one step: who, how long, what is looked at, what could go wrong. */
export function StepDetail({
  flow,
  step,
  materialName,
  onChoose,
}: {
  flow: FlowView;
  step: FlowStepView;
  materialName?: ((code: string) => string | undefined) | undefined;
  onChoose?: ((stepId: string) => void) | undefined;
}) {
  const { t, either, stepName, postName, limitText, edgeLabel } = useFlowTexts();
  const heading = useId();
  const steps = new Map(flow.steps.map((each) => [each.id, each]));
  const ways = flow.edges.filter((edge) => edge.from === step.id);
  const kind = t(`stepKind.${step.kind as 'review'}`, { defaultValue: '' });
  const post = postName(step);
  const limit = limitText(step);
  return (
    <section className={styles.detail} aria-labelledby={heading}>
      {kind !== stepName(step) && (
        <p className={styles.kind}>
          {[
            ...groupsAround(flow.groups, step.id).map((group) => either(group.name, group.nameEn)),
            kind,
          ].join(' › ')}
        </p>
      )}
      <h3 id={heading} className={styles.name}>
        {stepName(step)}
      </h3>
      <dl className={styles.facts}>
        {post && (
          <div>
            <dt>{t('flow.post')}</dt>
            <dd>{post}</dd>
          </div>
        )}
        {step.kind !== 'submission' && !isEnding(step) && (limit || !step.countsTowardLimit) && (
          <div>
            <dt>{t('flow.limit')}</dt>
            <dd>
              {limit}
              {!step.countsTowardLimit && (
                <span className={styles.note}>
                  {t('flow.noLimit')}
                  {step.excludedBy && (
                    <>
                      {' '}
                      <span lang="zh-CN">{step.excludedBy}</span>
                    </>
                  )}
                </span>
              )}
            </dd>
          </div>
        )}
        {step.materials.length > 0 && (
          <div>
            <dt>{t('flow.materials')}</dt>
            <dd>
              <ul className={styles.materials}>
                {step.materials.map((code) => (
                  <li key={code}>{materialName?.(code) ?? code}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {step.risks.length > 0 && (
        <div className={styles.risks}>
          <h4>{t('flow.risks')}</h4>
          <ul role="list">
            {step.risks.map((risk) => (
              <li key={risk.risk}>
                <p className={styles.risk}>
                  <Tag tone={GRADE_TONES[risk.grade]}>{t('flow.grade', { grade: risk.grade })}</Tag>{' '}
                  {either(risk.risk, risk.riskEn)}
                </p>
                <p className={styles.measure}>
                  <b>{t('flow.measure')}</b> {either(risk.measure, risk.measureEn)}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {ways.length > 0 && onChoose && (
        <div className={styles.ways}>
          <h4>{t('flow.next')}</h4>
          <ul role="list">
            {ways.map((edge) => {
              const target = steps.get(edge.to);
              if (!target) return null;
              const label = edgeLabel(edge, ways.length === 1);
              return (
                <li key={`${edge.to}${edge.outcome}`}>
                  <button type="button" onClick={() => onChoose(edge.to)}>
                    {label && label !== stepName(target)
                      ? t('flow.toStep', { label, step: stepName(target) })
                      : t('flow.toStepPlain', { step: stepName(target) })}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
