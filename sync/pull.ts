import { startAfresh, takeIn } from '../db/changes.ts';
import { readDesk } from '../db/desk.ts';
import { reach } from '../db/moments.ts';
import type { Store } from '../db/store.ts';
import type { Changes } from '../shared/wire/changes.ts';
import { type Registry, RegistryProblem } from './registry.ts';

/** A page that was taken in. */
export interface Pulled {
  /** How many changes it held. */
  taken: number;
  remaining: number;
  hasMore: boolean;
  /** Roles that were not here before; none during a pull from the start. */
  entered: string[];
  /** Whether it was the first of a pull from the start, because the cursor was lost: the scope may be another one. */
  isAfresh: boolean;
}

/** Pulls the next page of at most `limit` changes. A cursor that the registry does not know makes it start afresh. */
export async function pullPage(store: Store, registry: Registry, limit: number): Promise<Pulled> {
  const { page, isAfresh } = await nextPage(store, registry, limit);
  reach('pull:answered');
  const { entered } = takeIn(store, page);
  const { remaining, hasMore } = page;
  return { taken: page.changes.length, remaining, hasMore, entered, isAfresh };
}

async function nextPage(
  store: Store,
  registry: Registry,
  limit: number,
): Promise<{ page: Changes; isAfresh: boolean }> {
  const { cursor } = readDesk(store.reader);
  try {
    const page = await registry.changes(cursor ?? undefined, limit);
    return { page, isAfresh: false };
  } catch (error) {
    if (cursor === null || !isCursorLost(error)) throw error;
    startAfresh(store);
    return { page: await registry.changes(undefined, limit), isAfresh: true };
  }
}

function isCursorLost(error: unknown): boolean {
  return (
    error instanceof RegistryProblem &&
    (error.code === 'cursor_expired' || error.code === 'cursor_invalid')
  );
}
