import type { FlowDraft, SubProcessDraft, SubProcessEdition } from '@/api/generated';
import { withCall } from '../flows/subProcesses';
import type { ChangedField } from '../preview/Changes';

type Version = SubProcessEdition['versions'][number];

/** A version as pages name it. */
export const named = ({ subProcess }: Version) => ({
  name: subProcess.name ?? '',
  nameEn: subProcess.nameEn,
});

/** A version as a flow takes it: a copy that says what it is. */
export function taken(edition: SubProcessEdition, version: Version): SubProcessDraft {
  return { ...version.subProcess, code: edition.code, libraryVersion: version.version };
}

/** The editions that the flow has nothing of yet. */
export function untaken(library: readonly SubProcessEdition[], flow: FlowDraft) {
  const codes = new Set(flow.subProcesses?.map((each) => each.code));
  return library.filter((edition) => !codes.has(edition.code));
}

/** The newest version, where the flow is on an older one. */
export function newer(
  library: readonly SubProcessEdition[],
  part: SubProcessDraft,
): SubProcessDraft | undefined {
  const edition = library.find((one) => one.code === part.code);
  const newest = edition?.versions[0];
  return edition && newest && newest.version > (part.libraryVersion ?? newest.version)
    ? taken(edition, newest)
    : undefined;
}

/** The flow with one more sub-process and a place where it is gone through. */
export function withTaken(flow: FlowDraft, part: SubProcessDraft): FlowDraft {
  const next = { ...flow, subProcesses: [...(flow.subProcesses ?? []), part] };
  return withCall(next, part.code);
}

/** The flow with another text in the place of one of its sub-processes. */
export function withPart(flow: FlowDraft, index: number, part: SubProcessDraft): FlowDraft {
  return {
    ...flow,
    subProcesses: (flow.subProcesses ?? []).map((each, place) => (place === index ? part : each)),
  };
}

/** What is previewed, as one reads it: steps and ways together, as a flow's are. */
export function readable(
  changes: readonly ChangedField[],
  before: SubProcessDraft | undefined,
  after: SubProcessDraft,
): ChangedField[] {
  const drawn = changes.some(({ field }) => field === 'steps' || field === 'edges');
  return [
    ...changes
      .filter(({ field }) => !['code', 'steps', 'edges'].includes(field))
      .map((change) => (change.field === 'name' ? { ...change, field: 'subName' } : change)),
    ...(drawn ? [{ field: 'flow', before, after }] : []),
  ];
}

/** The same text as the flow's own, to be changed at will. */
export function own(part: SubProcessDraft): SubProcessDraft {
  const free = { ...part };
  delete free.libraryVersion;
  return free;
}
