import { useNotices, useToConfirm } from '../notices/useNotices';
import type { BadgeName } from './navigation/place';

/** What waits, by entry. */
export function useBadges(): Record<BadgeName, number> {
  const notices = useNotices();
  const confirmations = useToConfirm();
  return { notices: notices.data?.unread ?? 0, confirmations: confirmations.data?.total ?? 0 };
}
