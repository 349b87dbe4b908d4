import type { Seat } from '../../../shared/domain/seats.ts';
import type { Kind, Writer } from '../storage.ts';
import type { Connection, Numbers } from './connection.ts';
import { placesOf, rolesShown } from './feedReader.ts';
import { type PendingFeed, pendingFeed } from './pendingFeed.ts';
import { placeRow } from './rows.ts';
import { writePlaces } from './writePlaces.ts';

type FeedMethods = Pick<
  Writer,
  | 'feedEnter'
  | 'feedMove'
  | 'feedRepeat'
  | 'feedLeave'
  | 'feedExpire'
  | 'feedForget'
  | 'seatsShowing'
  | 'showsRoleOf'
>;

/**
 * The feed's part of a transaction's writer. Numbers are given at its very end, all at once: from then until it
 * commits nobody else gets any, and that should not take long.
 */
export function feedWriter(db: Connection, numbers: Numbers) {
  const pending = pendingFeed();
  let hasForgotten = false;
  const add = (does: 'enter' | 'show' | 'leave', again: boolean) => {
    return async (seat: Seat, kind: Kind, id: string) =>
      pending.add({ seat, kind, id, again, does });
  };

  const methods: FeedMethods = {
    feedEnter: add('enter', false),
    feedMove: add('show', false),
    feedRepeat: add('show', true),
    feedLeave: async (seat, kind, id) => {
      pending.add({ seat, kind, id, again: true, does: 'forget' });
      pending.add({ seat, kind, id, again: false, does: 'leave' });
    },
    seatsShowing: async (id) => seatsShown(pending, id, await placesOf(db, id)),
    showsRoleOf: async (seat, of, id) => {
      const roles = await rolesShown(db, seat, of, id);
      return roles.some((role) => shownAt(pending, role.id, seat) ?? role.shown);
    },
    feedExpire: async (upTo) => {
      await db.run('UPDATE registry SET compacted_to = $1', upTo);
      await numbers.forgetUpTo(upTo);
    },
    feedForget: async (upTo, after, limit) => {
      const { last, forgotten } = await forget(db, upTo, after ?? { seat: '', seq: 0 }, limit);
      hasForgotten ||= forgotten > 0;
      return last;
    },
  };
  return {
    methods,
    /** Writes what was to be done. @returns the seats that got something new */
    finish: async (): Promise<Set<Seat>> => {
      const places = pending.inOrder();
      // What is forgotten takes a number, so that what remains to a pull under way is counted anew.
      const count = places.length + (hasForgotten ? 1 : 0);
      if (count === 0) return new Set();
      return writePlaces(db, places, await numbers.take(count));
    },
  };
}

function seatsShown(
  pending: PendingFeed,
  id: string,
  kept: { seat: Seat; again: boolean; gone: boolean }[],
): Seat[] {
  const shown = new Map(kept.map(({ seat, again, gone }) => [`${seat} ${again}`, { seat, gone }]));
  for (const { seat, again, does } of pending.of(id)) {
    shown.set(`${seat} ${again}`, { seat, gone: does === 'leave' || does === 'forget' });
  }
  return [...new Set([...shown.values()].filter(({ gone }) => !gone).map(({ seat }) => seat))];
}

/** Whether a seat is going to show a role, where this transaction has changed that. */
function shownAt(pending: PendingFeed, id: string, seat: Seat): boolean | undefined {
  const place = pending.of(id).find((each) => each.seat === seat && !each.again);
  return place && place.does !== 'leave';
}

/** Deletes what is gone up to a number, among the next rows behind a place. */
async function forget(
  db: Connection,
  upTo: number,
  after: { seat: string; seq: number },
  limit: number,
) {
  const rows = await db.rows(
    'SELECT seat, seq FROM feed WHERE (seat, seq) > ($1, $2) ORDER BY seat, seq LIMIT $3',
    ...[after.seat, after.seq, limit],
  );
  const [first, last] = [rows.at(0), rows.at(-1)].map((row) => row && placeRow.parse(row));
  if (!first || !last) return { last: undefined, forgotten: 0 };
  const forgotten = await db.run(
    `DELETE FROM feed WHERE (seat, seq) >= ($1, $2) AND (seat, seq) <= ($3, $4)
       AND gone = 1 AND seq <= $5`,
    ...[first.seat, first.seq, last.seat, last.seq, upTo],
  );
  return { last: rows.length < limit ? undefined : last, forgotten };
}
