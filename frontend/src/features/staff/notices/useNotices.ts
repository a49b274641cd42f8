import { useQuery } from '@tanstack/react-query';
import {
  listConfirmationsOptions,
  listStaffNoticesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

const EVERY = 20_000;

/** What has come to one's posts, looked at again every so often. */
export function useNotices() {
  const account = useAccount();
  return useQuery({
    ...listStaffNoticesOptions(),
    enabled: mayAny(account, ['cases.act']),
    refetchInterval: EVERY,
  });
}

/** How many wait for this reader as the second person. */
export function useToConfirm() {
  const account = useAccount();
  return useQuery({
    ...listConfirmationsOptions({ query: { box: 'toDecide', limit: 20 } }),
    enabled: mayAny(account, ['confirmations.decide']),
    refetchInterval: EVERY,
  });
}
