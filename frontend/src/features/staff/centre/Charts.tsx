import { useTranslation } from 'react-i18next';
import type { CentreDay, ClockCounts } from '@/api/generated';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { CLOCKS } from './clocks';
import styles from './Charts.module.css';

/** Open cases by the state of their clocks, as one bar. The numbers stand beside it. */
export function ClockBar({ clocks, of }: { clocks: ClockCounts; of: number }) {
  const { t } = useTranslation('centre');
  const words = CLOCKS.filter((clock) => clocks[clock] > 0)
    .map((clock) => `${t(`clock.${clock}`)} ${clocks[clock]}`)
    .join(', ');
  return (
    <span className={styles.bar} role="img" aria-label={words || t('noCases')}>
      {CLOCKS.map((clock) => (
        <span
          key={clock}
          data-clock={clock}
          style={{ width: `${of === 0 ? 0 : (100 * clocks[clock]) / of}%` }}
        />
      ))}
    </span>
  );
}

/** What the colours mean, with the numbers. */
export function ClockKey({ clocks }: { clocks: ClockCounts }) {
  const { t } = useTranslation('centre');
  return (
    <ul className={styles.key} role="list">
      {CLOCKS.map((clock) => (
        <li key={clock}>
          <i data-clock={clock} />
          {t(`clock.${clock}`)} <b>{clocks[clock]}</b>
        </li>
      ))}
    </ul>
  );
}

export type Series = 'received' | 'closed' | 'findings' | 'cards';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 34;
const BOTTOM = 22;

/** Thirty days as lines; the table beside it has the numbers. */
export function Trend({
  days,
  series,
  colours,
  label,
}: {
  days: readonly CentreDay[];
  series: readonly Series[];
  colours: readonly string[];
  label: string;
}) {
  const language = useLanguage();
  const most = Math.max(4, ...days.flatMap((day) => series.map((each) => day[each])));
  const x = (index: number) => LEFT + ((WIDTH - LEFT - 8) * index) / Math.max(1, days.length - 1);
  const y = (value: number) => 8 + (HEIGHT - BOTTOM - 8) * (1 - value / most);
  const ends = [0, Math.floor((days.length - 1) / 2), days.length - 1];
  return (
    <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, most / 2, most].map((value) => (
        <g key={value}>
          <line className={styles.axis} x1={LEFT} x2={WIDTH - 8} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {Math.round(value)}
          </text>
        </g>
      ))}
      {ends.map(
        (index, place) =>
          days[index] && (
            <text
              key={place}
              x={x(index)}
              y={HEIGHT - 4}
              textAnchor={place === 0 ? 'start' : place === 1 ? 'middle' : 'end'}
            >
              {formatDate(days[index].day, language, 'monthDay')}
            </text>
          ),
      )}
      {series.map((each, place) => (
        <polyline
          key={each}
          stroke={colours[place]}
          points={days.map((day, index) => `${x(index)},${y(day[each])}`).join(' ')}
        />
      ))}
    </svg>
  );
}
