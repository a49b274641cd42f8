import type { RectificationState, Satisfaction } from '@/api/generated';
import type { Tone } from '@/components';

export const GRADES: readonly Satisfaction[] = ['satisfied', 'basicallySatisfied', 'notSatisfied'];

export const GRADE_TONES: Record<Satisfaction, Tone> = {
  satisfied: 'good',
  basicallySatisfied: 'blue',
  notSatisfied: 'bad',
};

export const STATES: readonly RectificationState[] = [
  'opened',
  'withSupervisor',
  'assigned',
  'returned',
  'answered',
  'mended',
  'closed',
];

export const STATE_TONES: Record<RectificationState, Tone> = {
  opened: 'sun',
  withSupervisor: 'bad',
  assigned: 'blue',
  returned: 'warn',
  answered: 'blue',
  mended: 'good',
  closed: 'plain',
};

/** The months up to the present one, the newest first, as the API names them. */
export function lastMonths(now: Date, count: number): string[] {
  const names: string[] = [];
  // Months are those of the city's clock, eight hours ahead of UTC.
  const here = new Date(now.getTime() + 8 * 3_600_000);
  for (let back = 0; back < count; back += 1) {
    const month = new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1));
    names.push(month.toISOString().slice(0, 7));
  }
  return names;
}
