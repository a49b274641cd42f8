import type { FlowStep, TrackedCase } from './generated';

/** Which sentence says where the case is, and who has it now. */
export interface Headline {
  key:
    | 'submitted'
    | 'inCorrection'
    | 'originals'
    | 'inStep'
    | 'closing'
    | 'paused'
    | 'granted'
    | 'refused'
    | 'notAccepted'
    | 'withdrawn'
    | 'revoked';
  step: FlowStep | undefined;
  open: boolean;
  tone: 'blue' | 'sun' | 'warn' | 'good' | 'bad' | 'plain';
}

export function headlineOf(tracked: TrackedCase): Headline {
  const step = tracked.flow.steps.find((each) => each.id === tracked.currentStepId);
  switch (tracked.state) {
    case 'submitted':
      // Some flows do something before acceptance, such as announcing a call.
      return {
        key: !step || step.kind === 'acceptance' ? 'submitted' : 'inStep',
        step,
        open: true,
        tone: 'blue',
      };
    case 'inCorrection':
      return {
        key: tracked.originals ? 'originals' : 'inCorrection',
        step: undefined,
        open: true,
        tone: 'sun',
      };
    case 'inProgress':
      return {
        key: step?.kind === 'closure' ? 'closing' : 'inStep',
        step,
        open: true,
        tone: 'blue',
      };
    case 'paused':
      return { key: 'paused', step, open: true, tone: 'warn' };
    case 'granted':
      return { key: 'granted', step: undefined, open: false, tone: 'good' };
    case 'refused':
      return { key: 'refused', step: undefined, open: false, tone: 'bad' };
    case 'notAccepted':
      return { key: 'notAccepted', step: undefined, open: false, tone: 'bad' };
    case 'withdrawn':
      return { key: 'withdrawn', step: undefined, open: false, tone: 'plain' };
    case 'revoked':
      return { key: 'revoked', step: undefined, open: false, tone: 'bad' };
  }
}

/** The newest request for what is missing, while it waits for an answer. */
export function askedFor(tracked: TrackedCase) {
  if (tracked.state !== 'inCorrection' || tracked.originals) return undefined;
  return tracked.history.findLast((entry) => entry.kind === 'correctionRequested');
}

const REFUSED = new Set<TrackedCase['state']>(['refused', 'notAccepted', 'revoked']);
const REFUSING = new Set(['decided', 'refused', 'promiseBroken', 'revoked']);

/** Why it was refused, not accepted or revoked, in the staff's words. */
export function reasonOf(tracked: TrackedCase): string | undefined {
  if (!REFUSED.has(tracked.state)) return undefined;
  return tracked.history.findLast((entry) => REFUSING.has(entry.kind))?.reason;
}
