import type { FlowDraft, FlowEdgeDraft, SubProcessDraft } from '@/api/generated';
import { freshId, type FlowPart } from './edit';

/** Where in the form a step, a call or the way out of one is written. */
export interface Place {
  /** `/flow` or `/flow/subProcesses/0`. */
  at: string;
  id: string;
}

export function placeKey({ at, id }: Place): string {
  return `${at}#${id}`;
}

export function subProcessAt(index: number): string {
  return `/flow/subProcesses/${index}`;
}

function freshCode(flow: FlowDraft): string {
  const taken = new Set(flow.subProcesses?.map((each) => each.code));
  let number = taken.size + 1;
  while (taken.has(`part-${number}`)) number++;
  return `part-${number}`;
}

function distinct(edges: FlowEdgeDraft[]): FlowEdgeDraft[] {
  const key = (edge: FlowEdgeDraft) => [edge.from, edge.to, edge.outcome].join(' ');
  return edges.filter((edge, place) => edges.findIndex((one) => key(one) === key(edge)) === place);
}

/**
 * Steps become a sub-process, and a call stands where they stood: ways among them go with them, ways
 * to them and from them are the call's.
 */
export function withSubProcess(flow: FlowDraft, picked: ReadonlySet<string>): FlowDraft {
  if (picked.size === 0) return flow;
  const code = freshCode(flow);
  const call = freshId('call', flow);
  const inside = (edge: FlowEdgeDraft) => picked.has(edge.from) && picked.has(edge.to);
  const sub: SubProcessDraft = {
    code,
    name: '',
    nameEn: '',
    steps: flow.steps.filter((step) => picked.has(step.id)),
    edges: flow.edges.filter(inside),
  };
  const edges = flow.edges
    .filter((edge) => !inside(edge))
    .map((edge) => ({
      ...edge,
      from: picked.has(edge.from) ? call : edge.from,
      to: picked.has(edge.to) ? call : edge.to,
    }));
  return {
    ...flow,
    steps: flow.steps.filter((step) => !picked.has(step.id)),
    edges: distinct(edges),
    calls: [...(flow.calls ?? []), { id: call, subProcess: code }],
    subProcesses: [...(flow.subProcesses ?? []), sub],
  };
}

/** One more place where a sub-process is gone through; its ways are still to be drawn. */
export function withCall<Part extends FlowPart>(part: Part, subProcess: string): Part {
  const call = { id: freshId('call', part), subProcess };
  return { ...part, calls: [...(part.calls ?? []), call] };
}

/** The flow without a sub-process; calls of it stay, for the check to find. */
export function withoutSubProcess(flow: FlowDraft, index: number): FlowDraft {
  return { ...flow, subProcesses: flow.subProcesses?.filter((_, place) => place !== index) };
}

/** Where a step of the drawn flow is written: in the sub-process that its id leads into. */
export function placeOfStep(flow: FlowDraft, stepId: string): Place {
  const path = stepId.split('.');
  let at = '/flow';
  let part: FlowPart = flow;
  for (const id of path.slice(0, -1)) {
    const code = part.calls?.find((call) => call.id === id)?.subProcess;
    const index = flow.subProcesses?.findIndex((each) => each.code === code) ?? -1;
    const next = flow.subProcesses?.[index];
    if (!next) return { at, id };
    at = subProcessAt(index);
    part = next;
  }
  return { at, id: path.at(-1) ?? stepId };
}

/** What a pointer into the flow is about: the step or call to open so that its field is there. */
export function placeOfPointer(flow: FlowDraft, pointer: string): Place | undefined {
  const match = /^(?:\/subProcesses\/(\d+))?\/(steps|calls|edges)\/(\d+)/.exec(pointer);
  if (!match) return undefined;
  const [, sub, list, place] = match;
  const part: FlowPart | undefined = sub === undefined ? flow : flow.subProcesses?.[Number(sub)];
  const at = sub === undefined ? '/flow' : subProcessAt(Number(sub));
  const index = Number(place);
  const id =
    list === 'steps'
      ? part?.steps[index]?.id
      : list === 'calls'
        ? part?.calls?.[index]?.id
        : part?.edges[index]?.from;
  return id === undefined ? undefined : { at, id };
}
