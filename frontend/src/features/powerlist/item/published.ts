import type { PowerItem } from '@/api/generated';

/**
 * Whether the department has described the item at all. A list that was only imported has names and
 * codes; for it an empty list of materials doesn't mean that nothing is needed.
 */
export function isDescribed(item: PowerItem): boolean {
  return (
    item.materials.length > 0 ||
    item.conditions.length > 0 ||
    item.legalBases.length > 0 ||
    item.promisedLimit !== undefined
  );
}

const EXPECTED = [
  'promisedLimit',
  'visits',
  'serviceFor',
  'result',
  'materials',
  'conditions',
  'fees',
  'legalBases',
  'windows',
  'telephones',
  'supervisionTelephones',
  'duties',
  'accountability',
] as const;

export type ExpectedField = (typeof EXPECTED)[number];

/** What the power list ought to say about an item and doesn't. */
export function unpublished(item: PowerItem, appliedFor: boolean): ExpectedField[] {
  const described = isDescribed(item);
  return EXPECTED.filter((field) => {
    const value = item[field];
    // No materials is an answer once the item is described, no fees once it is said to be free.
    if (field === 'fees') return item.free === undefined && item.fees.length === 0;
    if (field === 'materials') return !described && item.materials.length === 0;
    if ((field === 'visits' || field === 'result' || field === 'conditions') && !appliedFor) {
      return false;
    }
    if (field === 'promisedLimit' && item.handling === 'instant') return false;
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
}
