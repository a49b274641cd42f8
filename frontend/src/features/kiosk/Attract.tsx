import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Kiosk } from '@/api/generated';
import { getBoardFeedOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useProgramme } from '@/api/useProgramme';
import { Bilingual, DateTime, Name, StateBadge } from '@/components';
import { Panel } from '@/components/screen/Panel';
import { useLanguage } from '@/i18n';
import styles from './Kiosk.module.css';

const SHOWN = 6;
const LOOK_AGAIN = 15_000;

/** What the place's screens show, and that one may touch this one. */
export function Attract({ kiosk, onTouch }: { kiosk: Kiosk; onTouch: () => void }) {
  const { t } = useTranslation('kiosk');
  const language = useLanguage();
  const board = kiosk.screenCode ?? '';
  const panel = useProgramme(board, 0, false);
  const feed = useQuery({
    ...getBoardFeedOptions({ query: { ...(board && { board }), limit: SHOWN } }),
    refetchInterval: LOOK_AGAIN,
  });
  return (
    // Touching it anywhere begins; the button is for everybody else.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={styles.attract} onClick={onTouch}>
      <header>
        <p>
          <Name of={kiosk} />
        </p>
        <h1>{t('title')}</h1>
      </header>
      <div className={styles.programme}>
        {panel ? (
          <Panel panel={panel} language={language} />
        ) : (
          <ul role="list" className={styles.live} aria-label={t('attract.live')}>
            {feed.data?.entries.map((entry) => (
              <li key={entry.caseNumber}>
                <DateTime value={entry.at} as="time" />
                <b>
                  <Bilingual chinese={entry.itemName} english={entry.itemNameEn} />
                </b>
                <StateBadge state={entry.state} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <button type="button" className={styles.begin}>
        <span lang="zh-CN">请触摸屏幕</span>
        <span lang="en">Touch to begin</span>
      </button>
    </div>
  );
}
