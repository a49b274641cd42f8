import type { BoardEntry, BoardFeed, BoardSummary, Site } from '@/api/generated';
import { MOST, NOTHING, type Shown, withEntry, withFeed } from './feed';
import { after, type Link, nextPollIn, type Sign, UNLINKED } from './link';

/** Everything a board knows. */
export interface BoardState {
  shown: Shown;
  link: Link;
  screen: BoardFeed['board'];
  summary: BoardSummary | undefined;
  site: Site | undefined;
  /** There is no such screen. */
  unknown: boolean;
  /** How far the city's clock is ahead of this machine's, in milliseconds. */
  drift: number;
}

/** What the outside has to offer; tests bring their own. */
export interface Outside {
  fetch: typeof fetch;
  events: (url: string) => EventSource;
  now: () => number;
  random: () => number;
}

const TIMEOUT = 8_000;
const SUMMARY_EVERY = 30_000;
const SITE_EVERY = 3_600_000;
/** EventSource has given up; a constant of its own because tests have no EventSource. */
const CLOSED = 2;

/** Keeps a board's state up to date for as long as it hangs on the wall. */
export class BoardSource {
  private state: BoardState = {
    shown: NOTHING,
    link: UNLINKED,
    screen: undefined,
    summary: undefined,
    site: undefined,
    unknown: false,
    drift: 0,
  };
  private readonly listeners = new Set<() => void>();
  private readonly query: string;
  private stream: EventSource | undefined;
  private entityTag: string | undefined;
  private polling: AbortController | undefined;
  private pollTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly timers: ReturnType<typeof setInterval>[] = [];

  constructor(
    board: string | undefined,
    private readonly outside: Outside,
  ) {
    this.query = board === undefined ? '' : `board=${encodeURIComponent(board)}&`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): BoardState => this.state;

  start(): void {
    void this.poll();
    void this.count();
    void this.ask();
    this.timers.push(setInterval(() => void this.count(), SUMMARY_EVERY));
    this.timers.push(setInterval(() => void this.ask(), SITE_EVERY));
  }

  stop(): void {
    clearTimeout(this.pollTimer);
    this.timers.splice(0).forEach(clearInterval);
    this.polling?.abort();
    this.polling = undefined;
    this.closeStream();
  }

  /** The machine says the network is back, or somebody looks: don't wait for the next turn. */
  readonly hurry = (): void => void this.poll();

  /** The machine says the network is gone. */
  readonly networkGone = (): void => {
    this.closeStream();
    this.sign('failed');
    this.plan();
  };

  private set(change: Partial<BoardState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }

  private sign(sign: Sign, change: Partial<BoardState> = {}): void {
    this.set({ ...change, link: after(this.state.link, sign, this.outside.now()) });
  }

  private plan(): void {
    clearTimeout(this.pollTimer);
    this.pollTimer = setTimeout(
      () => void this.poll(),
      nextPollIn(this.state.link, this.outside.random()),
    );
  }

  private async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT);
    try {
      // The board keeps the feed and its tag itself; the browser's cache would only hide how old it is.
      const answer = await this.outside.fetch(path, {
        headers,
        cache: 'no-store',
        signal: abort.signal,
      });
      if (!answer.ok && answer.status !== 304 && answer.status !== 404) {
        throw new Error(`${path} answered ${answer.status}`);
      }
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  private async poll(): Promise<void> {
    if (this.polling) return;
    clearTimeout(this.pollTimer);
    const turn = new AbortController();
    this.polling = turn;
    try {
      const tag = this.entityTag;
      const answer = await this.get(
        `/api/v1/board/feed?${this.query}limit=${MOST}`,
        tag ? { 'If-None-Match': tag } : {},
      );
      if (turn.signal.aborted) return;
      await this.take(answer);
      if (!this.stream && !this.state.unknown) this.openStream();
    } catch {
      if (turn.signal.aborted) return;
      this.closeStream();
      this.sign('failed');
    } finally {
      if (this.polling === turn) this.polling = undefined;
    }
    if (!turn.signal.aborted) this.plan();
  }

  private async take(answer: Response): Promise<void> {
    if (answer.status === 404) {
      this.sign('answer', { unknown: true });
      return;
    }
    const now = this.outside.now();
    const date = Date.parse(answer.headers.get('Date') ?? '');
    if (answer.status === 304) {
      this.sign('answer', Number.isNaN(date) ? {} : { drift: date - now });
      return;
    }
    const feed = (await answer.json()) as BoardFeed;
    this.entityTag = answer.headers.get('ETag') ?? undefined;
    // The moment a feed was written can be long ago when nothing happened since.
    const cityTime = Number.isNaN(date) ? undefined : date - now;
    this.sign('answer', {
      shown: withFeed(this.state.shown, feed, now),
      screen: feed.board,
      unknown: false,
      ...(cityTime !== undefined && { drift: cityTime }),
    });
  }

  private openStream(): void {
    const stream = this.outside.events(
      `/api/v1/board/events?${this.query}after=${this.state.shown.place}`,
    );
    this.stream = stream;
    stream.onopen = () => {
      if (this.stream === stream) this.sign('opened');
    };
    stream.onmessage = (event: MessageEvent<string>) => {
      if (this.stream !== stream) return;
      let entry: BoardEntry;
      try {
        entry = JSON.parse(event.data) as BoardEntry;
      } catch {
        return; // Not an entry of ours; the next poll brings what it would have said.
      }
      this.sign('event', { shown: withEntry(this.state.shown, entry, this.outside.now()) });
    };
    stream.onerror = () => {
      if (this.stream !== stream) return;
      // Mostly it comes back by itself with the last id it has; when it has given up, the next poll opens another.
      if (stream.readyState === CLOSED) this.stream = undefined;
      this.sign('dropped');
      void this.poll();
    };
  }

  private closeStream(): void {
    this.stream?.close();
    this.stream = undefined;
  }

  private async count(): Promise<void> {
    try {
      const answer = await this.get(`/api/v1/board/summary?${this.query}`);
      if (answer.ok) this.set({ summary: (await answer.json()) as BoardSummary });
    } catch {
      // The numbers that are there stay; the line at the bottom says how old everything is.
    }
  }

  private async ask(): Promise<void> {
    try {
      const answer = await this.get('/api/v1/site');
      if (answer.ok) this.set({ site: (await answer.json()) as Site });
    } catch {
      // Asked again in an hour, or with the next start.
    }
  }
}
