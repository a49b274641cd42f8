import { describe, expect, it } from 'vitest';
import { BLANK, draftOf, type Written } from './draft';

const written: Written = {
  ...BLANK,
  department: 'market',
  at: '2026-03-02T09:30',
  inspectors: ['s1'],
  results: { b: 'notMet' },
  found: ' 某 ',
  conclusion: '某',
  cases: '1\n 2\n',
  asked: '10',
  satisfied: '9',
  rings: '3',
};

describe('draftOf', () => {
  it('takes what was not said of a check as met', () => {
    expect(draftOf(written, ['a', 'b'], []).checks).toEqual([
      { code: 'a', result: 'met' },
      { code: 'b', result: 'notMet' },
    ]);
  });

  it('sends only what belongs to the kind', () => {
    const open = draftOf(written, [], []);
    expect(open).not.toHaveProperty('cases');
    expect(open).not.toHaveProperty('telephone');
    expect(open).toMatchObject({ inspectedAt: '2026-03-02T09:30:00+08:00', found: '某' });
    expect(draftOf({ ...written, kind: 'fileReview' }, [], []).cases).toEqual(['1', '2']);
    expect(draftOf({ ...written, kind: 'telephone' }, [], []).telephone).toEqual({
      answered: true,
      rings: 3,
    });
    expect(draftOf({ ...written, kind: 'opinionPoll' }, [], []).poll).toEqual({
      asked: 10,
      satisfied: 9,
    });
  });

  it('leaves out whom nobody called', () => {
    const called = { 1: 'satisfied', 2: '', 3: 'notReached' } as const;
    expect(draftOf({ ...written, kind: 'callBack', calls: called }, [], []).calls).toEqual([
      { caseNumber: '1', reached: true, satisfied: true },
      { caseNumber: '3', reached: false },
    ]);
  });
});
