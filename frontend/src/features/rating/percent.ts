/** A share with one place after the point; a dash where there is nothing to be a part of. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
