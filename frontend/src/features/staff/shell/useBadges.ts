import { useNotices, useToConfirm } from '../notices/useNotices';
import { useCardNotices } from '../supervision/CardMessages';
import { useOwnCarriers } from '../carriers/useOwnCarriers';
import type { BadgeName } from './navigation/place';

/** What waits, by entry. */
export function useBadges(): Record<BadgeName, number> {
  const notices = useNotices();
  const confirmations = useToConfirm();
  const cards = useCardNotices();
  const carriers = useOwnCarriers();
  return {
    notices: notices.data?.unread ?? 0,
    confirmations: confirmations.data?.total ?? 0,
    carriers: carriers.data?.total ?? 0,
    cards: cards.data?.unread ?? 0,
  };
}
