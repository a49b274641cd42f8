import { useQuery } from '@tanstack/react-query';
import { listPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useAccount } from '../shell/SignedInAs';

/** The places where the account works: its township with the villages, its village, or all of them. */
export function useOwnPlaces() {
  const account = useAccount();
  const local = account.roles.some((role) => role === 'townshipClerk' || role === 'villageAgent');
  const region = local ? account.regionCode : undefined;
  return useQuery({
    ...listPlacesOptions({ query: { ...(region && { region }), limit: 100 } }),
    staleTime: 60_000,
  });
}
