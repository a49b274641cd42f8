import type { Session } from '@/api/generated';
import { enter } from '@/api/signin/session';
import { advance, FIRST_STEP, type FurtherStep, type Step } from '@/api/signin/step';
import { CodeStep } from './CodeStep';
import { EnrolStep } from './EnrolStep';
import { NewPasswordStep } from './NewPasswordStep';

/** What follows on account and password, for the staff as for everybody else. */
export function FurtherSteps({
  step,
  onStep,
  onDone,
}: {
  step: FurtherStep;
  onStep: (next: Step) => void;
  /** Somebody is signed in. */
  onDone?: (() => void) | undefined;
}) {
  async function go(work: () => Promise<void>): Promise<void> {
    const next = await advance(work);
    if (next) onStep(next);
    else onDone?.();
  }
  const begin = (work: () => Promise<Session>) => go(async () => enter(await work()));
  const back = () => onStep(FIRST_STEP);

  switch (step.kind) {
    case 'code':
      return (
        <CodeStep key={step.signIn.challenge} step={step.signIn} begin={begin} onBack={back} />
      );
    case 'enrol':
      return <EnrolStep challenge={step.signIn.challenge} go={go} onDone={onDone} onBack={back} />;
    case 'newPassword':
      return <NewPasswordStep challenge={step.signIn.challenge} begin={begin} />;
  }
}
