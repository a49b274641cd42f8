import { describe, expect, test } from 'vitest';
import type { Confirmation } from '@/api/generated';
import { caseOf, decisionsFor, needsNote } from './decisions';

const request: Confirmation = {
  id: '0b0f5b0e-0000-4000-8000-000000000001',
  kind: 'pause',
  subject: '20261121-000123-4',
  requestedBy: '龚若谷',
  details: { ground: 'hearing' },
  requestedAt: '2026-11-21T09:00:00+08:00',
  expiresAt: '2026-11-24T09:00:00+08:00',
  state: 'open',
  mayDecide: false,
  mayWithdraw: false,
};

describe('what waits for a second person', () => {
  test.each([
    ['a colleague', { mayDecide: true }, ['confirm', 'decline']],
    ['whoever asked', { mayWithdraw: true }, ['withdraw']],
    ['anybody else', {}, []],
  ] as const)('offers %s what they may', (_, may, wanted) => {
    expect(decisionsFor({ ...request, ...may })).toEqual(wanted);
  });

  test('asks for a word only from whoever says no', () => {
    expect(['confirm', 'decline', 'withdraw'].filter((one) => needsNote(one as never))).toEqual([
      'decline',
    ]);
  });

  test('leads to a case where it is about one', () => {
    expect(caseOf(request)).toBe('20261121-000123-4');
    expect(caseOf({ ...request, subject: '../../evil' })).toBeUndefined();
  });
});
