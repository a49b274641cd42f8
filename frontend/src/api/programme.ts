import type { BoardPanel, BoardProgramme, ProgrammeSlot } from './generated';

const CITY_AHEAD = 8 * 3_600_000;

/** The hour on the city's clocks, such as 08:30; there is no summer time. */
export function cityHour(now: number): string {
  return new Date(now + CITY_AHEAD).toISOString().slice(11, 16);
}

/** What is played at a moment: a panel, or nothing for the cases. */
export interface Turn {
  panel: BoardPanel | undefined;
  seconds: number;
}

function isShown({ from, until }: BoardPanel, now: number): boolean {
  return (!from || Date.parse(from) <= now) && (!until || now < Date.parse(until));
}

function turnsOf(slot: ProgrammeSlot, panels: readonly BoardPanel[], now: number): Turn[] {
  return slot.entries.flatMap(({ kind, seconds }): Turn[] =>
    kind === 'cases'
      ? [{ panel: undefined, seconds }]
      : panels
          .filter((panel) => panel.kind === kind && isShown(panel, now))
          .map((panel) => ({ panel, seconds })),
  );
}

/**
 * What a screen shows at a moment of the city's time: the same on every screen with that playlist, and after any
 * pause. What has nothing to show is left out; where nothing is planned or left, the cases are shown.
 */
export function playing(
  programme: BoardProgramme | undefined,
  now: number,
): BoardPanel | undefined {
  const hour = cityHour(now);
  const slot = programme?.slots.find(({ from, until }) => from <= hour && hour < until);
  if (!programme || !slot) return undefined;
  const turns = turnsOf(slot, programme.panels, now);
  const length = turns.reduce((sum, { seconds }) => sum + seconds, 0);
  if (length === 0) return undefined;
  let at = Math.floor(now / 1000) % length;
  return turns.find(({ seconds }) => (at -= seconds) < 0)?.panel;
}
