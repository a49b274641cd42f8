import type {
  InfoRequestActionCode,
  InfoRequestCommand,
  InfoRequestConsulted,
  InfoRequestDecisionKind,
  InfoRequestGround,
  InfoRequestOpinion,
  OpenedInfoRequest,
} from '@/api/generated';

/** What is typed to do something about a request; everything as its field holds it. */
export interface TypedAct {
  words: string;
  days: string;
  consulted: InfoRequestConsulted | '';
  consultation: string;
  opinion: InfoRequestOpinion | '';
  decision: InfoRequestDecisionKind | '';
  ground: InfoRequestGround | '';
  authority: string;
  publicInterest: boolean;
}

type Field = 'words' | 'days' | 'consulted' | 'consultation' | 'opinion' | 'decision';

const ASKED: Record<InfoRequestActionCode, readonly Field[]> = {
  acknowledge: [],
  askClarification: ['days', 'words'],
  enterSupplement: ['words'],
  lapse: ['words'],
  askReasons: ['days', 'words'],
  enterReasons: ['words'],
  consult: ['consulted', 'words'],
  enterOpinion: ['consultation', 'opinion', 'words'],
  askExtension: ['days', 'words'],
  grantExtension: [],
  refuseExtension: ['words'],
  draft: ['decision', 'words'],
  returnDraft: ['words'],
  release: [],
  confirm: ['words'],
  enterWithdrawal: ['words'],
};

/** The decisions that keep something back, and so need a ground. */
const KEEPING_BACK: readonly string[] = ['refused', 'partlyProvided'];

export const takes = (action: InfoRequestActionCode, field: Field) => ASKED[action].includes(field);

export const keepsBack = (typed: TypedAct) => KEEPING_BACK.includes(typed.decision);

/** What a dialog begins with; a returned draft's words are at hand in the request's history. */
export function startOf(of: OpenedInfoRequest, action: InfoRequestActionCode): TypedAct {
  const open = of.consultations.find((each) => !each.opinion);
  return {
    words: '',
    days: action === 'askExtension' ? '20' : '10',
    consulted: '',
    consultation: open ? String(open.number) : '',
    opinion: '',
    decision: '',
    ground: '',
    authority: '',
    publicInterest: false,
  };
}

/** What still has to be filled in. */
export function missingOf(action: InfoRequestActionCode, typed: TypedAct): string[] {
  const optional = action === 'enterOpinion' ? ['words'] : [];
  const missing: string[] = ASKED[action].filter(
    (field) => !optional.includes(field) && !typed[field].trim(),
  );
  if (takes(action, 'decision') && keepsBack(typed) && !typed.ground) missing.push('ground');
  return missing;
}

/** As it is sent: only what the action takes. */
export function command(action: InfoRequestActionCode, typed: TypedAct): InfoRequestCommand {
  const body: InfoRequestCommand = {};
  const words = typed.words.trim();
  if (takes(action, 'words') && words) body.words = words;
  if (takes(action, 'days')) body.days = Number(typed.days);
  if (takes(action, 'consulted') && typed.consulted) body.consulted = typed.consulted;
  if (takes(action, 'consultation')) body.consultation = Number(typed.consultation);
  if (takes(action, 'opinion') && typed.opinion) body.opinion = typed.opinion;
  if (takes(action, 'decision') && typed.decision) {
    body.decision = typed.decision;
    if (keepsBack(typed) && typed.ground) body.ground = typed.ground;
    if (typed.decision === 'notOurs' && typed.authority) body.authority = typed.authority;
    if (typed.publicInterest) body.publicInterest = true;
  }
  return body;
}
