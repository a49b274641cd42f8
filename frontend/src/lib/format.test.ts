import { describe, expect, it } from 'vitest';
import {
  formatAgo,
  formatDate,
  formatLimit,
  formatMoney,
  savedPercent,
  formatClockTime,
} from './format';
import { fieldName } from './problem';

describe('dates', () => {
  it('shows the city time whatever the zone of the moment', () => {
    expect(formatDate('2026-03-01T18:30:00Z', 'zh-CN')).toBe('2026年3月2日 02:30');
    expect(formatDate('2026-03-01T18:30:00Z', 'en', 'date')).toBe('2 March 2026');
  });
  it('keeps a plain date on its day', () => {
    expect(formatDate('2026-03-01', 'zh-CN', 'date')).toBe('2026年3月1日');
  });
  it('gives back what is not a date', () => {
    expect(formatDate('soon', 'en')).toBe('soon');
  });
  it('says how long ago', () => {
    const now = Date.parse('2026-03-01T12:00:00+08:00');
    expect(formatAgo('2026-03-01T11:59:30+08:00', now, 'zh-CN')).toBe('刚刚');
    expect(formatAgo('2026-03-01T11:55:00+08:00', now, 'en')).toBe('5 minutes ago');
  });
});

describe('money', () => {
  it('turns fen into yuan', () => {
    expect(formatMoney(12000, 'zh-CN')).toBe('¥120');
    expect(formatMoney(12050, 'en')).toBe('¥120.50');
    expect(formatMoney(0, 'zh-CN')).toBe('¥0');
  });
});

describe('limits', () => {
  it.each([
    [{ amount: 7, unit: 'workingDays' }, '7个工作日', '7 working days'],
    [{ amount: 1, unit: 'workingDays' }, '1个工作日', '1 working day'],
    [{ amount: 30, unit: 'calendarDays' }, '30日', '30 days'],
    [{ amount: 2, unit: 'hours' }, '2小时', '2 hours'],
    [{ amount: 0, unit: 'workingDays' }, '当日', 'same day'],
  ] as const)('%o', (limit, chinese, english) => {
    expect(formatLimit(limit, 'zh-CN')).toBe(chinese);
    expect(formatLimit(limit, 'en')).toBe(english);
  });
  it('compares a promise with the statute only in the same unit', () => {
    const days = (amount: number) => ({ amount, unit: 'workingDays' as const });
    expect(savedPercent(days(20), days(7))).toBe(65);
    expect(savedPercent(days(20), days(20))).toBeNull();
    expect(savedPercent(days(20), { amount: 7, unit: 'calendarDays' })).toBeNull();
    expect(savedPercent(null, days(7))).toBeNull();
  });
});

describe('problems', () => {
  it('turns a JSON pointer into a field name', () => {
    expect(fieldName('/applicant/phone')).toBe('applicant.phone');
    expect(fieldName('/a~1b/0')).toBe('a/b.0');
  });
});

describe('time by a clock of its own', () => {
  it('is told in the largest unit it fills', () => {
    expect(formatClockTime(0, 'workingDays', 'zh-CN')).toBe('0 分钟');
    expect(formatClockTime(59, 'workingDays', 'en')).toBe('59 min');
    expect(formatClockTime(90, 'workingDays', 'zh-CN')).toBe('1.5 小时');
    expect(formatClockTime(1440, 'workingDays', 'en')).toBe('1 working day');
    expect(formatClockTime(3600, 'workingDays', 'zh-CN')).toBe('2.5 个工作日');
    expect(formatClockTime(3600, 'calendarDays', 'en')).toBe('2.5 days');
    expect(formatClockTime(3600, 'hours', 'en')).toBe('60 h');
  });
});
