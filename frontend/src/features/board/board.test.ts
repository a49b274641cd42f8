import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardEntry, BoardFeed } from '@/api/generated';
import { FRESH_FOR, isFresh, MOST, NOTHING, type Shown, withEntry, withFeed } from './feed';
import { after, lineOf, nextPollIn, UNLINKED } from './link';
import { pageCount, rowsOf, turn } from './pages';
import { BoardSource, type Outside } from './source';
import { ageText } from './words';

const entry = (place: number, caseNumber = `case-${place}`): BoardEntry => ({
  place,
  caseNumber,
  itemCode: 'MAR-LIC-01',
  itemName: '食品经营许可',
  departmentCode: 'mar',
  departmentName: '市场监督管理局',
  regionCode: '990100000000',
  handling: 'promised',
  state: 'inProgress',
  stepId: 'review',
  stepName: '审核',
  at: '2026-11-21T10:00:00+08:00',
});
const feed = (...entries: BoardEntry[]): BoardFeed => ({
  place: Math.max(0, ...entries.map((each) => each.place)),
  generatedAt: '2026-11-21T10:00:00+08:00',
  entries,
});
const numbers = (shown: Shown) => shown.entries.map((each) => each.caseNumber);

describe('what a board shows', () => {
  const start = withFeed(NOTHING, feed(entry(3, 'c'), entry(2, 'b'), entry(1, 'a')), 0);

  it('begins with the feed, with nothing standing out', () => {
    expect(numbers(start)).toEqual(['c', 'b', 'a']);
    expect(start.place).toBe(3);
    expect(isFresh(start, 'c', 0)).toBe(false);
  });
  it('brings a case that moved to the top, once', () => {
    const moved = withEntry(start, entry(4, 'a'), 1_000);
    expect(numbers(moved)).toEqual(['a', 'c', 'b']);
    expect(isFresh(moved, 'a', 1_500)).toBe(true);
    expect(isFresh(moved, 'a', 1_000 + FRESH_FOR)).toBe(false);
    expect(withEntry(moved, entry(4, 'a'), 2_000)).toBe(moved);
  });
  it('keeps what the stream brought when an older feed arrives', () => {
    const ahead = withEntry(start, entry(5, 'b'), 0);
    const merged = withFeed(ahead, feed(entry(4, 'd'), entry(3, 'c'), entry(2, 'b')), 0);
    expect(numbers(merged)).toEqual(['b', 'd', 'c']);
    expect(merged.place).toBe(5);
  });
  it('catches up from a feed after a cut, and shows what is new', () => {
    const later = withFeed(start, feed(entry(9, 'x'), entry(8, 'a'), entry(3, 'c')), 1_000);
    expect(numbers(later)).toEqual(['x', 'a', 'c']);
    expect(isFresh(later, 'x', 1_000)).toBe(true);
    expect(isFresh(later, 'c', 1_000)).toBe(false);
  });
  it('does not grow, however long it runs', () => {
    let shown = start;
    for (let place = 4; place < 5_000; place++)
      shown = withEntry(shown, entry(place), place * 1_000);
    expect(shown.entries).toHaveLength(MOST);
    expect(shown.arrived.size).toBeLessThan(20);
  });
});

describe('the line to the city', () => {
  it('is live with a stream, and lost when nobody answers', () => {
    let link = UNLINKED;
    expect(lineOf(link)).toBe('starting');
    link = after(link, 'answer', 1);
    expect(lineOf(link)).toBe('polling');
    link = after(link, 'opened', 2);
    expect(lineOf(link)).toBe('live');
    link = after(link, 'dropped', 3);
    expect(lineOf(link)).toBe('polling');
    link = after(link, 'failed', 4);
    expect(lineOf(link)).toBe('lost');
    expect(link.heardAt).toBe(2);
    link = after(link, 'event', 9);
    expect(lineOf(link)).toBe('live');
  });
  it('takes a stream for dead when a poll finds no answer', () => {
    const live = after(after(UNLINKED, 'answer', 1), 'opened', 1);
    expect(after(live, 'failed', 2).streaming).toBe(false);
  });
  it('asks ever more slowly, never slower than half a minute and a bit', () => {
    let link = UNLINKED;
    const waits = Array.from({ length: 12 }, () => {
      link = after(link, 'failed', 0);
      return nextPollIn(link, 0.5);
    });
    expect(waits[0]).toBe(4_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBe(30_000);
    expect(nextPollIn(link, 1)).toBeLessThan(40_000);
  });
});

describe('pages', () => {
  it('turn round, and back to the first for something new', () => {
    expect(pageCount(0, 8)).toBe(1);
    expect(pageCount(17, 8)).toBe(3);
    expect(pageCount(1_000, 8)).toBe(5);
    expect(turn(0, 3, false)).toBe(1);
    expect(turn(2, 3, false)).toBe(0);
    expect(turn(1, 3, true)).toBe(0);
    expect(rowsOf([1, 2, 3, 4, 5], 1, 2)).toEqual([3, 4]);
  });
});

describe('the age of a state', () => {
  it.each([
    [4_000, '4 秒前', 'As of 4 seconds ago'],
    [61_000, '1 分钟前', 'As of 1 minute ago'],
    [190_000, '3 分钟前', 'As of 3 minutes ago'],
    [7_300_000, '2 小时前', 'As of 2 hours ago'],
    [200_000_000, '2 天前', 'As of 2 days ago'],
  ])('%d ms', (age, chinese, english) => {
    expect(ageText(age, 'zh-CN')).toBe(chinese);
    expect(ageText(age, 'en')).toBe(english);
  });
});

/** A city that can be cut off. */
class City {
  reachable = true;
  entries: BoardEntry[] = [entry(1, 'a')];
  streams: { url: string; closed: boolean; source: EventSource }[] = [];
  asked: string[] = [];
  tags: (string | null)[] = [];

  readonly outside: Outside = {
    now: () => Date.now(),
    random: () => 0.5,
    fetch: ((url: string, init?: RequestInit) => {
      this.asked.push(url);
      if (!this.reachable) return Promise.reject(new TypeError('cut'));
      if (!url.startsWith('/api/v1/board/feed')) {
        return Promise.resolve(new Response('{}', { status: 200 }));
      }
      const tag = `"${this.entries.length}"`;
      const known = new Headers(init?.headers).get('If-None-Match');
      this.tags.push(known);
      return Promise.resolve(
        known === tag
          ? new Response(null, { status: 304 })
          : new Response(JSON.stringify(feed(...this.entries)), { headers: { ETag: tag } }),
      );
    }) as typeof fetch,
    events: (url) => {
      const stream = { url, closed: false, source: {} as EventSource };
      stream.source = {
        readyState: 0,
        close: () => {
          stream.closed = true;
        },
      } as unknown as EventSource;
      this.streams.push(stream);
      return stream.source;
    },
  };

  get stream() {
    return this.streams.at(-1)!;
  }
  open() {
    this.stream.source.onopen?.(new Event('open'));
  }
  tell(news: BoardEntry) {
    this.entries = [news, ...this.entries];
    const event = new MessageEvent('message', { data: JSON.stringify(news) });
    this.stream.source.onmessage?.(event);
  }
}

describe('a board on the wall', () => {
  let city: City;
  let board: BoardSource;
  const line = () => lineOf(board.current().link);

  beforeEach(async () => {
    vi.useFakeTimers();
    city = new City();
    board = new BoardSource('square', city.outside);
    board.start();
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    board.stop();
    vi.useRealTimers();
  });

  it('loads the feed, then listens from its place', () => {
    expect(numbers(board.current().shown)).toEqual(['a']);
    expect(city.stream.url).toBe('/api/v1/board/events?board=square&after=1');
    city.open();
    city.tell(entry(2, 'b'));
    expect(line()).toBe('live');
    expect(numbers(board.current().shown)).toEqual(['b', 'a']);
  });

  it('asks with the tag it has, and a 304 proves that the line is alive', async () => {
    city.open();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(city.tags).toEqual([null, '"1"']);
    expect(board.current().link.heardAt).toBe(Date.now());
  });

  it('keeps its state when the network is cut, and catches up without being started again', async () => {
    city.open();
    city.reachable = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(line()).toBe('lost');
    expect(numbers(board.current().shown)).toEqual(['a']);
    expect(city.stream.closed).toBe(true);
    const heardAt = board.current().link.heardAt!;

    await vi.advanceTimersByTimeAsync(180_000);
    expect(Date.now() - heardAt).toBeGreaterThan(180_000);

    city.entries = [entry(7, 'c'), entry(1, 'a')];
    city.reachable = true;
    board.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers(board.current().shown)).toEqual(['c', 'a']);
    expect(city.stream.url).toContain('after=7');
    city.open();
    expect(line()).toBe('live');
    expect(city.streams.filter((stream) => !stream.closed)).toHaveLength(1);
  });

  it('polls while the stream is refused', async () => {
    Object.assign(city.stream.source, { readyState: 2 });
    city.stream.source.onerror?.(new Event('error'));
    await vi.advanceTimersByTimeAsync(0);
    expect(line()).toBe('polling');
    city.entries = [entry(5, 'e'), entry(1, 'a')];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(numbers(board.current().shown)).toEqual(['e', 'a']);
  });

  it('believes the machine when it says that the network is gone', () => {
    city.open();
    board.networkGone();
    expect(line()).toBe('lost');
  });
});
