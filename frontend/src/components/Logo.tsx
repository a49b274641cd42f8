/** The sun half risen over a line. */
export function Logo({ size = 40 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d="M9.5 26a10.5 10.5 0 0 1 21 0z" fill="#ffc53d" />
      <path d="M4 30.5h32" stroke="#0b4f9e" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M20 11V6M10.1 15.1 6.6 11.6M29.9 15.1l3.5-3.5"
        stroke="#ffc53d"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
