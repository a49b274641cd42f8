import type { BadgeName } from './navigation';

/** What waits, by entry. */
export function useBadges(): Record<BadgeName, number> {
  return { notices: 0, confirmations: 0 };
}
