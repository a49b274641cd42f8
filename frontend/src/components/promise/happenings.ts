import type { CreditEntryView, PromiseEventView } from './types';

/** Something that happened to a promise, or to what came of it in the credit record. */
export interface Happening {
  at: string;
  /** Of the texts of `happened`. */
  what:
    | PromiseEventView['kind']
    | 'entered'
    | 'contestAsked'
    | 'contestGranted'
    | 'contestDeclined'
    | 'repairAsked'
    | 'repairGranted'
    | 'repairDeclined';
  /** Codes of what was promised. */
  pieces: readonly string[];
  days?: number | undefined;
  said?: string | undefined;
}

function asked(entry: CreditEntryView, what: 'contest' | 'repair'): Happening[] {
  const { state, askedAt, answeredAt, reason, answer } = entry[what];
  const found: Happening[] = [];
  if (askedAt) found.push({ at: askedAt, what: `${what}Asked`, pieces: [], said: reason });
  if (answeredAt && (state === 'granted' || state === 'declined')) {
    const way = state === 'granted' ? 'Granted' : 'Declined';
    found.push({ at: answeredAt, what: `${what}${way}`, pieces: [], said: answer });
  }
  return found;
}

/** Everything that happened, the latest first; what happened at one moment in its own order. */
export function happenings(
  history: readonly PromiseEventView[],
  credit: readonly CreditEntryView[],
): Happening[] {
  const all: Happening[] = [
    ...history.map(({ at, kind, pieces, days, said }) => ({
      at,
      what: kind,
      pieces: pieces ?? [],
      days,
      said,
    })),
    ...credit.flatMap((entry): Happening[] => [
      { at: entry.enteredAt, what: 'entered', pieces: [] },
      ...asked(entry, 'contest'),
      ...asked(entry, 'repair'),
    ]),
  ];
  return all
    .map((one, place) => ({ one, place }))
    .sort((a, b) => Date.parse(b.one.at) - Date.parse(a.one.at) || b.place - a.place)
    .map(({ one }) => one);
}
