/** A step that a case has been in. */
export interface Visit {
  stepId: string;
  leftAt?: string | undefined;
  outcome?: string | undefined;
}

interface Edge {
  from: string;
  to: string;
  outcome: string;
}

const BACKWARD = new Set(['return', 'repeat']);

/** Everything that comes after a step, on whichever way. */
function behind(stepId: string, edges: readonly Edge[]): Set<string> {
  const found = new Set<string>();
  const waiting = [stepId];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const edge of edges) {
      if (edge.from === here && !BACKWARD.has(edge.outcome) && !found.has(edge.to)) {
        found.add(edge.to);
        waiting.push(edge.to);
      }
    }
  }
  return found;
}

/**
 * Where a case stands on its flow. A return takes back what lay behind it: only the ways that led to
 * where the case is now count as done. While work is done in parallel it is in several steps.
 */
export function progressOf(
  visits: readonly Visit[],
  open: boolean,
  edges: readonly Edge[],
): { current: string[]; done: string[] } {
  const latest = new Map<string, Visit>();
  for (const visit of visits) {
    if (latest.has(visit.stepId)) {
      for (const undone of behind(visit.stepId, edges)) latest.delete(undone);
      latest.delete(visit.stepId);
    }
    latest.set(visit.stepId, visit);
  }
  const current = open ? [...latest.values()].filter((visit) => !visit.leftAt) : [];
  const done = [...latest.values()].filter(
    (visit) => !current.includes(visit) && visit.outcome !== 'undone' && visit.outcome !== 'return',
  );
  return {
    current: current.map((visit) => visit.stepId),
    done: done.map((visit) => visit.stepId),
  };
}

/** Since when the case has been in its step. */
export function enteredAt(
  visits: readonly (Visit & { enteredAt: string })[],
  stepId: string,
): string | undefined {
  return visits.findLast((visit) => visit.stepId === stepId)?.enteredAt;
}
