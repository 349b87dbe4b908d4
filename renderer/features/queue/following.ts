import type { RolePage } from '../../../shared/desk/queues.ts';
import { indexOf, pageRows, rowAt } from './pages.ts';

type Pages = ReadonlyMap<number, RolePage>;

/** Where the current role was last seen in the list, with the rows around it at that moment. */
export interface Place {
  roleId: string;
  index: number;
  pages: Pages;
}

/**
 * What becomes of the current row once the list has changed: it `stays`, perhaps at another index; it was decided
 * here and the `next` one takes its place (none where the list is empty); it is `gone` by somebody else's hand and
 * the person keeps looking at it; or the rows to tell are `awaited`.
 */
export type Followed =
  | { kind: 'stays'; index: number }
  | { kind: 'next'; index: number; roleId: string | undefined }
  | { kind: 'gone' }
  | { kind: 'awaited' };

/** Follows the current role from where it was into the rows that are here now. */
export function follow(
  place: Place,
  pages: Pages,
  total: number,
  decidedHere: (roleId: string) => boolean,
): Followed {
  const index = indexOf(pages, place.roleId);
  if (index !== undefined) return { kind: 'stays', index };
  if (total === 0) return decidedHere(place.roleId) ? none : { kind: 'gone' };
  const nearest = Math.min(place.index, total - 1);
  if (!pages.has(Math.floor(nearest / pageRows))) return { kind: 'awaited' };
  if (!decidedHere(place.roleId)) return { kind: 'gone' };
  return nextLeft(place, pages) ?? at(pages, nearest);
}

const none: Followed = { kind: 'next', index: 0, roleId: undefined };

/** The first row after the place, in the order of then, that is still here: a batch may have taken several. */
function nextLeft({ index, pages: then }: Place, pages: Pages): Followed | undefined {
  for (let after = index + 1; ; after += 1) {
    const row = rowAt(then, after);
    if (!row) return undefined;
    const now = indexOf(pages, row.id);
    if (now !== undefined) return { kind: 'next', index: now, roleId: row.id };
  }
}

function at(pages: Pages, index: number): Followed {
  const row = rowAt(pages, index);
  return row ? { kind: 'next', index, roleId: row.id } : { kind: 'awaited' };
}
