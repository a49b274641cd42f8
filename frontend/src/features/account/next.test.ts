import { expect, it } from 'vitest';
import { safeNext } from './next';

it.each([
  ['/apply/MAR-LIC-04', '/apply/MAR-LIC-04'],
  ['/account/cases/20261121-000123-4', '/account/cases/20261121-000123-4'],
  ['/staff', '/account'],
  ['//evil.example', '/account'],
  ['/\\evil.example', '/account'],
  ['https://evil.example', '/account'],
  ['javascript:alert(1)', '/account'],
  [null, '/account'],
])('goes on from %s to %s', (next, there) => {
  expect(safeNext(next)).toBe(there);
});
