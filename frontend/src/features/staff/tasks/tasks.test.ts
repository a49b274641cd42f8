import { describe, expect, it } from 'vitest';
import { dueIn } from '@/lib/due';
import { addressOf, isFiltered, lookOf, lookOfFilter } from './query';
import { grouped, steady } from './steady';

const row = (id: string, text = id) => ({ id, text });
const idOf = ({ id }: { id: string }) => id;

describe('a list somebody is reading', () => {
  it('keeps its order and shows what has changed within the rows', () => {
    const shown = [row('a'), row('b')];
    const live = [row('b', 'new'), row('a')];
    expect(steady(shown, live, idOf)).toEqual({ rows: [row('a'), row('b', 'new')], waiting: 2 });
  });
  it('keeps a row that is gone, and counts what would come and go', () => {
    const { rows, waiting } = steady([row('a'), row('b')], [row('c'), row('b')], idOf);
    expect(rows.map(idOf)).toEqual(['a', 'b']);
    expect(waiting).toBe(2);
  });
  it('has nothing waiting when nothing would move', () => {
    expect(steady([row('a')], [row('a', 'new')], idOf).waiting).toBe(0);
  });
});

it('puts what is due together under one heading', () => {
  const rows = [{ due: 'late' }, { due: 'late' }, { due: 'today' }] as const;
  expect(grouped(rows, ({ due }) => due).map(({ key, rows: of }) => [key, of.length])).toEqual([
    ['late', 2],
    ['today', 1],
  ]);
});

describe('a way of looking at the list', () => {
  it('stands in the address and is read from it again', () => {
    const look = { scope: 'department', due: 'late', state: 'paused', q: '食品' } as const;
    const address = addressOf(look, 'mine');
    expect(lookOf(new URLSearchParams(address.split('?')[1]), 'mine')).toEqual(look);
  });
  it('says nothing of what is usual', () => {
    expect(addressOf({ scope: 'mine', q: '' }, 'mine')).toBe('/staff');
    expect(isFiltered({ scope: 'mine', q: '' }, 'mine')).toBe(false);
    expect(isFiltered({ scope: 'mine', q: '', due: 'late' }, 'mine')).toBe(true);
  });
  it('ignores what it doesn’t know', () => {
    expect(lookOf(new URLSearchParams('due=soonish&scope=all'), 'mine')).toEqual({
      scope: 'mine',
      due: undefined,
      state: undefined,
      q: '',
    });
  });
  it('is what a kept filter asks for', () => {
    expect(lookOfFilter({ id: '1', name: '急', scope: 'mine', due: 'today', found: 2 })).toEqual({
      scope: 'mine',
      due: 'today',
      state: undefined,
      q: '',
    });
  });
});

describe('when a case is due', () => {
  const now = Date.parse('2026-11-23T10:00:00+08:00');
  it.each([
    [{ dueSpan: 'none' }, { kind: 'none' }],
    [
      { dueSpan: 'late', dueAt: '2026-11-20T23:59:59+08:00' },
      { kind: 'late', days: 3 },
    ],
    [
      { dueSpan: 'late', dueAt: '2026-11-23T09:00:00+08:00' },
      { kind: 'late', days: 0 },
    ],
    [{ dueSpan: 'today', dueAt: '2026-11-23T23:59:59+08:00' }, { kind: 'today' }],
    [
      { dueSpan: 'soon', dueAt: '2026-11-25T23:59:59+08:00', workingDaysLeft: 2 },
      { kind: 'in', workingDays: 2 },
    ],
  ])('%o', (summary, due) => {
    expect(dueIn(summary, now)).toEqual(due);
  });
});
