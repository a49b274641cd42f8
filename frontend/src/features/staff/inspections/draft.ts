import type {
  InspectionCall,
  InspectionCheckResult,
  InspectionDraft,
  InspectionKind,
  InspectionSample,
} from '@/api/generated';
import { cityTime } from '../people/change';

export type Called = '' | 'satisfied' | 'unsatisfied' | 'notReached';

/** What somebody has written of an inspection so far, as it stands in the form. */
export interface Written {
  kind: InspectionKind;
  department: string;
  place: string;
  post: string;
  at: string;
  inspectors: readonly string[];
  results: Readonly<Record<string, InspectionCheckResult>>;
  found: string;
  conclusion: string;
  cases: string;
  sample: InspectionSample | undefined;
  calls: Readonly<Record<string, Called>>;
  answered: 'yes' | 'no';
  rings: string;
  seconds: string;
  right: '' | 'yes' | 'no';
  asked: string;
  satisfied: string;
}

export const BLANK: Written = {
  kind: 'open',
  department: '',
  place: '',
  post: '',
  at: '',
  inspectors: [],
  results: {},
  found: '',
  conclusion: '',
  cases: '',
  sample: undefined,
  calls: {},
  answered: 'yes',
  rings: '',
  seconds: '',
  right: '',
  asked: '',
  satisfied: '',
};

function calls(written: Written): InspectionCall[] {
  return Object.entries(written.calls).flatMap(([caseNumber, called]): InspectionCall[] => {
    if (!called) return [];
    return called === 'notReached'
      ? [{ caseNumber, reached: false }]
      : [{ caseNumber, reached: true, satisfied: called === 'satisfied' }];
  });
}

const number = (text: string) => (text.trim() === '' ? undefined : Number(text));

function telephone(written: Written): NonNullable<InspectionDraft['telephone']> {
  const rings = number(written.rings);
  const seconds = number(written.seconds);
  return {
    answered: written.answered === 'yes',
    ...(rings !== undefined && { rings }),
    ...(seconds !== undefined && { seconds }),
    ...(written.right && { right: written.right === 'yes' }),
  };
}

/** The same as the server takes it: only what belongs to its kind. */
export function draftOf(
  written: Written,
  checks: readonly string[],
  evidence: readonly string[],
): InspectionDraft {
  const { kind, sample } = written;
  return {
    kind,
    department: written.department,
    ...(written.place && { place: written.place }),
    ...(written.post.trim() && { post: written.post.trim() }),
    inspectedAt: cityTime(written.at) ?? '',
    inspectors: [...written.inspectors],
    checks: checks.map((code) => ({ code, result: written.results[code] ?? 'met' })),
    found: written.found.trim(),
    conclusion: written.conclusion.trim(),
    ...(kind === 'fileReview' && { cases: written.cases.split(/\s+/).filter(Boolean) }),
    ...(kind === 'callBack' && {
      ...(sample && { sampleId: sample.id }),
      calls: calls(written),
    }),
    ...(kind === 'telephone' && { telephone: telephone(written) }),
    ...(kind === 'opinionPoll' && {
      poll: { asked: number(written.asked) ?? 0, satisfied: number(written.satisfied) ?? 0 },
    }),
    ...(evidence.length > 0 && { evidence: [...evidence] }),
  };
}
