import { describe, expect, it } from 'vitest';
import { dayOf, later, momentOf, timeOf } from './span';

describe('a span of city time', () => {
  it('is the same wherever the reader is', () => {
    expect(dayOf('2026-03-01T17:30:00Z')).toBe('2026-03-02');
    expect(timeOf('2026-03-01T17:30:05Z')).toBe('01:30:05');
    expect(timeOf('2026-03-01T16:00:00Z')).toBe('00:00:00');
  });

  it('begins at a minute or a second', () => {
    expect(momentOf('2026-03-02', '10:00')).toBe('2026-03-02T10:00:00+08:00');
    expect(momentOf('2026-03-02', '10:00:30')).toBe('2026-03-02T10:00:30+08:00');
  });

  it('ends so many minutes later, past midnight too', () => {
    expect(later('2026-03-02T10:00:00+08:00', 15)).toBe('2026-03-02T10:15:00+08:00');
    expect(later('2026-03-02T23:50:00+08:00', 15)).toBe('2026-03-03T00:05:00+08:00');
  });
});
