import { changesLimit } from '../shared/wire/changes.ts';

const smallest = 50;

/** How many changes to ask for after nothing came in time: half as many, so that a slow way gets on. */
export function smallerLimit(limit: number): number {
  return Math.max(smallest, Math.floor(limit / 2));
}

/** How many to ask for after a page that came: a few more, for what was too much once may be so again. */
export function largerLimit(limit: number): number {
  return Math.min(changesLimit.usual, limit + smallest);
}
