/** A step that a case has been in. */
export interface Visit {
  stepId: string;
  leftAt?: string | undefined;
}

/**
 * Where a case stands on its flow. A return takes back what lay behind it: only the way that led to
 * where the case is now counts as done.
 */
export function progressOf(
  visits: readonly Visit[],
  currentStepId: string,
  open: boolean,
): { current?: string; done: string[] } {
  const path: string[] = [];
  for (const { stepId } of visits) {
    const before = path.indexOf(stepId);
    if (before >= 0) path.length = before;
    path.push(stepId);
  }
  if (!open) return { done: path };
  return { current: currentStepId, done: path.filter((id) => id !== currentStepId) };
}

/** Since when the case has been in its step. */
export function enteredAt(
  visits: readonly (Visit & { enteredAt: string })[],
  stepId: string,
): string | undefined {
  return visits.findLast((visit) => visit.stepId === stepId)?.enteredAt;
}
