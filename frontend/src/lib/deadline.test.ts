import { describe, expect, it } from 'vitest';
import {
  cityDay,
  type DeadlineDay,
  type DeadlineView,
  remaining,
  tally,
  weekdayOf,
} from './deadline';
import { enteredAt } from './progress';

const day = (date: string, counted: boolean, reason: DeadlineDay['reason']): DeadlineDay => ({
  date,
  counted,
  reason,
});

// Accepted on Friday 20 November 2026, three working days.
const entries = [
  day('2026-11-20', false, 'eventDay'),
  day('2026-11-21', false, 'weekend'),
  day('2026-11-22', false, 'weekend'),
  day('2026-11-23', true, 'workingDay'),
  day('2026-11-24', true, 'workingDay'),
  day('2026-11-25', true, 'workingDay'),
];
const running: DeadlineView = {
  state: 'running',
  limit: { amount: 3, unit: 'workingDays' },
  startedAt: '2026-11-20T10:00:00+08:00',
  dueDate: '2026-11-25',
  dueAt: '2026-11-25T23:59:59+08:00',
  provisional: false,
  basis: [],
  entries,
};
const at = (moment: string) => Date.parse(moment);

describe('what is left of a limit', () => {
  it.each([
    ['on the day it began', '2026-11-20T15:00:00+08:00', 3],
    ['over the weekend', '2026-11-22T15:00:00+08:00', 3],
    ['on the first day that counts', '2026-11-23T09:00:00+08:00', 2],
    ['on the last day', '2026-11-25T23:59:00+08:00', 0],
  ])('counts the working days still to come %s', (_, now, amount) => {
    expect(remaining(running, at(now))).toEqual({ kind: 'left', amount, unit: 'workingDays' });
  });

  it("goes by the city's day, not the reader's", () => {
    // 16:30 UTC on the 25th is the 26th in the city.
    expect(remaining(running, at('2026-11-25T16:30:00Z'))).toEqual({
      kind: 'overdue',
      amount: 1,
      unit: 'calendarDays',
    });
  });

  it('counts calendar days as they come', () => {
    const calendar = { ...running, limit: { amount: 5, unit: 'calendarDays' as const } };
    expect(remaining(calendar, at('2026-11-22T12:00:00+08:00'))).toMatchObject({ amount: 3 });
  });

  it('counts whole hours to the minute it is due', () => {
    const hours = {
      ...running,
      limit: { amount: 24, unit: 'hours' as const },
      dueAt: '2026-11-21T10:00:00+08:00',
    };
    expect(remaining(hours, at('2026-11-21T08:30:00+08:00'))).toMatchObject({
      kind: 'left',
      amount: 1,
    });
    expect(remaining(hours, at('2026-11-21T10:30:00+08:00'))).toMatchObject({ kind: 'overdue' });
  });

  it('says what was left when the clock was paused, and how it stopped', () => {
    const paused = { ...running, state: 'paused' as const, dueDate: undefined, unitsLeft: 2 };
    expect(remaining(paused, at('2027-01-01T00:00:00Z'))).toEqual({
      kind: 'paused',
      amount: 2,
      unit: 'workingDays',
    });
    const stopped = { ...running, state: 'stopped' as const, late: true };
    expect(remaining(stopped, 0)).toEqual({ kind: 'stopped', late: true });
  });
});

describe('the days', () => {
  it('are tallied', () => {
    expect(tally([...entries, day('2026-11-26', false, 'paused')])).toEqual({
      counted: 3,
      resting: 2,
      paused: 1,
    });
  });
  it('know their weekday and begin at midnight in the city', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(cityDay(at('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(cityDay(at('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  });
});

describe('the way of a case', () => {
  const visits = ['submit', 'accept', 'review', 'accept'].map((stepId, index) => ({
    stepId,
    enteredAt: `2026-11-2${index}T09:00:00+08:00`,
  }));
  it('knows since when the case has been where it is', () => {
    expect(enteredAt(visits, 'accept')).toBe('2026-11-23T09:00:00+08:00');
  });
});
