import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SupervisionNews } from '@/api/generated';
import {
  getSupervisionCentreOptions,
  getSupervisionCentreQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { listen } from './stream';

const EVERY = 15_000;
/** News come in showers: the figures are fetched once for each. */
const GATHERING = 1_000;
const SHOWN = 20;

/** Something that has been found and not been seen yet. */
export function asks(news: SupervisionNews): boolean {
  return news.kind === 'found' && (news.severity === 'serious' || news.severity === 'grave');
}

/** The centre's figures, and its news as they come. */
export function useCentre(
  filters: { department?: string; region?: string },
  onAlarm?: (news: SupervisionNews) => void,
) {
  const client = useQueryClient();
  const query = useQuery({
    ...getSupervisionCentreOptions({ query: filters }),
    refetchInterval: EVERY,
    placeholderData: keepPreviousData,
  });
  const [live, setLive] = useState<SupervisionNews[]>([]);
  const [heardAt, setHeardAt] = useState<number>();
  const [lost, setLost] = useState(false);
  const alarm = useRef(onAlarm);
  useEffect(() => {
    alarm.current = onAlarm;
  });
  // Where the stream goes on from is what was first fetched; later answers only tell the same again.
  const [from, setFrom] = useState<number>();
  if (from === undefined && query.data) setFrom(query.data.place);

  useEffect(() => {
    if (from === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen(from, {
      alive: () => {
        setHeardAt(Date.now());
        setLost(false);
      },
      lost: () => setLost(true),
      news: (news) => {
        setLive((before) => [news, ...before].slice(0, SHOWN));
        if (asks(news)) alarm.current?.(news);
        timer ??= setTimeout(() => {
          timer = undefined;
          void client.invalidateQueries({
            queryKey: [{ _id: getSupervisionCentreQueryKey()[0]._id }],
          });
        }, GATHERING);
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [from, client]);

  const seen = new Set(live.map((news) => news.place));
  const latest = [...live, ...(query.data?.latest ?? []).filter((news) => !seen.has(news.place))]
    .filter((news) => news.severity !== 'reminder')
    .sort((one, other) => other.place - one.place)
    .slice(0, SHOWN);
  return { query, latest, lost, heardAt };
}
