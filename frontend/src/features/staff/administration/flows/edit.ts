import type {
  FlowCallDraft,
  FlowDraft,
  FlowEdgeDraft,
  FlowStepDraft,
  StepKind,
} from '@/api/generated';

/** The posts that act in Sunlit, by the codes accounts are matched with. */
export const POSTS = [
  { code: 'window', name: '窗口受理岗', nameEn: 'Window clerk' },
  { code: 'reviewer', name: '审核岗', nameEn: 'Reviewer' },
  { code: 'approver', name: '审批岗', nameEn: 'Approver' },
  { code: 'expert', name: '专家评审组织岗', nameEn: 'Expert review organiser' },
  { code: 'inspector', name: '现场核查岗', nameEn: 'Inspector' },
  { code: 'issuer', name: '制证发证岗', nameEn: 'Issuing clerk' },
  { code: 'township', name: '乡镇便民服务中心岗', nameEn: 'Township service clerk' },
  { code: 'agent', name: '村级代办岗', nameEn: 'Village agent' },
] as const;

/** Each kind of step there is, in the order they are offered; one left out would not compile. */
const EVERY_KIND: Record<StepKind, true> = {
  submission: true,
  preReview: true,
  acceptance: true,
  review: true,
  formalReview: true,
  expertReview: true,
  inspection: true,
  hearing: true,
  publicNotice: true,
  committeeReview: true,
  approval: true,
  contract: true,
  execution: true,
  evaluation: true,
  announcement: true,
  issuance: true,
  delivery: true,
  fork: true,
  join: true,
  closure: true,
  termination: true,
};
export const KINDS = Object.keys(EVERY_KIND) as StepKind[];

/** Whether a post of the authority has something to do there. */
export function isActedOn(kind: string): boolean {
  return !['submission', 'fork', 'join', 'closure', 'termination'].includes(kind);
}

/** What a flow and a sub-process of it have in common. */
export interface FlowPart {
  steps: FlowStepDraft[];
  edges: FlowEdgeDraft[];
  calls?: FlowCallDraft[];
}

/** An id nothing beside it has. */
export function freshId(kind: 'step' | 'call', part: FlowPart): string {
  const taken = new Set([...part.steps, ...(part.calls ?? [])].map((each) => each.id));
  let number = part.steps.length + 1;
  while (taken.has(`${kind}-${number}`)) number++;
  return `${kind}-${number}`;
}

function blankStep(id: string): FlowStepDraft {
  return {
    id,
    kind: 'review',
    name: '',
    nameEn: '',
    weight: 1,
    countsTowardLimit: true,
    materials: [],
    risks: [],
  };
}

const isPass = (edge: FlowEdgeDraft) => edge.outcome === 'pass';

/** A new step between this one and where it passes on to. */
export function withStepAfter<Part extends FlowPart>(flow: Part, index: number): Part {
  const before = flow.steps[index];
  const step = blankStep(freshId('step', flow));
  const steps = [...flow.steps];
  steps.splice(index + 1, 0, step);
  if (!before) return { ...flow, steps };
  const passing = flow.edges.find((edge) => edge.from === before.id && isPass(edge));
  const edges = flow.edges.map((edge) => (edge === passing ? { ...edge, to: step.id } : edge));
  if (passing) {
    edges.splice(edges.findIndex((edge) => edge.to === step.id) + 1, 0, {
      from: step.id,
      to: passing.to,
      outcome: 'pass',
    });
  } else if (isActedOn(before.kind) || before.kind === 'submission') {
    edges.push({ from: before.id, to: step.id, outcome: 'pass' });
  }
  return { ...flow, steps, edges };
}

/** The flow without a step; who led there leads to where it passed on to. */
export function withoutStep<Part extends FlowPart>(flow: Part, index: number): Part {
  const gone = flow.steps[index];
  if (!gone) return flow;
  return {
    ...flow,
    edges: closedUp(flow, gone.id),
    steps: flow.steps.filter((step) => step !== gone),
  };
}

/** The part without a call; who led there leads to where it passed on to. */
export function withoutCall<Part extends FlowPart>(part: Part, id: string): Part {
  return {
    ...part,
    edges: closedUp(part, id),
    calls: part.calls?.filter((call) => call.id !== id),
  };
}

function closedUp(flow: FlowPart, id: string): FlowEdgeDraft[] {
  const gone = { id };
  const onward = flow.edges.find((edge) => edge.from === gone.id && isPass(edge))?.to;
  const edges = flow.edges
    .filter((edge) => edge.from !== gone.id)
    .flatMap((edge) => {
      if (edge.to !== gone.id) return [edge];
      return onward && isPass(edge) && onward !== edge.from ? [{ ...edge, to: onward }] : [];
    });
  return edges;
}

const USUAL = ['pass', 'reject', 'return'];

/** One more way out of a step, by the first usual outcome it doesn't have. */
export function withWay<Part extends FlowPart>(flow: Part, from: string): Part {
  const taken = flow.edges.filter((edge) => edge.from === from).map((edge) => edge.outcome);
  const outcome = USUAL.find((one) => !taken.includes(one)) ?? '';
  return { ...flow, edges: [...flow.edges, { from, to: '', outcome }] };
}

/** The flow with every counting step sharing the promise by its weight again. */
export function withSharedLimits(flow: FlowDraft): FlowDraft {
  return {
    ...flow,
    steps: flow.steps.map((step) => {
      if (!step.countsTowardLimit || !isActedOn(step.kind)) return step;
      const shared = { ...step };
      delete shared.limit;
      return shared;
    }),
  };
}
