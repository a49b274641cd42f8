import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listVideosOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Empty, Loading, Name, Problem } from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Player } from './Player';
import { lengthOf } from './videos';
import styles from './Video.module.css';

const STEP: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const BACK = ['Escape', 'Backspace', 'GoBack', 'BrowserBack'];

/** The list as a television set shows it: chosen and played with the keys of a remote control, one after the other. */
export function TelevisionPage() {
  const { t } = useTranslation(['video', 'common']);
  const { text } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const category = text('category');
  const found = useQuery({
    ...listVideosOptions({ query: { ...(category && { category }) } }),
    refetchInterval: 10 * 60_000,
  });
  const items = found.data?.items ?? [];
  const [playing, setPlaying] = useState<number>();
  const last = useRef(0);
  const list = useRef<HTMLUListElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const focus = (at: number) => {
    last.current = at;
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  const ready = items.length > 0;
  useEffect(() => {
    if (!ready) return;
    if (playing === undefined) focus(last.current);
    else back.current?.focus();
  }, [ready, playing]);
  const press = (event: KeyboardEvent) => {
    if (playing !== undefined && BACK.includes(event.key)) {
      event.preventDefault();
      setPlaying(undefined);
      return;
    }
    const step = STEP[event.key];
    if (playing === undefined && step) {
      event.preventDefault();
      focus(Math.min(items.length - 1, Math.max(0, last.current + step)));
    }
  };
  const film = playing === undefined ? undefined : items[playing];
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of its buttons bubble here
    <div className={styles.television} onKeyDown={press}>
      <h1>{film ? <Bilingual chinese={film.title} english={film.titleEn} /> : t('tv.title')}</h1>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && items.length === 0 && <Empty title={t('none')} />}
      {film ? (
        <>
          <Player
            key={film.number}
            of={film}
            autoPlay
            className={styles.screen}
            onEnded={() => {
              const next = ((playing ?? 0) + 1) % items.length;
              last.current = next;
              setPlaying(next);
            }}
          />
          <button
            ref={back}
            type="button"
            className={styles.choice}
            onClick={() => setPlaying(undefined)}
          >
            {t('tv.back')}
          </button>
        </>
      ) : (
        <>
          <p>{t('tv.hint')}</p>
          <ul ref={list} className={styles.choices} role="list">
            {items.map((each, at) => (
              <li key={each.number}>
                <button
                  type="button"
                  className={styles.choice}
                  onFocus={() => {
                    last.current = at;
                  }}
                  onClick={() => setPlaying(at)}
                >
                  <strong>
                    <Bilingual chinese={each.title} english={each.titleEn} />
                  </strong>
                  <span>
                    <Name of={each.department} /> · {lengthOf(each.seconds)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            <Link href="/videos">{t('tv.leave')}</Link>
          </p>
        </>
      )}
    </div>
  );
}
