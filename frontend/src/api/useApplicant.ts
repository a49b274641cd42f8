import { useQuery } from '@tanstack/react-query';
import { getProfileOptions } from './generated/@tanstack/react-query.gen';
import type { Profile } from './generated';
import { useSession } from './signin/useSession';
import { sessionAwaited } from './signin/session';

/** Who applies, when that is known from an account of their own. */
export type Applicant =
  { status: 'waiting' } | { status: 'guest' } | { status: 'known'; profile: Profile };

export function useApplicant(): Applicant {
  const session = useSession();
  const own = session.status === 'in' && session.account.permissions.includes('ownCases.read');
  const profile = useQuery({ ...getProfileOptions(), enabled: own, staleTime: 60_000 });
  if (sessionAwaited() && session.status === 'restoring') return { status: 'waiting' };
  if (!own || profile.error) return { status: 'guest' };
  return profile.data ? { status: 'known', profile: profile.data } : { status: 'waiting' };
}
