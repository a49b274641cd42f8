import { describe, expect, it } from 'vitest';
import { renewIn } from './session';

const now = Date.parse('2026-11-21T10:00:00+08:00');

describe('the token is renewed', () => {
  it('a minute before it ends', () => {
    expect(renewIn('2026-11-21T10:05:00+08:00', now)).toBe(4 * 60_000);
  });
  it("neither at once nor never when this machine's clock is off", () => {
    expect(renewIn('2026-11-21T09:00:00+08:00', now)).toBe(20_000);
    expect(renewIn('2027-11-21T09:00:00+08:00', now)).toBe(9 * 60_000);
  });
});
