import { groupsAround } from '@/lib/flowNames';
import type { FlowProgress, FlowStepView, FlowView } from './types';

/** The group a step is drawn as while sub-processes are closed: the outermost around it. */
export function boxOf(flow: FlowView, stepId: string): string {
  return groupsAround(flow.groups, stepId)[0]?.id ?? stepId;
}

/** The flow with every sub-process closed to one box; the flow itself when it has none. */
export function closedFlow(flow: FlowView): FlowView {
  const { groups, overview } = flow;
  if (!groups || !overview) return flow;
  const outer = groups.filter((group) => boxOf(flow, group.id) === group.id);
  const boxes: FlowStepView[] = outer.map((group) => ({
    id: group.id,
    kind: 'subProcess',
    name: group.name,
    nameEn: group.nameEn,
    limit: group.limit,
    countsTowardLimit: true,
    materials: [],
    risks: flow.steps.filter((step) => boxOf(flow, step.id) === group.id).flatMap((s) => s.risks),
  }));
  const edges = flow.edges
    .map((edge) => ({ ...edge, from: boxOf(flow, edge.from), to: boxOf(flow, edge.to) }))
    .filter((edge) => edge.from !== edge.to);
  return {
    ...flow,
    steps: [...flow.steps.filter((step) => boxOf(flow, step.id) === step.id), ...boxes],
    edges,
    groups: [],
    diagram: overview,
  };
}

/** Where a case stands on the closed flow: in a sub-process, or through it when it came out. */
export function closedProgress(
  flow: FlowView,
  progress: FlowProgress | undefined,
): FlowProgress | undefined {
  if (!progress) return undefined;
  const exits = new Map(flow.groups?.map((group) => [group.id, group.exit]));
  const current = new Set(progress.current.map((id) => boxOf(flow, id)));
  const done = progress.done
    .filter((id) => boxOf(flow, id) === id || exits.get(boxOf(flow, id)) === id)
    .map((id) => boxOf(flow, id));
  return { current: [...current], done: [...new Set(done)].filter((id) => !current.has(id)) };
}
