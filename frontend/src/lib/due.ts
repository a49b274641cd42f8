import { cityDay } from './deadline';

/** How much time is left, in the words of an office. */
export type DueIn =
  | { kind: 'none' }
  | { kind: 'late'; days: number }
  | { kind: 'today' }
  | { kind: 'in'; workingDays: number };

/** From what a list says of a case; overdue is counted in calendar days, 0 is since this morning. */
export function dueIn(
  summary: { dueAt?: string | undefined; workingDaysLeft?: number | undefined; dueSpan: string },
  now: number,
): DueIn {
  if (summary.dueSpan === 'none' || !summary.dueAt) return { kind: 'none' };
  const due = Date.parse(summary.dueAt);
  if (summary.dueSpan === 'late') {
    const days = (Date.parse(cityDay(now)) - Date.parse(cityDay(due))) / 86_400_000;
    return { kind: 'late', days: Math.max(0, Math.round(days)) };
  }
  if (summary.dueSpan === 'today') return { kind: 'today' };
  return { kind: 'in', workingDays: summary.workingDaysLeft ?? 0 };
}
