import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/problem';

const api = vi.hoisted(() => ({
  endSessions: vi.fn(),
  login: vi.fn(),
  logout: vi.fn(),
  refresh: vi.fn(),
}));
vi.mock('../generated', () => api);

const { renew, renewIn, sessionState, signIn, signOut, signOutIdle } = await import('./session');

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

describe('a session that ended by itself', () => {
  const out = (ended: boolean) => ({ status: 'out', ended });
  const begin = async () => {
    api.login.mockResolvedValue({
      data: { accessToken: 'token', expiresAt: '2026-11-21T10:10:00+08:00', account: {} },
    });
    api.logout.mockResolvedValue({});
    api.refresh.mockRejectedValue(new ProblemError({ type: '', title: '', status: 401 }));
    await signIn('clerk', 'password');
  };

  it('has still ended by itself when a call comes back late', async () => {
    await begin();
    await signOutIdle();
    expect(sessionState()).toEqual(out(true));
    await renew();
    expect(sessionState()).toEqual(out(true));
  });

  it('is not one that somebody has signed out of', async () => {
    await begin();
    await signOut();
    await renew();
    expect(sessionState()).toEqual(out(false));
  });
});
