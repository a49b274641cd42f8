import { expect, test } from 'vitest';
import { presence } from './idle';
import { caseNumber, keysIn, NOTHING_SCANNED, soFar, typed } from './scanner';
import { back, onwards, type Step } from './steps';

test('whoever touches nothing is warned, and then gone', () => {
  expect(presence(0, 60)).toEqual({ is: 'here' });
  expect(presence(44_000, 60)).toEqual({ is: 'here' });
  expect(presence(45_000, 60)).toEqual({ is: 'leaving', seconds: 15 });
  expect(presence(59_900, 60)).toEqual({ is: 'leaving', seconds: 1 });
  expect(presence(60_000, 60)).toEqual({ is: 'gone' });
  expect(presence(14_000, 20)).toEqual({ is: 'here' });
  expect(presence(15_000, 20)).toEqual({ is: 'leaving', seconds: 5 });
});

test('a scanner types a receipt’s code in one go', () => {
  let scanned = typed(NOTHING_SCANNED, 'x', 1_000);
  let at = 5_000;
  for (const key of ['Shift', ...'https://city.example/track#20261121-000123-4/7K3QX-9FMZT']) {
    scanned = typed(scanned, key, (at += 20));
  }
  const keys = { number: '20261121-000123-4', code: '7K3QX-9FMZT' };
  expect(keysIn(scanned.text)).toEqual(keys);
  expect(keysIn('20261121-000123-4/7K3QX-9FMZT')).toEqual(keys);
  expect(keysIn('number=20261121-000123-4&code=7K3QX-9FMZT')).toEqual(keys);
  expect(keysIn('https://elsewhere.example/')).toBeUndefined();
  expect(keysIn('6901234567892')).toBeUndefined();
});

test('a number is typed without its hyphens', () => {
  expect(caseNumber('202611210001234')).toBe('20261121-000123-4');
  expect(caseNumber('20261121')).toBeUndefined();
  expect(soFar('202611')).toBe('202611');
  expect(soFar('2026112100')).toBe('20261121-00');
});

test('the tiles lie behind everything, and nothing behind them', () => {
  const find: Step = { at: 'find' };
  expect(onwards([{ at: 'attract' }], find)).toEqual([{ at: 'home' }, find]);
  expect(onwards([{ at: 'home' }, find], { at: 'home' })).toEqual([{ at: 'home' }]);
  expect(back([{ at: 'home' }, find])).toEqual([{ at: 'home' }]);
  expect(back([{ at: 'home' }])).toEqual([{ at: 'home' }]);
});
