import type { CityNumbersMonth } from '@/api/generated';
import { useLanguage } from '@/i18n';
import { drawn, type Happened, numberOf, told } from './figures';
import styles from './Numbers.module.css';

const WIDTH = 720;
const HEIGHT = 260;
const TOP = 26;
const BOTTOM = 26;
const GAP = 0.3;

/** A kind of number over twelve months, as bars; the table under it has the numbers. */
export function MonthChart({
  months,
  kind,
  label,
}: {
  months: readonly CityNumbersMonth[];
  kind: Happened;
  label: string;
}) {
  const language = useLanguage();
  const bars = months.map((month) => {
    const number = numberOf(month.numbers, kind);
    return { month: month.month, height: drawn(number), words: told(number, language) };
  });
  const most = Math.max(1, ...bars.map((bar) => bar.height ?? 0));
  const wide = WIDTH / bars.length;
  const room = HEIGHT - TOP - BOTTOM;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {bars.map((bar, place) => {
        const height = bar.height === undefined ? 0 : (room * bar.height) / most;
        const middle = wide * (place + 0.5);
        return (
          <g key={bar.month}>
            <rect
              x={wide * (place + GAP / 2)}
              y={HEIGHT - BOTTOM - height}
              width={wide * (1 - GAP)}
              height={height}
              data-latest={place === bars.length - 1 || undefined}
            />
            <text x={middle} y={HEIGHT - BOTTOM - height - 8} textAnchor="middle">
              {bar.words}
            </text>
            <text className={styles.when} x={middle} y={HEIGHT - 6} textAnchor="middle">
              {bar.month.slice(2).replace('-', '/')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
