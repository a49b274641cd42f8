import { accessToken } from '@/api/session';
import type { SupervisionNews } from '@/api/generated';

/** What the reader of a stream learns. */
export interface Listening {
  news: (news: SupervisionNews) => void;
  /** Something came, if only to say that the line is open. */
  alive: () => void;
  lost: () => void;
}

const PAUSE = 2_000;

/** The frames of a stream's text that are whole, and what is left of it. */
export function frames(text: string): { data: { id: number; json: string }[]; rest: string } {
  const parts = text.replace(/\r\n/g, '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const data = parts.flatMap((part) => {
    const field = (name: string) =>
      part
        .split('\n')
        .filter((line) => line.startsWith(`${name}:`))
        .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
        .join('\n');
    const json = field('data');
    return json ? [{ id: Number(field('id')), json }] : [];
  });
  return { data, rest };
}

/**
 * Listens to the news of supervision from a place on, and again whenever the line breaks, without
 * gap or repeat. Fetched and not an EventSource, which can't send a token.
 */
export function listen(from: number, on: Listening): () => void {
  const stop = new AbortController();
  let place = from;
  async function once(): Promise<void> {
    const answer = await fetch('/api/v1/supervision/events', {
      headers: { Authorization: `Bearer ${accessToken() ?? ''}`, 'Last-Event-ID': String(place) },
      signal: stop.signal,
      cache: 'no-store',
    });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      on.alive();
      const read = frames(text + value);
      text = read.rest;
      for (const { id, json } of read.data) {
        if (id > place) {
          place = id;
          on.news(JSON.parse(json) as SupervisionNews);
        }
      }
    }
  }
  async function always(): Promise<void> {
    while (!stop.signal.aborted) {
      await once().catch(() => undefined);
      if (stop.signal.aborted) return;
      on.lost();
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
  void always();
  return () => stop.abort();
}
