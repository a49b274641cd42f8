import { useQuery } from '@tanstack/react-query';
import { keptKeys } from '@/lib/sealing';
import { useAccount } from '../shell/SignedInAs';

/** The key that this browser keeps for whoever is signed in. */
export function useKeys() {
  const { account } = useAccount();
  return useQuery({
    queryKey: ['report-keys', account],
    queryFn: async () => (await keptKeys(account)) ?? null,
    staleTime: 0,
    gcTime: 0,
    networkMode: 'always',
  });
}
