import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem';
import { advance } from './step';

const signIn = { challenge: 'c', methods: ['code'] };
const refused = (type: string, more: object = {}) =>
  advance(() =>
    Promise.reject(
      new ProblemError({ type: `urn:sunlit:problem:${type}`, title: '', status: 401, ...more }),
    ),
  );

describe('signing in', () => {
  it('is over when nothing more is asked for', async () => {
    expect(await advance(() => Promise.resolve())).toBeUndefined();
  });

  it.each([
    ['second-factor-required', 'code'],
    ['second-factor-enrolment-required', 'enrol'],
    ['password-change-required', 'newPassword'],
  ])('goes on after %s', async (type, kind) => {
    expect(await refused(type, { signIn })).toEqual({ kind, signIn });
  });

  it('begins again when a step came too late', async () => {
    expect(await refused('sign-in-expired')).toEqual({ kind: 'password', late: true });
  });

  it('fails with a wrong password', async () => {
    await expect(refused('unauthorized')).rejects.toMatchObject({ problem: { status: 401 } });
  });
});
