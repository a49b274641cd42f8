import { describe, expect, it } from 'vitest';
import { happenings } from './happenings';
import type { CreditEntryView } from './types';

const NONE = { state: 'none' } as const;
const entry: CreditEntryView = {
  id: 'e',
  kind: 'late',
  enteredAt: '2026-03-10T09:00:00+08:00',
  counts: false,
  periodEnds: '2027-03-10',
  removed: true,
  contest: {
    state: 'granted',
    askedAt: '2026-03-12T09:00:00+08:00',
    answeredAt: '2026-03-20T09:00:00+08:00',
    reason: '当天已寄出',
    answer: '经查属实',
  },
  repair: NONE,
};

describe('the history of a promise', () => {
  it('has its events and what came of it in one order, the latest first', () => {
    const found = happenings(
      [
        { at: '2026-03-01T09:00:00+08:00', kind: 'signed', pieces: ['M1'] },
        { at: '2026-03-08T01:00:00Z', kind: 'reminded', pieces: ['M1'] },
        { at: '2026-03-10T09:00:00+08:00', kind: 'broken', pieces: ['M1'] },
      ],
      [entry],
    );
    expect(found.map(({ what }) => what)).toEqual([
      'contestGranted',
      'contestAsked',
      'entered',
      'broken',
      'reminded',
      'signed',
    ]);
    expect(found[0]?.said).toBe('经查属实');
    expect(found[3]?.pieces).toEqual(['M1']);
  });
  it('says nothing of an answer that has not been given', () => {
    const open: CreditEntryView = {
      ...entry,
      contest: NONE,
      repair: { state: 'asked', askedAt: '2026-04-01T09:00:00+08:00' },
    };
    expect(happenings([], [open]).map(({ what }) => what)).toEqual(['repairAsked', 'entered']);
  });
});
