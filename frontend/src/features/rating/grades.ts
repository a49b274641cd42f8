import type { Satisfaction } from '@/api/generated';

/** From the best to the worst. */
export const GRADES: readonly Satisfaction[] = ['satisfied', 'basicallySatisfied', 'notSatisfied'];

/** What a case can be rated in besides the whole (G2). */
export const ASPECTS = ['efficiency', 'attitude', 'quality'] as const;
export type Aspect = (typeof ASPECTS)[number];
