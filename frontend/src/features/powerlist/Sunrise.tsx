import styles from './Sunrise.module.css';

const TICKS = 41;

function tick(index: number): string {
  const angle = Math.PI * (index / (TICKS - 1));
  const long = index % 5 === 0;
  const [from, to] = [238, long ? 282 : 262];
  const at = (radius: number) =>
    `${(300 - radius * Math.cos(angle)).toFixed(1)} ${(300 - radius * Math.sin(angle)).toFixed(1)}`;
  return `M${at(from)}L${at(to)}`;
}

const RAYS = Array.from({ length: TICKS - 2 }, (_, index) => tick(index + 1)).join('');

/** The sun over the horizon; its rays are the ticks of a clock. Decoration only. */
export function Sunrise() {
  return (
    <svg className={styles.sun} viewBox="0 0 600 300" aria-hidden="true" focusable="false">
      <path className={styles.glow} d="M30 300a270 270 0 0 1 540 0z" />
      <path className={styles.disc} d="M110 300a190 190 0 0 1 380 0z" />
      <path className={styles.rays} d={RAYS} />
    </svg>
  );
}
