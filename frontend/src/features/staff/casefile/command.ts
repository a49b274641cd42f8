import type { ActionCommand, CaseFile, FlowStep, PossibleAction } from '@/api/generated';

export type ActionName = PossibleAction['action'];

/** The decision by which an ended case is handled again, as it is typed. */
export interface FilledReview {
  kind: 'reconsideration' | 'judgment' | 'supervision' | undefined;
  authority: string;
  documentNumber: string;
  decidedOn: string;
  former: 'withdrawn' | 'kept' | undefined;
  clockFrom: string;
  limit: string;
  unit: 'workingDays' | 'calendarDays';
}

export const EMPTY_REVIEW: FilledReview = {
  kind: undefined,
  authority: '',
  documentNumber: '',
  decidedOn: '',
  former: undefined,
  clockFrom: '',
  limit: '',
  unit: 'workingDays',
};

/** What a member of the staff fills in before acting. */
export interface Filled {
  /** toStepId of the way chosen */
  way: string | undefined;
  returnTo: string | undefined;
  reason: string;
  ground: ActionCommand['ground'];
  /** By how many days the limit is to be extended. */
  days: string;
  /** What to hand in, by the code of the material; what is on no list under the empty code. */
  missing: Record<string, string>;
  /** Codes of the materials whose originals were checked. */
  seen: readonly string[];
  greenGround: string;
  review: FilledReview;
  confirmedRisk: boolean;
}

export interface Lack {
  field:
    | 'way'
    | 'returnTo'
    | 'reason'
    | 'ground'
    | 'days'
    | 'missing'
    | 'originals'
    | 'seen'
    | 'greenGround'
    | 'review'
    | 'confirmedRisk';
}

export type Way = PossibleAction['outcomes'][number];

/** The pause grounds that rest on the item's own statute, which the reason has to name. */
export const GROUNDS = [
  'hearing',
  'tendering',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
  'publicNotice',
] as const;

/** The letter of each action: its first in English where that is free. */
export const KEYS: Record<ActionName, string> = {
  accept: 'a',
  refuse: 'x',
  'request-correction': 'c',
  'request-originals': 'o',
  'receive-originals': 'o',
  advance: 'f',
  return: 'b',
  pause: 'p',
  resume: 'r',
  extend: 'm',
  decide: 'd',
  close: 'e',
  'mark-green': 'g',
  reopen: 'n',
};

const PRIMARY: ReadonlySet<ActionName> = new Set([
  'accept',
  'advance',
  'decide',
  'close',
  'resume',
  'request-originals',
  'receive-originals',
]);

export function isPrimary(action: ActionName): boolean {
  return PRIMARY.has(action);
}

export function stepOf(file: CaseFile, id: string): FlowStep | undefined {
  return file.flow.steps.find((step) => step.id === id);
}

/** The way that is meant: the one chosen, or the only one there is. */
export function wayOf(possible: PossibleAction, filled: Filled): Way | undefined {
  if (possible.outcomes.length === 1) return possible.outcomes[0];
  return possible.outcomes.find((way) => way.toStepId === filled.way);
}

/** Refusing somebody something has to be explained to them; so do a return and a pause. */
export function needsReason(file: CaseFile, possible: PossibleAction, filled: Filled): boolean {
  if (possible.needsReason) return true;
  const way = wayOf(possible, filled);
  return way !== undefined && stepOf(file, way.toStepId)?.kind === 'termination';
}

/** Going on after a pause judges nothing, so it needs no confirmation. */
export function risksOf(file: CaseFile, action: ActionName, stepId?: string): FlowStep['risks'] {
  if (action === 'resume') return [];
  const steps = stepId ? [stepId] : (file.currentStepIds ?? [file.currentStepId]);
  return steps.flatMap((id) => stepOf(file, id)?.risks ?? []);
}

export function lacksOf(file: CaseFile, possible: PossibleAction, filled: Filled): Lack[] {
  const { action } = possible;
  const lacks: Lack[] = [];
  if (possible.outcomes.length > 1 && !wayOf(possible, filled)) lacks.push({ field: 'way' });
  if ((action === 'return' || action === 'reopen') && !filled.returnTo)
    lacks.push({ field: 'returnTo' });
  if (action === 'pause' && !filled.ground) lacks.push({ field: 'ground' });
  if (action === 'extend' && !daysOf(filled)) lacks.push({ field: 'days' });
  if (action === 'request-correction' && missingOf(filled).length === 0) {
    lacks.push({ field: 'missing' });
  }
  if (action === 'request-originals' && missingOf(filled).length === 0) {
    lacks.push({ field: 'originals' });
  }
  if (
    action === 'receive-originals' &&
    (file.originals ?? []).some((code) => !filled.seen.includes(code))
  ) {
    lacks.push({ field: 'seen' });
  }
  if (action === 'mark-green' && !filled.greenGround) lacks.push({ field: 'greenGround' });
  if (action === 'reopen' && !reviewOf(filled)) lacks.push({ field: 'review' });
  if (needsReason(file, possible, filled) && !filled.reason.trim()) lacks.push({ field: 'reason' });
  if (risksOf(file, action, possible.stepId).length > 0 && !filled.confirmedRisk) {
    lacks.push({ field: 'confirmedRisk' });
  }
  return lacks;
}

/** 行政许可法第四十二条: ten days at the most. */
export const LONGEST_EXTENSION = 10;

function daysOf(filled: Filled): number | undefined {
  const days = Number(filled.days);
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_EXTENSION ? days : undefined;
}

/** Moving the clock takes two persons. */
export function needsTwo(action: ActionName): boolean {
  return (
    action === 'pause' || action === 'extend' || action === 'mark-green' || action === 'reopen'
  );
}

function reviewOf({ review }: Filled): ActionCommand['review'] {
  const { kind, former } = review;
  const authority = review.authority.trim();
  const documentNumber = review.documentNumber.trim();
  const amount = Number(review.limit);
  if (!kind || !former || !authority || !documentNumber || !review.decidedOn || !review.clockFrom) {
    return undefined;
  }
  if (review.limit.trim() && !(Number.isInteger(amount) && amount >= 1 && amount <= 180)) {
    return undefined;
  }
  return {
    kind,
    former,
    authority,
    documentNumber,
    decidedOn: review.decidedOn,
    clockFrom: review.clockFrom,
    ...(review.limit.trim() && { limit: { amount, unit: review.unit } }),
  };
}

function missingOf(filled: Filled): NonNullable<ActionCommand['missing']> {
  return Object.entries(filled.missing).flatMap(([code, what]) =>
    what.trim() === ''
      ? []
      : code === ''
        ? what
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => ({ what: line.trim() }))
        : [{ materialCode: code, what: what.trim() }],
  );
}

/** What is filled in, as the contract wants it. */
export function toCommand(possible: PossibleAction, filled: Filled): ActionCommand {
  const { action } = possible;
  const way = wayOf(possible, filled);
  const rejects = way?.outcome === 'reject';
  return {
    ...(filled.reason.trim() && { reason: filled.reason.trim() }),
    ...(filled.confirmedRisk && { confirmedRisk: true }),
    ...(way && (action === 'accept' || action === 'advance') && { outcome: way.outcome }),
    ...(action === 'decide' && {
      decision: rejects ? 'refuse' : 'grant',
      ...(way && !rejects && { outcome: way.outcome }),
    }),
    ...((action === 'return' || action === 'reopen') &&
      filled.returnTo && { toStep: filled.returnTo }),
    ...(possible.stepId && { step: possible.stepId }),
    ...(action === 'extend' && { days: daysOf(filled) }),
    ...(action === 'pause' && filled.ground && { ground: filled.ground }),
    ...((action === 'request-correction' || action === 'request-originals') && {
      missing: missingOf(filled),
    }),
    ...(action === 'receive-originals' && { materials: [...filled.seen] }),
    ...(action === 'mark-green' && { greenGround: filled.greenGround }),
    ...(action === 'reopen' && { review: reviewOf(filled) }),
  };
}
