import { describe, expect, it } from 'vitest';
import type { JointMaterial, JointTheme } from '@/api/generated';
import { isNeeded, lateLimit, NO_WORD, promised, signed, type Word } from './promises';

const days = (amount: number) => ({ amount, unit: 'workingDays' as const });
const material = (key: string, usedBy: JointMaterial['usedBy']): JointMaterial => ({
  key,
  name: key,
  required: false,
  deferrable: true,
  usedBy,
});
const plan = material('A/M1', [
  { itemCode: 'A', code: 'M1', needed: true, lateLimit: days(10) },
  { itemCode: 'B', code: 'M7', needed: true, lateLimit: days(5) },
]);
const proof = material('C/M2', [
  { itemCode: 'A', code: 'M3', needed: true, lateLimit: days(10) },
  { itemCode: 'C', code: 'M2', needed: true },
]);
const theme = {
  items: [
    { itemCode: 'A' },
    { itemCode: 'B' },
    { itemCode: 'C', promise: { conditions: ['设施已建成'], replaces: ['M2'], breach: 'hold' } },
  ],
  materials: [plan, proof],
} as unknown as JointTheme;
const word = (to: Partial<Word>): Word => ({ ...NO_WORD, ...to });
const all = (said: Word, given: { key: string }[] = []) =>
  promised(theme, ['A', 'B', 'C'], theme.materials, given, said);

describe('what is promised with one form', () => {
  it('may come late when every item that needs it lets it, by the shortest of their limits', () => {
    expect(lateLimit(theme, plan, NO_WORD)).toEqual(days(5));
    expect(lateLimit(theme, proof, NO_WORD)).toBeUndefined();
    expect(isNeeded(theme, plan, NO_WORD)).toBe(true);
    expect(isNeeded(theme, plan, word({ late: ['A/M1'] }))).toBe(false);
    expect(isNeeded(theme, proof, word({ late: ['C/M2'] }))).toBe(true);
  });
  it('is promised for each item that needs it, in that item’s own code', () => {
    expect(all(word({ late: ['A/M1'] }))).toEqual([
      { itemCode: 'A', late: ['M1'], conditions: false },
      { itemCode: 'B', late: ['M7'], conditions: false },
    ]);
    expect(all(word({ late: ['A/M1'] }), [{ key: 'A/M1' }])).toEqual([]);
  });
  it('stands for what an item would have proven, so that the others may have it late', () => {
    const said = word({ conditions: ['C'], late: ['C/M2'] });
    expect(lateLimit(theme, proof, said)).toEqual(days(10));
    expect(all(said)).toEqual([
      { itemCode: 'A', late: ['M3'], conditions: false },
      { itemCode: 'C', late: [], conditions: true },
    ]);
  });
  it('is signed once, on the text of each item', () => {
    const said = word({ late: ['A/M1'], signedName: ' 小店 ' });
    expect(signed(all(said), said, (item) => (item === 'A' ? '1-2' : undefined))).toEqual({
      A: { version: '1-2', signedName: '小店', late: ['M1'], conditions: false },
      B: { version: '-', signedName: '小店', late: ['M7'], conditions: false },
    });
    expect(signed([], said, () => undefined)).toBeUndefined();
  });
});
