import { onArc, sizeOnArc, star } from './seal';

const RADIUS = 59;

/** The mark of a unit's electronic seal: a red ring, a star, the name on the arc, its use below. */
export function Seal({ unit, use, label }: { unit: string; use: string; label: string }) {
  return (
    <svg viewBox="-80 -80 160 160" role="img" aria-label={label} fill="#c8102e">
      <circle r="76" fill="none" stroke="#c8102e" strokeWidth="4" />
      <path d={star(21)} />
      <g fontSize={sizeOnArc(unit, RADIUS)} textAnchor="middle" dominantBaseline="central">
        {onArc(unit, RADIUS).map(({ character, x, y, turn }, place) => (
          <text
            key={place}
            transform={`translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(2)})`}
          >
            {character}
          </text>
        ))}
      </g>
      <text y="46" fontSize="12.5" textAnchor="middle" dominantBaseline="central">
        {use}
      </text>
    </svg>
  );
}
