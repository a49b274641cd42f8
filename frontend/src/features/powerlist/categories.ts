/** The categories in the order of the power list 权力清单. */
export const CATEGORIES = [
  'licence',
  'penalty',
  'coercion',
  'levy',
  'payment',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
  'publicService',
] as const;

export type CategoryCode = (typeof CATEGORIES)[number];

/** 依职权: the department acts of its own accord, nobody applies. */
const EX_OFFICIO: ReadonlySet<string> = new Set(['penalty', 'coercion', 'inspection', 'levy']);

export function isAppliedFor(category: string): boolean {
  return !EX_OFFICIO.has(category);
}
