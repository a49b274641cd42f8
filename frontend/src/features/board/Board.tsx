import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { BoardEntry } from '@/api/generated';
import { useProgramme } from '@/api/useProgramme';
import { Panel } from '@/components/screen/Panel';
import { cityDay } from '@/lib/deadline';
import { formatDate, formatNumber } from '@/lib/format';
import { useHeartbeat } from '@/lib/heartbeat';
import type { Language } from '@/lib/language';
import { useTick } from '@/lib/tick';
import styles from './Board.module.css';
import { isFresh } from './feed';
import { lineOf } from './link';
import { pageCount, rowsOf, turn } from './pages';
import { Row } from './Row';
import type { BoardState } from './source';
import { useBoard } from './useBoard';
import { ageText, type Words } from './words';

const PAGE_FOR = 12_000;

interface Spoken {
  language: Language;
  words: Words;
}

function subscribeToSize(notify: () => void): () => void {
  window.addEventListener('resize', notify);
  return () => window.removeEventListener('resize', notify);
}

/** As many rows as stay readable from across a square. */
function useRowCount(wanted: number | undefined, language: Language): number {
  const usual = useSyncExternalStore(subscribeToSize, () => {
    if (window.innerHeight <= window.innerWidth) return 7;
    // On a phone English names take two lines.
    if (window.innerWidth < 640) return language === 'en' ? 5 : 6;
    return 8;
  });
  if (wanted) return Math.max(3, Math.min(16, Math.round(wanted)));
  return usual;
}

function Clock({ drift, language }: { drift: number; language: Language }) {
  const now = new Date(useTick(1_000) + drift).toISOString();
  return (
    <div className={styles.clock}>
      <time dateTime={now} className={styles.time}>
        {formatDate(now, language, 'time')}
      </time>
      <span className={styles.day}>
        {(language === 'en'
          ? (['weekday', 'monthDay'] as const)
          : (['monthDay', 'weekday'] as const)
        )
          .map((style) => formatDate(now, language, style))
          .join(' ')}
      </span>
    </div>
  );
}

function Numbers({ state, words, language }: { state: BoardState } & Spoken) {
  const { summary } = state;
  if (!summary) return <div className={styles.numbers} />;
  const number = (value: number) => formatNumber(value, language);
  const closed = summary.closedLast30Days;
  const share =
    closed > 0 ? Math.floor((summary.closedOnTimeLast30Days / closed) * 1000) / 10 : undefined;
  const facts: [string, string, string?][] = [
    [words.submittedToday, number(summary.submittedToday)],
    [words.closedToday, number(summary.closedToday)],
    [words.inProgress, number(summary.inProgress)],
  ];
  if (share !== undefined) {
    facts.push([
      words.onTime,
      `${share}%`,
      `${number(summary.closedOnTimeLast30Days)}/${number(closed)}`,
    ]);
  }
  return (
    <dl className={styles.numbers}>
      {facts.map(([label, value, of]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {of && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How the board hangs on the city; when it doesn't, how old everything on it is. */
function LineState({ state, words, language }: { state: BoardState } & Spoken) {
  const now = useTick(1_000);
  const line = lineOf(state.link);
  const { heardAt } = state.link;
  if (line === 'lost') {
    return (
      <p className={styles.lost} data-line="lost">
        {heardAt === undefined ? words.never : `${ageText(now - heardAt, language)}${words.lost}`}
      </p>
    );
  }
  return (
    <p className={styles.line} data-line={line}>
      <span className={styles.dot} aria-hidden="true" />
      {line === 'starting' ? words.starting : words.live}
    </p>
  );
}

/** Controls that come up when somebody moves the pointer or tabs to them. */
function Controls({
  paused,
  onPause,
  words,
}: {
  paused: boolean;
  onPause: () => void;
  words: Words;
}) {
  return (
    <div className={styles.controls}>
      <a href="/board">{words.screens}</a>
      <button type="button" aria-pressed={paused} onClick={onPause}>
        {paused ? words.goOn : words.pause}
      </button>
      {document.fullscreenEnabled && (
        <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
          {words.fullScreen}
        </button>
      )}
    </div>
  );
}

/** Whether somebody is at the machine: a wall shows no pointer. */
function useSomebodyThere(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      setThere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setThere(false), 3_000);
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerdown', moved);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', moved);
      window.removeEventListener('pointermove', moved);
    };
  }, []);
  return there;
}

function usePages(state: BoardState, perPage: number, paused: boolean) {
  const [page, setPage] = useState(0);
  const seen = useRef(state.shown.place);
  const latest = useRef({ pages: 1, place: 0 });
  const pages = pageCount(state.shown.entries.length, perPage);
  useEffect(() => {
    latest.current = { pages, place: state.shown.place };
  });
  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => {
      const { pages: count, place } = latest.current;
      setPage((before) => {
        const news = before > 0 && place > seen.current;
        const next = turn(before, count, news);
        if (next === 0 || before === 0) seen.current = place;
        return next;
      });
    }, PAGE_FOR);
    return () => clearInterval(timer);
  }, [paused]);
  return { page: Math.min(page, pages - 1), pages };
}

/** What happened last, a page of it. */
function Rows({
  state: { shown, link },
  visible,
  page,
  now,
  today,
  words,
  language,
}: {
  state: BoardState;
  visible: readonly BoardEntry[];
  page: number;
  now: number;
  today: string;
} & Spoken) {
  return (
    <>
      <div className={styles.columns} aria-hidden="true">
        <span>{words.time}</span>
        <span>{words.number}</span>
        <span>{words.item}</span>
        <span>{words.step}</span>
        <span>{words.state}</span>
      </div>
      {shown.entries.length === 0 ? (
        <p className={styles.empty}>{shown.place > 0 || link.heardAt ? words.empty : ''}</p>
      ) : (
        <ol role="list" className={styles.rows} aria-label={words.title}>
          {visible.map((entry, index) => (
            <Row
              key={`${page}-${entry.caseNumber}`}
              entry={entry}
              index={index}
              fresh={isFresh(shown, entry.caseNumber, now)}
              today={today}
              words={words}
              language={language}
            />
          ))}
        </ol>
      )}
    </>
  );
}

/** The board itself: what happened last, in rows one can read from afar. */
export function Board({
  code,
  rows,
  language,
  words,
}: { code: string | undefined; rows: number | undefined } & Spoken) {
  const state = useBoard(code);
  const perPage = useRowCount(rows, language);
  const [paused, setPaused] = useState(false);
  const { page, pages } = usePages(state, perPage, paused);
  const panel = useProgramme(code, state.drift, paused);
  useHeartbeat(panel?.kind ?? 'cases', state.link.heardAt);
  const there = useSomebodyThere();
  const now = useTick(3_000);
  const { shown, screen, site } = state;
  const city = site && (language === 'en' ? site.cityNameEn : site.cityName);
  const place = screen
    ? language === 'en'
      ? (screen.nameEn ?? screen.name)
      : screen.name
    : code === undefined
      ? words.wholeCity
      : '';
  const today = cityDay(now + state.drift);
  const lost = lineOf(state.link) === 'lost';

  useEffect(() => {
    document.title = `${place || words.title} · ${words.site}`;
  }, [place, words]);

  if (state.unknown && shown.place === 0) {
    return (
      <main className={styles.message}>
        <h1>{words.unknown}</h1>
        <p>
          <a href="/board">{words.toScreens}</a>
        </p>
      </main>
    );
  }

  const visible = rowsOf(shown.entries, page, perPage);
  return (
    <main
      className={styles.board}
      data-there={there || undefined}
      data-lost={lost || undefined}
      style={{ '--rows': perPage } as React.CSSProperties}
    >
      <header className={styles.head}>
        <div className={styles.who}>
          <p className={styles.city}>
            {[city, words.site].filter(Boolean).join(' ')}
            {site?.demo && <span className={styles.demo}>{words.demo}</span>}
          </p>
          <h1 className={styles.title}>
            {words.title}
            {place && <span>{place}</span>}
          </h1>
        </div>
        <Clock drift={state.drift} language={language} />
      </header>
      <Numbers state={state} words={words} language={language} />
      {panel ? (
        <Panel panel={panel} language={language} />
      ) : (
        <Rows {...{ state, visible, page, now, today, words, language }} />
      )}
      <footer className={styles.foot}>
        <LineState state={state} words={words} language={language} />
        <Controls paused={paused} onPause={() => setPaused(!paused)} words={words} />
        {!panel && pages > 1 && (
          <p className={styles.pages}>
            <span className="visually-hidden">{words.page(page + 1, pages)}</span>
            {Array.from({ length: pages }, (_, index) => (
              <i key={index} aria-hidden="true" data-here={index === page || undefined} />
            ))}
          </p>
        )}
      </footer>
    </main>
  );
}
