import type { HistoryEntry } from '@/api/generated';

export interface FirstNotice {
  /** Codes of the materials it named. */
  codes: string[];
  /** What it named that is on no list, in its words. */
  points: string[];
}

/** What the first correction notice named; undefined while there was none. */
export function firstNotice(history: HistoryEntry[]): FirstNotice | undefined {
  const notices = history.filter(({ kind }) => kind === 'correctionRequested');
  if (notices.length === 0) return undefined;
  const first = notices.reduce((one, other) =>
    Date.parse(other.at) < Date.parse(one.at) ? other : one,
  );
  const missing = first.missing ?? [];
  return {
    codes: missing.flatMap(({ materialCode }) => materialCode ?? []),
    points: missing.filter(({ materialCode }) => !materialCode).map(({ what }) => what),
  };
}
