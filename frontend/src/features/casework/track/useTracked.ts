import { useQuery } from '@tanstack/react-query';
import { type Holder, look } from './holder';

const EVERY = 10_000;

/** A case and what becomes of it while the page is open. */
export function useTracked(holder: Holder | undefined, attempt = 0) {
  return useQuery({
    queryKey: ['track', holder, attempt],
    queryFn: ({ signal }) => look(holder!, signal),
    enabled: holder !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state === 'submitted' ||
        state === 'inCorrection' ||
        state === 'inProgress' ||
        state === 'paused'
        ? EVERY
        : false;
    },
  });
}
