import type { MaterialRequirement, PowerItem, SignedPromise } from '@/api/generated';
import type { Draft } from './draft';

/** Whether it may come late on a signed promise. */
export function promisable(material: MaterialRequirement): boolean {
  return material.deferrable && material.lateLimit !== undefined && material.source === 'applicant';
}

/** The materials promised to come late that haven't come after all. */
export function lateOf(draft: Draft, materials: readonly MaterialRequirement[]): string[] {
  return materials
    .filter((one) => promisable(one) && draft.late?.includes(one.code))
    .filter((one) => !draft.files[one.code]?.length && !draft.takenOver?.[one.code])
    .map((one) => one.code);
}

/** Whether a promise of the item's conditions stands for it. */
export function replaced(draft: Draft, code: string, item: Pick<PowerItem, 'promise'>): boolean {
  return (draft.conditions ?? false) && (item.promise?.replaces.includes(code) ?? false);
}

/** What is signed with it; nothing when nothing is promised. */
export function signedOf(
  draft: Draft,
  materials: readonly MaterialRequirement[],
): SignedPromise | undefined {
  const late = lateOf(draft, materials);
  const conditions = draft.conditions ?? false;
  if (late.length === 0 && !conditions) return undefined;
  return {
    version: draft.promiseVersion ?? '-',
    signedName: (draft.signedName ?? '').trim(),
    late,
    conditions,
  };
}
