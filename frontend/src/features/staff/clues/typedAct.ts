import type {
  ClearingForm,
  ClueActionCode,
  ClueCommand,
  ClueDisposal,
  ClueOutcome,
  ClueSanction,
  ClueTolerance,
  OpenedClue,
} from '@/api/generated';

/** What is typed to do something about a clue; everything as its field holds it. */
export interface TypedAct {
  words: string;
  investigator: string;
  reviewer: string;
  disposal: ClueDisposal | '';
  outcome: ClueOutcome | '';
  sanctions: ClueSanction[];
  ground: ClueTolerance | '';
  letter: string;
  feedback: string;
  visitOn: string;
  form: ClearingForm | '';
}

export type TextName = Exclude<keyof TypedAct, 'sanctions'>;

const ASKED: Record<ClueActionCode, readonly TextName[]> = {
  dispatch: ['investigator', 'reviewer'],
  handOver: ['words'],
  propose: ['disposal', 'words'],
  approve: [],
  returnProposal: ['words'],
  enterReply: ['words'],
  takeUp: [],
  report: ['outcome', 'words'],
  agree: ['words'],
  object: ['words'],
  decide: ['outcome', 'words', 'letter', 'feedback'],
  returnReport: ['words'],
  enterWish: ['form', 'words'],
  clear: ['words'],
  visit: ['words'],
};

/** What a dialog begins with: a decision with what was found. */
export function startOf(of: OpenedClue, action: ClueActionCode): TypedAct {
  const found = action === 'decide' ? of.reported : undefined;
  return {
    words: '',
    investigator: of.summary.investigator?.account ?? '',
    reviewer: of.summary.reviewer?.account ?? '',
    disposal: '',
    outcome: found?.outcome ?? '',
    sanctions: found?.sanctions ?? [],
    ground: found?.ground ?? '',
    letter: '',
    feedback: '',
    visitOn: '',
    form: '',
  };
}

/** What an action asks for, as far as it has been filled in. */
export function asked(of: OpenedClue, action: ClueActionCode, typed: TypedAct): TextName[] {
  const fields = ASKED[action].filter(
    (field) =>
      (field !== 'feedback' || of.summary.named) && (field !== 'letter' || of.person !== undefined),
  );
  if (!fields.includes('outcome')) return fields;
  if (typed.outcome === 'tolerated') fields.push('ground');
  if (typed.outcome === 'sanctioned' && action === 'decide') fields.push('visitOn');
  return fields;
}

/** Whether sanctions are asked for. */
export const sanctions = (action: ClueActionCode, typed: TypedAct) =>
  ASKED[action].includes('outcome') && typed.outcome === 'sanctioned';

/** What still has to be filled in; who isn't cleared or sanctioned needn't get a letter. */
export function missingOf(of: OpenedClue, action: ClueActionCode, typed: TypedAct): string[] {
  const told = typed.outcome === 'cleared' || typed.outcome === 'sanctioned';
  const missing: string[] = asked(of, action, typed).filter(
    (field) => !typed[field].trim() && (field !== 'letter' || told),
  );
  if (sanctions(action, typed) && typed.sanctions.length === 0) missing.push('sanctions');
  return missing;
}

/** As it is sent: only what the action takes. */
export function command(of: OpenedClue, action: ClueActionCode, typed: TypedAct): ClueCommand {
  const filled = asked(of, action, typed)
    .map((field) => [field, typed[field].trim()] as const)
    .filter(([, value]) => value);
  return {
    ...(Object.fromEntries(filled) as ClueCommand),
    ...(sanctions(action, typed) && { sanctions: typed.sanctions }),
  };
}
