import type { RolePage, RoleRow } from '../../../shared/desk/queues.ts';
import { rowAt } from './pages.ts';

export type Step = 'next' | 'previous' | 'nextPage' | 'previousPage' | 'first' | 'last';

/**
 * The index that a step leads to, inside the list. Where no row is current yet, every step but `last` leads to the
 * first row.
 * @param pageRows how many rows the view holds
 */
export function stepFrom(
  index: number | undefined,
  to: Step,
  rows: number,
  pageRows: number,
): number {
  const page = Math.max(1, pageRows - 1);
  const from = index ?? 0;
  const still = index === undefined ? 0 : undefined;
  const targets: Record<Step, number> = {
    next: still ?? from + 1,
    previous: still ?? from - 1,
    nextPage: still ?? from + page,
    previousPage: still ?? from - page,
    first: 0,
    last: rows - 1,
  };
  return Math.min(Math.max(targets[to], 0), Math.max(rows - 1, 0));
}

/**
 * The index of the nearest row after another one that `fits`, from the top again after the last. A row whose page is not
 * here counts as fitting: what it is shows when it is. None where no row fits.
 */
export function nextFitting(
  pages: ReadonlyMap<number, RolePage>,
  index: number | undefined,
  rows: number,
  fits: (row: RoleRow) => boolean,
): number | undefined {
  for (let step = 1; step <= rows; step += 1) {
    const at = ((index ?? -1) + step) % rows;
    const row = rowAt(pages, at);
    if (!row || fits(row)) return at;
  }
  return undefined;
}

/** The index of the row that takes the place of a current one which leaves the list with others: the next, else the last before it. */
export function heir(
  pages: ReadonlyMap<number, RolePage>,
  index: number,
  rows: number,
  leaves: (roleId: string) => boolean,
): number | undefined {
  const stays = (at: number) => {
    const row = rowAt(pages, at);
    return !row || !leaves(row.id);
  };
  for (let after = index + 1; after < rows; after += 1) if (stays(after)) return after;
  for (let before = index - 1; before >= 0; before -= 1) if (stays(before)) return before;
  return undefined;
}
