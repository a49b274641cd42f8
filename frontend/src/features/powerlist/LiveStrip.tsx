import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getBoardFeedOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, Loading, StateBadge } from '@/components';
import { useLanguage } from '@/i18n';
import { formatAgo } from '@/lib/format';
import styles from './LiveStrip.module.css';
import { itemPath } from './SearchBox';

const SHOWN = 6;
const EVERY = 5_000;

function useNow(running: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/** The newest public case states; polled, and the browser's cache answers with the ETag when nothing is new. */
export function LiveStrip() {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  const [paused, setPaused] = useState(false);
  const { data, error, isPending } = useQuery({
    ...getBoardFeedOptions({ query: { limit: SHOWN } }),
    refetchInterval: paused ? false : EVERY,
    refetchOnWindowFocus: !paused,
  });
  const now = useNow(!paused);
  // The server's clock is the city's; a reader's clock that is off must not say "in three hours".
  const drift = data ? Math.max(0, Date.parse(data.generatedAt) - now) : 0;
  return (
    <section className={styles.live} aria-labelledby="live">
      <div className={styles.head}>
        <div>
          <h2 id="live" className={styles.title}>
            <span className={styles.pulse} data-paused={paused || undefined} aria-hidden="true" />
            {t('home.live')}
          </h2>
          <p className="quiet">{t('home.liveLead')}</p>
        </div>
        <div className={styles.tools}>
          <Button look="quiet" aria-pressed={paused} onClick={() => setPaused(!paused)}>
            {paused ? t('home.resume') : t('home.pause')}
          </Button>
        </div>
      </div>
      {isPending && <Loading lines={6} />}
      {error && !data && <p className="quiet">{t('home.liveLost')}</p>}
      {data && data.entries.length === 0 && <p className="quiet">{t('home.liveEmpty')}</p>}
      {data && data.entries.length > 0 && (
        <ol role="list" className={styles.entries}>
          {data.entries.slice(0, SHOWN).map((entry) => (
            <li key={entry.place} className={styles.entry}>
              <time className={styles.at} dateTime={entry.at}>
                {formatAgo(entry.at, now + drift, language)}
              </time>
              <div className={styles.what}>
                <Link href={itemPath(entry.itemCode)} className={styles.item}>
                  <Bilingual chinese={entry.itemName} english={entry.itemNameEn} />
                </Link>
                <span className={styles.who}>
                  <span>
                    <Bilingual chinese={entry.departmentName} english={entry.departmentNameEn} />
                  </span>
                  {entry.applicantMasked && <span lang="zh-CN">{entry.applicantMasked}</span>}
                </span>
              </div>
              <div className={styles.state}>
                <span className={styles.step}>
                  <Bilingual chinese={entry.stepName} english={entry.stepNameEn} />
                </span>
                <StateBadge state={entry.state} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {/* The board is an entry of its own. */}
      <p className={styles.board}>
        <a href="/board">{t('home.board')}</a>
      </p>
    </section>
  );
}
