import type { BoardEntry, BoardFeed } from '@/api/generated';

/** What a board shows: the newest state of each case, newest first, no more than fits a few pages. */
export interface Shown {
  /** Place in the journal up to which everything is in it. */
  place: number;
  entries: readonly BoardEntry[];
  /** When a case's state arrived here while the board was running, by case number. */
  arrived: ReadonlyMap<string, number>;
}

export const MOST = 60;
/** How long a new state stands out. */
export const FRESH_FOR = 12_000;

export const NOTHING: Shown = { place: 0, entries: [], arrived: new Map() };

function newestFirst(entries: Iterable<BoardEntry>): BoardEntry[] {
  return [...entries].sort((a, b) => b.place - a.place).slice(0, MOST);
}

/** Only what still stands out is remembered, so that a board that runs for months stays as small as it began. */
function stillFresh(
  arrived: ReadonlyMap<string, number>,
  now: number,
  more?: readonly string[],
): ReadonlyMap<string, number> {
  const kept = new Map([...arrived].filter(([, at]) => now - at < FRESH_FOR));
  for (const number of more ?? []) kept.set(number, now);
  return kept;
}

/** Something happened: the case's new state comes first. What is known already changes nothing. */
export function withEntry(shown: Shown, entry: BoardEntry, now: number): Shown {
  if (entry.place <= shown.place) return shown;
  const others = shown.entries.filter((each) => each.caseNumber !== entry.caseNumber);
  return {
    place: entry.place,
    entries: [entry, ...others].slice(0, MOST),
    arrived: stillFresh(shown.arrived, now, [entry.caseNumber]),
  };
}

/**
 * A whole feed came. The stream may be ahead of it: the later state of a case wins, and what the
 * feed doesn't know yet stays.
 */
export function withFeed(shown: Shown, feed: BoardFeed, now: number): Shown {
  const byCase = new Map<string, BoardEntry>();
  for (const entry of shown.entries)
    if (entry.place > feed.place) byCase.set(entry.caseNumber, entry);
  for (const entry of feed.entries) {
    const known = byCase.get(entry.caseNumber);
    if (!known || entry.place > known.place) byCase.set(entry.caseNumber, entry);
  }
  const first = shown.place === 0;
  const news = first
    ? []
    : feed.entries.filter((entry) => entry.place > shown.place).map((entry) => entry.caseNumber);
  return {
    place: Math.max(shown.place, feed.place),
    entries: newestFirst(byCase.values()),
    arrived: stillFresh(shown.arrived, now, news),
  };
}

export function isFresh(shown: Shown, caseNumber: string, now: number): boolean {
  const at = shown.arrived.get(caseNumber);
  return at !== undefined && now - at < FRESH_FOR;
}
