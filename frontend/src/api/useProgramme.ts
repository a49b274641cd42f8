import { useEffect, useState } from 'react';
import type { BoardPanel, BoardProgramme } from './generated';
import { playing } from './programme';
import { useTick } from '@/lib/tick';

const EVERY = 60_000;

/** What the screen shows now: a panel, or nothing for the cases. It goes on without a network with what it has. */
export function useProgramme(
  code: string | undefined,
  drift: number,
  paused: boolean,
): BoardPanel | undefined {
  const [programme, setProgramme] = useState<BoardProgramme>();
  const now = useTick(1_000) + drift;
  const [stopped, setStopped] = useState<number>();
  if (paused && stopped === undefined) setStopped(now);
  if (!paused && stopped !== undefined) setStopped(undefined);
  useEffect(() => {
    if (code === undefined) return;
    const abort = new AbortController();
    const load = () => {
      fetch(`/api/v1/board/programme?board=${encodeURIComponent(code)}`, { signal: abort.signal })
        .then(async (answer) => {
          if (answer.ok) setProgramme((await answer.json()) as BoardProgramme);
        })
        .catch(() => undefined); // What is there is played on.
    };
    load();
    const timer = setInterval(load, EVERY);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [code]);
  return playing(programme, stopped ?? now);
}
