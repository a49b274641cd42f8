import { useEffect, useState, useSyncExternalStore } from 'react';
import { BoardSource, type BoardState } from './source';

const browser = {
  fetch: window.fetch.bind(window),
  events: (url: string) => new EventSource(url),
  now: () => Date.now(),
  random: () => Math.random(),
};

/** The state of a board, from when it is shown until it is taken down. */
export function useBoard(code: string | undefined): BoardState {
  const [source] = useState(() => new BoardSource(code, browser));
  useEffect(() => {
    source.start();
    const seen = () => {
      if (document.visibilityState === 'visible') source.hurry();
    };
    window.addEventListener('online', source.hurry);
    window.addEventListener('offline', source.networkGone);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', source.hurry);
      window.removeEventListener('offline', source.networkGone);
      document.removeEventListener('visibilitychange', seen);
      source.stop();
    };
  }, [source]);
  return useSyncExternalStore(source.subscribe, source.current);
}
