import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Seat } from '../../../shared/domain/seats.ts';
import type { Kind, Writer } from '../storage.ts';
import { feed, feedDays, registry } from './schema.ts';

const { placeholder } = sql;

type FeedMethods = Pick<
  Writer,
  'feedEnter' | 'feedMove' | 'feedRepeat' | 'feedLeave' | 'feedExpire' | 'feedForget'
>;

/**
 * The feed's part of a writer. There is one writer, so sequence numbers are counted here: read when a transaction
 * first needs one, kept by `finish`.
 * @param touched collects the seats that got something new
 */
export function sqliteFeedWriter(db: BetterSQLite3Database, touched: Set<Seat>) {
  let head: number | undefined;
  const row = {
    entityId: placeholder('id'),
    seat: placeholder('seat'),
    again: placeholder('again'),
    kind: placeholder('kind'),
    seq: placeholder('seq'),
    gone: placeholder('gone'),
  };
  const target = [feed.entityId, feed.seat, feed.again];
  const set = { seq: sql`excluded.seq`, gone: sql`excluded.gone` };
  const place = db.insert(feed).values(row).onConflictDoUpdate({ target, set }).prepare();
  const enter = db
    .insert(feed)
    .values(row)
    .onConflictDoUpdate({ target, set, setWhere: eq(feed.gone, true) })
    .prepare();
  const forgetAgain = db
    .delete(feed)
    .where(
      and(
        eq(feed.entityId, placeholder('id')),
        eq(feed.seat, placeholder('seat')),
        eq(feed.again, true),
      ),
    )
    .prepare();

  function next(): number {
    head ??= db.select().from(registry).get()?.head ?? 0;
    return head + 1;
  }

  function put(seat: Seat, kind: Kind, id: string, how: { again: boolean; gone: boolean }): void {
    const seq = next();
    place.run({ id, seat, kind, seq, ...how });
    head = seq;
    touched.add(seat);
  }

  const methods: FeedMethods = {
    feedEnter: async (seat, kind, id) => {
      const seq = next();
      const { changes } = enter.run({ id, seat, kind, seq, again: false, gone: false });
      if (changes === 0) return;
      head = seq;
      touched.add(seat);
    },
    feedMove: async (seat, kind, id) => put(seat, kind, id, { again: false, gone: false }),
    feedRepeat: async (seat, kind, id) => put(seat, kind, id, { again: true, gone: false }),
    feedLeave: async (seat, kind, id) => {
      forgetAgain.run({ id, seat });
      put(seat, kind, id, { again: false, gone: true });
    },
    feedExpire: async (upTo) => {
      db.update(registry).set({ compactedTo: upTo }).run();
      db.delete(feedDays).where(lte(feedDays.head, upTo)).run();
    },
    feedForget: async (upTo, after, limit) => {
      const rows = db
        .select({ seat: feed.seat, seq: feed.seq })
        .from(feed)
        .where(after && sql`(${feed.seat}, ${feed.seq}) > (${after.seat}, ${after.seq})`)
        .orderBy(asc(feed.seat), asc(feed.seq))
        .limit(limit)
        .all();
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (!first || !last) return undefined;
      const { changes } = db
        .delete(feed)
        .where(
          and(
            sql`(${feed.seat}, ${feed.seq}) >= (${first.seat}, ${first.seq})`,
            sql`(${feed.seat}, ${feed.seq}) <= (${last.seat}, ${last.seq})`,
            eq(feed.gone, true),
            lte(feed.seq, upTo),
          ),
        )
        .run();
      // It takes a number, so that what remains to a pull under way is counted anew.
      if (changes > 0) head = next();
      return rows.length < limit ? undefined : last;
    },
  };
  return {
    methods,
    begin: () => {
      head = undefined;
    },
    finish: () => {
      if (head === undefined) return;
      db.update(registry).set({ head }).run();
      const day = new Date().toISOString().slice(0, 10);
      db.insert(feedDays)
        .values({ day, head })
        .onConflictDoUpdate({ target: feedDays.day, set: { head } })
        .run();
    },
  };
}
