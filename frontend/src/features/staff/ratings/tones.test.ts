import { expect, test } from 'vitest';
import { lastMonths } from './tones';

test('the months are those of the city and not of UTC', () => {
  expect(lastMonths(new Date('2026-10-31T17:00:00Z'), 2)).toEqual(['2026-11', '2026-10']);
  expect(lastMonths(new Date('2026-10-31T15:00:00Z'), 1)).toEqual(['2026-10']);
});

test('a year ends with December', () => {
  expect(lastMonths(new Date('2026-02-10T00:00:00Z'), 3)).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
  ]);
});
