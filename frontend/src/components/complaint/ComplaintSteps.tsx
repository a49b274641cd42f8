import { useTranslation } from 'react-i18next';
import { Steps } from '../Steps';
import { DateTime, Name } from '../Values';

interface Department {
  code: string;
  name: string;
  nameEn?: string | undefined;
}

type Kind =
  | 'received'
  | 'screened'
  | 'grouped'
  | 'assigned'
  | 'takenUp'
  | 'contributed'
  | 'transferred'
  | 'returned'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'urged'
  | 'supervised'
  | 'replied'
  | 'rated'
  | 'reopened'
  | 'closed'
  | 'calledBack';

export interface ComplaintStep {
  number: number;
  kind: Kind;
  at: string;
  by?: string | undefined;
  byEn?: string | undefined;
  department?: Department | undefined;
  joint?: readonly Department[] | undefined;
  ground?: 'notOurs' | 'notHere' | 'several' | 'inCourt' | undefined;
  days?: number | undefined;
  grade?: 'satisfied' | 'basicallySatisfied' | 'notSatisfied' | undefined;
  fixed?: boolean | undefined;
  under?: string | undefined;
  words?: string | undefined;
}

function More({ step }: { step: ComplaintStep }) {
  const { t } = useTranslation('complaint');
  const parts = [
    step.department && <Name key="lead" of={step.department} />,
    ...(step.joint ?? []).map((each) => <Name key={each.code} of={each} />),
    step.ground && t(`ground.${step.ground}`),
    step.days !== undefined && t('days', { count: step.days }),
    step.grade && t(`grade.${step.grade}`),
    step.kind === 'calledBack' &&
      t(step.fixed === undefined ? 'notReached' : step.fixed ? 'fixed' : 'notFixed'),
    step.under,
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, index) => (
        <span key={index} className="quiet">
          {' · '}
          {part}
        </span>
      ))}
    </>
  );
}

/** What has happened to a complaint, from its receipt on. */
export function ComplaintSteps({ steps }: { steps: readonly ComplaintStep[] }) {
  const { t } = useTranslation('complaint');
  return (
    <Steps
      steps={steps.map((step) => ({
        number: step.number,
        what: (
          <>
            <b>{t(`act.${step.kind}`)}</b>
            <More step={step} />
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
