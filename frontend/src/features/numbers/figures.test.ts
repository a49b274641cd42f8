import { describe, expect, it } from 'vitest';
import { drawn, HAPPENED, madeOf, numberOf, SHAPES, told } from './figures';

describe('figures', () => {
  it('say a rate by its two numbers, and all only of all', () => {
    const number = { kind: 'casesOnTime', value: 1999, of: 2000 } as const;
    expect(told(number, 'zh-CN')).toBe('99.9%');
    expect(madeOf(number, 'zh-CN')).toBe('1,999 / 2,000');
    expect(told({ kind: 'casesOnTime', value: 3, of: 3 }, 'en')).toBe('100%');
  });

  it('say no rate of nothing', () => {
    const number = numberOf([], 'messagesSatisfied');
    expect(number).toEqual({ kind: 'messagesSatisfied', value: 0, of: 0 });
    expect(told(number, 'en')).toBe('–');
    expect(drawn(number)).toBeUndefined();
  });

  it('share days among cases and draw money in yuan', () => {
    expect(told({ kind: 'caseDays', value: 37, of: 10 }, 'en')).toBe('3.7');
    expect(drawn({ kind: 'feesCharged', value: 12_345 })).toBe(123.45);
    expect(numberOf([], 'casesReceived')).toEqual({ kind: 'casesReceived', value: 0 });
  });

  it('tell everything that happened once', () => {
    expect(new Set(HAPPENED).size).toBe(HAPPENED.length);
    expect(HAPPENED.length + 4).toBe(Object.keys(SHAPES).length);
  });
});
