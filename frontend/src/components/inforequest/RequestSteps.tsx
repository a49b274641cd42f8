import { useTranslation } from 'react-i18next';
import { Steps } from '../Steps';
import { DateTime, Name } from '../Values';
import type { Act } from './types';

/** What has happened to a request for information, from its receipt on. */
export function RequestSteps({ steps }: { steps: readonly Act[] }) {
  const { t } = useTranslation('inforequest');
  const more = (step: Act) =>
    [
      step.days !== undefined && t('days', { count: step.days }),
      step.consulted && t(`consulted.${step.consulted}`),
      step.opinion && t(`opinion.${step.opinion}`),
      step.decision && t(`decision.${step.decision.kind}`),
    ].filter(Boolean);
  return (
    <Steps
      steps={steps.map((step) => ({
        number: step.number,
        what: (
          <>
            <b>{t(`act.${step.kind}`)}</b>
            {more(step).map((part, index) => (
              <span key={index} className="quiet">
                {' · '}
                {part}
              </span>
            ))}
          </>
        ),
        when: (
          <>
            <DateTime value={step.at} />
            {step.by && (
              <>
                {' · '}
                <Name of={{ name: step.by, nameEn: step.byEn }} />
              </>
            )}
          </>
        ),
        words: step.words,
      }))}
    />
  );
}
