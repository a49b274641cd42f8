import { useQuery } from '@tanstack/react-query';
import { listConfirmationsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { mayAny } from '../rights';
import type { BadgeName } from './navigation';
import { useAccount } from './SignedInAs';

const EVERY = 60_000;

/** What waits, by entry. */
export function useBadges(): Record<BadgeName, number> {
  const account = useAccount();
  const confirmations = useQuery({
    ...listConfirmationsOptions({ query: { box: 'toDecide', limit: 1 } }),
    enabled: mayAny(account, ['confirmations.decide']),
    refetchInterval: EVERY,
    select: (page) => page.total,
  });
  return { notices: 0, confirmations: confirmations.data ?? 0 };
}
