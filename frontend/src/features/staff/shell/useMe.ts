import { useQuery } from '@tanstack/react-query';
import type { Account } from '@/api/generated';
import { getMeOptions } from '@/api/generated/@tanstack/react-query.gen';

const EVERY = 60_000;

/** The account as it is now: a post that is given or taken shows without signing in again. */
export function useMe(signedInAs: Account): Account {
  const { data } = useQuery({ ...getMeOptions(), refetchInterval: EVERY });
  return data?.account === signedInAs.account ? data : signedInAs;
}
