/** A board doesn't turn through everything it knows: after a few pages the newest matter more. */
export const MOST_PAGES = 5;

export function pageCount(entries: number, perPage: number): number {
  return Math.max(1, Math.min(MOST_PAGES, Math.ceil(entries / perPage)));
}

/** The page after this one; something new brings the first page back. */
export function turn(page: number, pages: number, news: boolean): number {
  return news || page + 1 >= pages ? 0 : page + 1;
}

export function rowsOf<Entry>(entries: readonly Entry[], page: number, perPage: number): Entry[] {
  return entries.slice(page * perPage, (page + 1) * perPage);
}
