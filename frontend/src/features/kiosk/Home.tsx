import { useTranslation } from 'react-i18next';
import { NO_KEYS } from '@/lib/keys';
import styles from './Kiosk.module.css';
import { Choice, Tile } from './parts';
import type { Step } from './steps';

const TILES = [
  {
    name: 'find',
    step: { at: 'find' },
    drawn: 'M20 20l-5-5m2-5a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  },
  {
    name: 'track',
    step: { at: 'track', keys: NO_KEYS },
    drawn: 'M5 3h10l4 4v14H5zM9 12l2 2 4-4M9 18h6',
  },
  {
    name: 'windows',
    step: { at: 'windows' },
    drawn: 'M3 21h18M5 21V6h14v15M5 11h14M12 6v5M9 21v-5h6v5',
  },
  {
    name: 'places',
    step: { at: 'places' },
    drawn:
      'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.500 12 21 12 21zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  },
  {
    name: 'fees',
    step: { at: 'fees' },
    drawn: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 7l4 5 4-5M12 12v5M9 13h6M9 15.500h6',
  },
  {
    name: 'news',
    step: { at: 'news' },
    drawn: 'M4 4h13v16H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2M7 8h7M7 12h7M7 16h4',
  },
] as const satisfies readonly { name: string; step: Step; drawn: string }[];

/** What one can do here. */
export function Home({ go }: { go: (step: Step) => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <>
      <h1>{t('home.title')}</h1>
      <Choice>
        {TILES.map(({ name, step, drawn }) => (
          <Tile key={name} onTouch={() => go(step)}>
            <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.icon}>
              <path d={drawn} />
            </svg>
            <b>{t(`home.${name}`)}</b>
            <span>{t(`home.${name}Text`)}</span>
          </Tile>
        ))}
      </Choice>
      <p className="quiet">{t('home.scan')}</p>
    </>
  );
}
