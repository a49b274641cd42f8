import type { LimitValue, LimitUnit } from './format';

/** A deadline with how it comes about, as far as it takes to say what is left of it. */
export interface DeadlineView {
  state: 'running' | 'paused' | 'stopped';
  limit: LimitValue;
  startedAt: string;
  stoppedAt?: string | undefined;
  dueDate?: string | undefined;
  dueAt?: string | undefined;
  unitsLeft?: number | undefined;
  late?: boolean | undefined;
  provisional: boolean;
  basis: readonly {
    law: string;
    lawEn?: string | undefined;
    article: string;
    articleEn?: string | undefined;
    text: string;
    textEn?: string | undefined;
  }[];
  entries: readonly DeadlineDay[];
}

export type DayReason =
  | 'eventDay'
  | 'workingDay'
  | 'makeUpDay'
  | 'calendarDay'
  | 'clockHours'
  | 'weekend'
  | 'holiday'
  | 'paused'
  | 'movedToWorkingDay';

export interface DeadlineDay {
  date: string;
  counted: boolean;
  number?: number | undefined;
  reason: DayReason;
  note?: string | undefined;
  noteEn?: string | undefined;
  provisional?: boolean | undefined;
}

/** What is left of a limit, or by how much it is overdue (always in calendar days or hours). */
export type Remaining =
  | { kind: 'left'; amount: number; unit: LimitUnit }
  | { kind: 'overdue'; amount: number; unit: 'calendarDays' | 'hours' }
  | { kind: 'paused'; amount: number; unit: LimitUnit }
  | { kind: 'stopped'; late: boolean };

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The city's day at a moment. China has had one zone without summer time since 1991. */
export function cityDay(moment: number): string {
  return new Date(moment + 8 * HOUR).toISOString().slice(0, 10);
}

/** The day it is in the city. */
export function today(): string {
  return cityDay(Date.now());
}

/** The day after, in the city. */
export function tomorrow(): string {
  return cityDay(Date.now() + DAY);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Counts what is left from the days of the derivation itself, as the backend does it. */
export function remaining(deadline: DeadlineView, now: number): Remaining {
  if (deadline.state === 'stopped') return { kind: 'stopped', late: deadline.late ?? false };
  const { unit } = deadline.limit;
  if (deadline.state === 'paused' || !deadline.dueDate) {
    return { kind: 'paused', amount: deadline.unitsLeft ?? 0, unit };
  }
  if (unit === 'hours') {
    const left = Date.parse(deadline.dueAt ?? `${deadline.dueDate}T23:59:59+08:00`) - now;
    return left >= 0
      ? { kind: 'left', amount: Math.floor(left / HOUR), unit }
      : { kind: 'overdue', amount: Math.max(1, Math.floor(-left / HOUR)), unit: 'hours' };
  }
  const today = cityDay(now);
  if (today > deadline.dueDate) {
    return {
      kind: 'overdue',
      amount: daysBetween(deadline.dueDate, today),
      unit: 'calendarDays',
    };
  }
  if (unit === 'calendarDays') {
    return { kind: 'left', amount: daysBetween(today, deadline.dueDate), unit };
  }
  const amount = deadline.entries.filter((day) => day.counted && day.date > today).length;
  return { kind: 'left', amount, unit };
}

/** How the days of a derivation fall: what counted, what didn't and why. */
export function tally(days: readonly DeadlineDay[]): {
  counted: number;
  resting: number;
  paused: number;
} {
  let counted = 0;
  let resting = 0;
  let paused = 0;
  for (const day of days) {
    if (day.counted) counted += 1;
    else if (day.reason === 'paused') paused += 1;
    else if (day.reason === 'weekend' || day.reason === 'holiday') resting += 1;
  }
  return { counted, resting, paused };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
