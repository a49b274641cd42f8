import { expect, test } from 'vitest';
import { percent } from './percent';

test('a share has one place after the point', () => {
  expect(percent(2, 3)).toBe('66.7%');
  expect(percent(5, 5)).toBe('100.0%');
});

test('nothing is no part of nothing', () => {
  expect(percent(0, 0)).toBe('—');
});
