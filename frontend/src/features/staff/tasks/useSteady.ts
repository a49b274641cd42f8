import { useState } from 'react';
import { steady } from './steady';

/** Nothing moves under the pointer: while `held`, the rows stay where they are. */
export function useSteady<Row>(
  live: readonly Row[],
  held: boolean,
  idOf: (row: Row) => string,
  /** Another list altogether. */
  of: string,
): { rows: readonly Row[]; waiting: number; take: () => void } {
  const [kept, setKept] = useState({ of, rows: live });
  const follows = !held || kept.of !== of || kept.rows.length === 0;
  if (follows && (kept.rows !== live || kept.of !== of)) setKept({ of, rows: live });
  const base = follows ? live : kept.rows;
  const now = steady(base, live, idOf);
  // More of the same list is what was asked for, and comes below.
  const below =
    live.length > base.length && base.every((row, index) => idOf(row) === idOf(live[index]!));
  return {
    rows: below ? live : now.rows,
    waiting: below ? 0 : now.waiting,
    take: () => setKept({ of, rows: live }),
  };
}
