import { type ProblemDetail, toProblem } from '@/lib/problem';
import type { SignInStep } from '../generated';

/** Where somebody stands who is signing in. */
export type Step =
  /** Account and password; `late` when a later step came too late. */
  { kind: 'password'; late: boolean } | FurtherStep;

/** What follows on account and password. */
export interface FurtherStep {
  kind: 'code' | 'enrol' | 'newPassword';
  signIn: SignInStep;
}

export const FIRST_STEP: Step = { kind: 'password', late: false };

const KINDS: Record<string, FurtherStep['kind']> = {
  'urn:sunlit:problem:second-factor-required': 'code',
  'urn:sunlit:problem:second-factor-enrolment-required': 'enrol',
  'urn:sunlit:problem:password-change-required': 'newPassword',
};

/** The step that an answer asks for, when it asks for one: not every refusal is a wrong password. */
export function stepAfter(problem: ProblemDetail): Step | undefined {
  if (problem.type === 'urn:sunlit:problem:sign-in-expired')
    return { kind: 'password', late: true };
  const kind = KINDS[problem.type];
  return kind && problem.signIn ? { kind, signIn: problem.signIn as SignInStep } : undefined;
}

/** Does what a step asks for; answers the step that has to follow, none when one is signed in. */
export async function advance(work: () => Promise<void>): Promise<Step | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const next = stepAfter(toProblem(error));
    if (next) return next;
    throw error;
  }
}
