import { and, asc, count, desc, eq, exists, gt, lt, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Reader } from '../storage.ts';
import { feed, feedDays, registry, roles } from './schema.ts';

const { placeholder } = sql;

type FeedReads = Pick<
  Reader,
  | 'feedHead'
  | 'feedAfter'
  | 'feedCountAfter'
  | 'seatsShowing'
  | 'showsRoleOf'
  | 'compactedTo'
  | 'feedHeadBefore'
>;

/** The feed's part of a reader. */
export function sqliteFeedReader(db: BetterSQLite3Database): FeedReads {
  const state = db
    .select({ head: registry.head, compactedTo: registry.compactedTo })
    .from(registry)
    .prepare();
  const headBefore = db
    .select({ head: feedDays.head })
    .from(feedDays)
    .where(lt(feedDays.day, placeholder('day')))
    .orderBy(desc(feedDays.day))
    .limit(1)
    .prepare();
  const afterSeq = and(eq(feed.seat, placeholder('seat')), gt(feed.seq, placeholder('seq')));
  const after = db
    .select({ seq: feed.seq, kind: feed.kind, id: feed.entityId, gone: feed.gone })
    .from(feed)
    .where(afterSeq)
    .orderBy(asc(feed.seq))
    .limit(placeholder('limit'))
    .prepare();
  const countAfter = db.select({ rows: count() }).from(feed).where(afterSeq).prepare();
  const showing = db
    .selectDistinct({ seat: feed.seat })
    .from(feed)
    .where(and(eq(feed.entityId, placeholder('id')), eq(feed.gone, false)))
    .prepare();
  const ofSeat = and(eq(feed.seat, placeholder('seat')), eq(feed.gone, false));
  const place = db
    .select()
    .from(feed)
    .where(and(eq(feed.entityId, roles.id), ofSeat));
  const roleShown = (column: typeof roles.personId | typeof roles.bodyId) =>
    db
      .select({ id: roles.id })
      .from(roles)
      // Not a join: SQLite would begin at the seat, which may show a hundred thousand roles.
      .where(and(eq(column, placeholder('id')), exists(place)))
      .limit(1)
      .prepare();
  const shown = { person: roleShown(roles.personId), body: roleShown(roles.bodyId) };

  return {
    feedHead: async () => state.get()?.head ?? 0,
    feedAfter: async (seat, seq, limit) => after.all({ seat, seq, limit }),
    feedCountAfter: async (seat, seq) => countAfter.get({ seat, seq })?.rows ?? 0,
    seatsShowing: async (id) => showing.all({ id }).map(({ seat }) => seat),
    showsRoleOf: async (seat, of, id) => shown[of].get({ seat, id }) !== undefined,
    compactedTo: async () => state.get()?.compactedTo ?? 0,
    feedHeadBefore: async (day) => headBefore.get({ day })?.head ?? 0,
  };
}
