import { afterEach, describe, expect, it } from 'vitest';
import {
  isWorthKeeping,
  keepDraft,
  leavesOpen,
  readDraft,
  type Sent,
  sending,
} from './casefile/draft';
import { EMPTY_REVIEW, type Filled } from './casefile/command';
import { clearDesk, keepAtDesk, readDesk } from './desk';
import { forgetHandedOver, handedOver, handOver, personQuery } from './search/person';
import { withRecent } from './search/recent';
import { neighbours } from './tasks/way';

afterEach(() => sessionStorage.clear());

const filled = (reason: string): Filled => ({
  way: undefined,
  returnTo: undefined,
  reason,
  ground: undefined,
  days: '',
  missing: {},
  seen: [],
  greenGround: '',
  review: EMPTY_REVIEW,
  confirmedRisk: true,
});

describe('the desk', () => {
  it('is each account’s own, and empty after it', () => {
    keepAtDesk('zhang', 'note', '甲');
    keepAtDesk('li', 'note', '乙');
    expect(readDesk('zhang', 'note')).toBe('甲');
    clearDesk('li');
    expect(readDesk('zhang', 'note')).toBeUndefined();
    expect(readDesk('li', 'note')).toBe('乙');
    clearDesk();
    expect(readDesk('li', 'note')).toBeUndefined();
  });
  it('touches nothing else that is kept', () => {
    sessionStorage.setItem('sunlit.apply', 'x');
    clearDesk();
    expect(sessionStorage.getItem('sunlit.apply')).toBe('x');
  });
});

describe('a draft', () => {
  it('comes back as it was left, and the risk is confirmed anew', () => {
    keepDraft('zhang', '1', 'return', { filled: filled('请补充') });
    expect(readDraft('zhang', '1', 'return')?.filled).toEqual({
      ...filled('请补充'),
      confirmedRisk: false,
    });
    expect(readDraft('zhang', '1', 'accept')).toBeUndefined();
    expect(readDraft('li', '1', 'return')).toBeUndefined();
  });
  it('is not kept when nobody would miss it', () => {
    keepDraft('zhang', '1', 'accept', { filled: filled('  ') });
    expect(readDraft('zhang', '1', 'accept')).toBeUndefined();
    expect(isWorthKeeping({ filled: { ...filled(''), missing: { M1: '请签名' } } })).toBe(true);
  });
  it('goes with the same key for the same version as long as it is the same command', () => {
    let keys = 0;
    const newKey = () => `key-${++keys}`;
    const first: Sent = sending(undefined, { reason: '甲' }, 3, newKey);
    expect(first).toMatchObject({ key: 'key-1', version: 3 });
    expect(sending(first, { reason: '甲' }, 4, newKey)).toBe(first);
    expect(sending(first, { reason: '乙' }, 4, newKey)).toMatchObject({ key: 'key-2', version: 4 });
  });
  it.each([
    [0, true],
    [401, true],
    [503, true],
    [409, false],
    [412, false],
    [422, false],
  ])('after an answer of %i it is open what became of it: %s', (status, open) => {
    expect(leavesOpen(status)).toBe(open);
  });
});

it('remembers what was opened last, each once', () => {
  const opened = (href: string) => ({ href, title: href, aside: '' });
  const hrefs = ['/1', '/2', '/3', '/2'].reduce(
    (before, href) => withRecent(before, opened(href)),
    [] as ReturnType<typeof withRecent>,
  );
  expect(hrefs.map(({ href }) => href)).toEqual(['/2', '/3', '/1']);
});

describe('a case in its list', () => {
  const way = { from: '/staff?due=late', numbers: ['1', '2', '3'] };
  it('knows what stands before and after it', () => {
    expect(neighbours(way, '2')).toEqual({ before: '1', after: '3', at: 2, of: 3 });
    expect(neighbours(way, '1')).toEqual({ after: '2', at: 1, of: 3 });
    expect(neighbours(way, '9')).toBeUndefined();
    expect(neighbours(undefined, '1')).toBeUndefined();
  });
});

describe('a person', () => {
  it.each([
    ['13800138000', { phone: '13800138000' }],
    ['0990-1234567', { phone: '0990-1234567' }],
    ['99010119900101123x', { identityNumber: '99010119900101123X' }],
    ['91990100MA00000X1R', { identityNumber: '91990100MA00000X1R' }],
    ['王小明', { name: '王小明' }],
    ['Li Ming', { name: 'Li Ming' }],
  ])('is looked for by %s', (typed, query) => {
    expect(personQuery(typed)).toEqual(query);
  });
  it.each(['', '王', '138', '1380013', '20261122-000036'])('but not by %s', (typed) => {
    expect(personQuery(typed)).toBeUndefined();
  });
  it('is handed from the search to the page once, and by no address', () => {
    handOver('王小明');
    expect(handedOver().typed).toBe('王小明');
    const { turn } = handedOver();
    handOver('王小明');
    expect(handedOver().turn).not.toBe(turn);
    forgetHandedOver();
    expect(handedOver().typed).toBe('');
  });
});
