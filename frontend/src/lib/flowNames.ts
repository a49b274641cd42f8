interface Named {
  name: string;
  nameEn?: string | undefined;
}

interface Flow {
  steps: readonly ({ id: string } & Named)[];
  groups?: readonly ({ id: string } & Named)[] | undefined;
}

/** Which run of a sub-process a stay is in. */
interface Run {
  id: string;
  run: number;
}

/** The sub-processes a step is in, the outermost first. */
export function groupsAround<Group extends { id: string }>(
  groups: readonly Group[] | undefined,
  stepId: string,
): Group[] {
  return (groups ?? []).filter((group) => stepId.startsWith(`${group.id}.`));
}

/**
 * A step's name where it stands alone, behind those of the sub-processes it is in; from the second
 * run on with the number of the run.
 */
export function nameInFlow(
  flow: Flow,
  stepId: string,
  runs: readonly Run[] = [],
): Named | undefined {
  const step = flow.steps.find((each) => each.id === stepId);
  if (!step) return undefined;
  const around = groupsAround(flow.groups, stepId).map((group) => {
    const run = runs.find((each) => each.id === group.id)?.run ?? 1;
    const english = group.nameEn ?? group.name;
    return run > 1
      ? { name: `${group.name}（第${run}次）`, nameEn: `${english} (run ${run})` }
      : { name: group.name, nameEn: english };
  });
  const path = [...around, step];
  return {
    name: path.map((each) => each.name).join(' › '),
    nameEn: path.map((each) => each.nameEn ?? each.name).join(' › '),
  };
}
