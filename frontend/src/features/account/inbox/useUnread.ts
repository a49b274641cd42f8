import { useQuery } from '@tanstack/react-query';
import { listInboxOptions } from '@/api/generated/@tanstack/react-query.gen';

/** How many messages wait to be read; looked at again from time to time. */
export function useUnread(): number {
  const inbox = useQuery({
    ...listInboxOptions({ query: { limit: 1 } }),
    refetchInterval: 30_000,
  });
  return inbox.data?.unread ?? 0;
}
