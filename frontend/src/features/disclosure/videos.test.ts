import { expect, it } from 'vitest';
import type { VideoSummary } from '@/api/generated';
import { byCategory, lengthOf } from './videos';

it.each([
  [5, '0:05'],
  [75, '1:15'],
  [3675, '1:01:15'],
])('says %i seconds as %s', (seconds, text) => expect(lengthOf(seconds)).toBe(text));

it('puts films under their first category, in their order', () => {
  const film = (number: string, ...categories: string[]) =>
    ({ number, categories }) as VideoSummary;
  const groups = byCategory([film('1', 'a', 'b'), film('2', 'b'), film('3', 'a')]);
  expect(groups.map(([code, films]) => [code, films.map((each) => each.number)])).toEqual([
    ['a', ['1', '3']],
    ['b', ['2']],
  ]);
});
