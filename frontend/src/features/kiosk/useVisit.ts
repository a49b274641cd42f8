import { useEffect, useRef, useState } from 'react';
import type { Keys } from '@/lib/keys';
import { type Presence, presence } from './idle';
import { keysIn, NOTHING_SCANNED, typed } from './scanner';

const SIGNS = ['pointerdown', 'keydown', 'touchmove', 'wheel'] as const;

/** Whether somebody is still there; `onGone` once they are not. */
export function usePresence(
  watched: boolean,
  idleSeconds: number,
  onGone: () => void,
): { presence: Presence; stay: () => void } {
  const touched = useRef(0);
  const [now, setNow] = useState<Presence>({ is: 'here' });
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    if (!watched) return;
    const touch = () => {
      touched.current = Date.now();
      setNow({ is: 'here' });
    };
    touch();
    const timer = setInterval(() => {
      const next = presence(Date.now() - touched.current, idleSeconds);
      setNow(next);
      if (next.is === 'gone') {
        setNow({ is: 'here' });
        gone.current();
      }
    }, 500);
    SIGNS.forEach((sign) => window.addEventListener(sign, touch, { passive: true }));
    return () => {
      clearInterval(timer);
      SIGNS.forEach((sign) => window.removeEventListener(sign, touch));
    };
  }, [watched, idleSeconds]);
  return {
    presence: watched ? now : { is: 'here' },
    stay: () => {
      touched.current = Date.now();
      setNow({ is: 'here' });
    },
  };
}

/** A scanner types what it reads and ends with Enter: the keys of a case, wherever one is. */
export function useScanner(onKeys: (keys: Keys) => void): void {
  const latest = useRef(onKeys);
  useEffect(() => {
    latest.current = onKeys;
  });
  useEffect(() => {
    let scanned = NOTHING_SCANNED;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') {
        scanned = typed(scanned, event.key, Date.now());
        return;
      }
      const keys = keysIn(scanned.text);
      scanned = NOTHING_SCANNED;
      if (!keys) return;
      // Enter would also press what has the focus.
      event.preventDefault();
      latest.current(keys);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

/** No way leads out of the page: no link, no menu of the browser, nothing dragged, no way back. */
export function useEnclosed(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) stop(event);
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('auxclick', onClick, true);
    document.addEventListener('contextmenu', stop);
    document.addEventListener('dragstart', stop);
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('auxclick', onClick, true);
      document.removeEventListener('contextmenu', stop);
      document.removeEventListener('dragstart', stop);
    };
  }, []);
}
