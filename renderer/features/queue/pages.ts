import type { RolePage, RoleRow } from '../../../shared/desk/queues.ts';

/** How many rows one question to the service asks for. */
export const pageRows = 100;

/** The pages that hold the rows from `first` to `last`, both included; none where there are no rows. */
export function pagesOf(first: number, last: number): number[] {
  if (last < first) return [];
  const from = Math.floor(first / pageRows);
  return Array.from({ length: Math.floor(last / pageRows) - from + 1 }, (_, step) => from + step);
}

/** Half a page: whoever scrolls at 4,000 pixels a second comes to it after half a second. */
const aheadRows = pageRows / 2;

/** The rows seen and those that one comes to next, to either side, as far as there are any. */
export function nearby(seen: { first: number; last: number }, total: number) {
  return {
    first: Math.max(0, seen.first - aheadRows),
    last: Math.min(total - 1, seen.last + aheadRows),
  };
}

/**
 * The pages to ask for: all that are seen once the view rests. While it scrolls, only those that lie next to a page
 * already here: who drags the scroll bar to row 100,000 does not ask for what flies past.
 */
export function pagesToAsk(
  seen: number[],
  isHere: (page: number) => boolean,
  scrolling: boolean,
): number[] {
  if (!scrolling) return seen;
  return seen.filter((page) => isHere(page) || isHere(page - 1) || isHere(page + 1));
}

/** The row at an index of the list, where its page is here. */
export function rowAt(pages: ReadonlyMap<number, RolePage>, index: number): RoleRow | undefined {
  return pages.get(Math.floor(index / pageRows))?.rows[index % pageRows];
}

/** The index of a role in the list, where it lies in a page that is here. */
export function indexOf(pages: ReadonlyMap<number, RolePage>, roleId: string): number | undefined {
  for (const [page, { rows }] of pages) {
    const place = rows.findIndex(({ id }) => id === roleId);
    if (place !== -1) return page * pageRows + place;
  }
  return undefined;
}
