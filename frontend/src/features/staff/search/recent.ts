import { keepAtDesk, readDesk } from '../desk';

/** Something that was opened from the search, to be found again at once. */
export interface Recent {
  href: string;
  title: string;
  titleEn?: string | undefined;
  aside: string;
}

const MOST = 6;

export function withRecent(before: readonly Recent[], opened: Recent): Recent[] {
  return [opened, ...before.filter(({ href }) => href !== opened.href)].slice(0, MOST);
}

export function readRecent(account: string): Recent[] {
  return readDesk<Recent[]>(account, 'recent') ?? [];
}

export function keepRecent(account: string, opened: Recent): void {
  keepAtDesk(account, 'recent', withRecent(readRecent(account), opened));
}
