import { useQuery } from '@tanstack/react-query';
import { listPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useAccount } from '../shell/SignedInAs';

/**
 * The places where the account works: its hall, its township with the villages, its village, or all of
 * them.
 */
export function useOwnPlaces() {
  const account = useAccount();
  const hall = account.posts.includes('hall');
  const local =
    hall || account.roles.some((role) => role === 'townshipClerk' || role === 'villageAgent');
  const region = local ? account.regionCode : undefined;
  return useQuery({
    ...listPlacesOptions({
      query: { ...(region && { region }), ...(hall && { kind: 'cityHall' }), limit: 100 },
    }),
    select: (found) => ({
      ...found,
      items: hall
        ? found.items.filter((place) => place.regionCode === account.regionCode)
        : found.items,
    }),
    staleTime: 60_000,
  });
}
