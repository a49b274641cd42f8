import type { ClockCounts, ClockState } from '@/api/generated';

/** The states of clocks, what hurries first. */
export const CLOCKS: readonly ClockState[] = [
  'late',
  'dueToday',
  'dueSoon',
  'running',
  'paused',
  'instant',
];

export function totalOf(clocks: ClockCounts): number {
  return CLOCKS.reduce((sum, clock) => sum + clocks[clock], 0);
}

/** Per cent with one place after the point; a dash where there is nothing to be a part of. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
