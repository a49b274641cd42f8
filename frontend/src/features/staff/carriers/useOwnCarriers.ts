import { useQuery } from '@tanstack/react-query';
import { listCarriersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

const EVERY = 60_000;

/** Carriers one answers for that are silent, show old news or have a posting overdue. */
export function useOwnCarriers() {
  const account = useAccount();
  return useQuery({
    ...listCarriersOptions({ query: { attention: true, mine: true, limit: 1 } }),
    enabled: mayAny(account, ['carriers.read']),
    refetchInterval: EVERY,
  });
}
