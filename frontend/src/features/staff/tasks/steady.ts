/**
 * A list that somebody is reading: what is shown keeps its order and its rows, with their newest
 * content; `waiting` counts what would come, go or move.
 */
export function steady<Row>(
  shown: readonly Row[],
  live: readonly Row[],
  idOf: (row: Row) => string,
): { rows: Row[]; waiting: number } {
  const newest = new Map(live.map((row) => [idOf(row), row]));
  const before = new Set(shown.map(idOf));
  const rows = shown.map((row) => newest.get(idOf(row)) ?? row);
  const gone = shown.filter((row) => !newest.has(idOf(row))).length;
  const come = live.filter((row) => !before.has(idOf(row))).length;
  const order = live.map(idOf).filter((id) => before.has(id));
  const kept = shown.map(idOf).filter((id) => newest.has(id));
  const moved = order.filter((id, index) => kept[index] !== id).length;
  return { rows, waiting: gone + come + moved };
}

/** What stands together under one heading, in the order of the list. */
export function grouped<Row, Key extends string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): { key: Key; rows: Row[] }[] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}
