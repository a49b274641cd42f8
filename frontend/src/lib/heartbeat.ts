import { useEffect, useRef } from 'react';

const KEPT = 'sunlit.carrier';
const USUAL = 60;
const LONGEST_VERSION = 40;

interface Paired {
  carrier: string;
  key: string;
}

/** Who this device is: as the address says when it is paired, and from then on as it remembers. */
export function keepPaired(): Paired | undefined {
  try {
    const said = new URLSearchParams(window.location.hash.slice(1));
    const carrier = said.get('carrier');
    const key = said.get('key');
    if (carrier && key) {
      localStorage.setItem(KEPT, JSON.stringify({ carrier, key }));
      // Nobody reads the key off a wall.
      history.replaceState(null, '', window.location.pathname + window.location.search);
    }
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Paired | undefined;
  } catch {
    return undefined; // No storage: nobody it could be.
  }
}

/** Which build of the page runs. */
function version(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  return (script?.src.split('/').pop() ?? '').slice(-LONGEST_VERSION);
}

/** Says that this screen is alive, what stands on it, and how old that is: nothing where nobody paired it. */
export function useHeartbeat(shows: string, heardAt: number | undefined): void {
  const latest = useRef({ shows, heardAt });
  useEffect(() => {
    latest.current = { shows, heardAt };
  });
  useEffect(() => {
    const device = keepPaired();
    if (!device) return;
    const began = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const beat = async () => {
      let next = USUAL;
      try {
        const age = Math.max(0, Date.now() - (latest.current.heardAt ?? began));
        const answer = await fetch('/api/v1/board/heartbeats', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            ...device,
            version: version(),
            shows: latest.current.shows,
            dataAgeSeconds: Math.round(age / 1000),
          }),
        });
        if (answer.ok) {
          next = ((await answer.json()) as { nextInSeconds: number }).nextInSeconds;
        }
      } catch {
        // Silence is what it then says.
      }
      timer = setTimeout(() => void beat(), next * 1000);
    };
    timer = setTimeout(() => void beat(), 1_000);
    return () => clearTimeout(timer);
  }, []);
}
