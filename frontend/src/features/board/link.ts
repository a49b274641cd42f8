/**
 * How a board hangs on the city: a stream for what happens, and a poll that both proves the line is
 * alive (a pulled cable ends no connection by itself) and stands in for the stream while there is none.
 */
export type Line = 'starting' | 'live' | 'polling' | 'lost';

export interface Link {
  streaming: boolean;
  /** The last word from the city was an answer. */
  answering: boolean;
  /** When it was last heard, on the board's own clock; none before the first answer. */
  heardAt: number | undefined;
  /** How many polls in a row failed. */
  failures: number;
}

export const UNLINKED: Link = {
  streaming: false,
  answering: false,
  heardAt: undefined,
  failures: 0,
};

export type Sign = 'opened' | 'event' | 'answer' | 'dropped' | 'failed';

export function after(link: Link, sign: Sign, now: number): Link {
  switch (sign) {
    case 'opened':
    case 'event':
      return { streaming: true, answering: true, heardAt: now, failures: 0 };
    case 'answer':
      return { ...link, answering: true, heardAt: now, failures: 0 };
    case 'dropped':
      return { ...link, streaming: false };
    case 'failed':
      // What hangs without an answer is taken for dead, the stream too.
      return { ...link, streaming: false, answering: false, failures: link.failures + 1 };
  }
}

export function lineOf(link: Link): Line {
  if (link.heardAt === undefined) return link.failures > 0 ? 'lost' : 'starting';
  if (!link.answering) return 'lost';
  return link.streaming ? 'live' : 'polling';
}

const HEARTBEAT = 15_000;
const POLL = 4_000;
const SLOWEST = 30_000;

/**
 * How long to wait before the next poll. Boards that lost the city together come back apart: each
 * wait is stretched by a random share.
 */
export function nextPollIn(link: Link, random: number): number {
  if (lineOf(link) === 'live') return HEARTBEAT;
  const wait = Math.min(SLOWEST, POLL * 1.6 ** Math.max(0, link.failures - 1));
  return Math.round(wait * (0.75 + random / 2));
}
