import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
} from 'drizzle-orm/pg-core';

/** Texts are compared by their bytes, as SQLite does: the order of lists is the same on both, whatever the locale. */
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** Gives the numbers of the feed: outside of transactions, so that none waits for another's snapshot. */
export const feedSeq = pgSequence('feed_seq', { startWith: 1 });

/** One row: what this database is. */
export const registry = pgTable('registry', {
  id: integer().primaryKey(),
  environment: text().notNull(),
  feedId: text('feed_id').notNull(),
  /** Where the database was when its feed began: after a restore it is somewhere else. */
  place: text().notNull().default(''),
  /** Up to this sequence number what is gone has been forgotten. */
  compactedTo: bigint('compacted_to', { mode: 'number' }).notNull().default(0),
});

/** The last sequence number of each transaction, and its day (UTC, `YYYY-MM-DD`). */
export const feedHeads = pgTable('feed_heads', {
  head: bigint({ mode: 'number' }).primaryKey(),
  day: text().notNull(),
});

export const signingKeys = pgTable('signing_keys', {
  id: text().primaryKey(),
  jwk: text().notNull(),
});

/** Things are kept whole, as a document; columns beside it are what queries look for. */
export const persons = pgTable('persons', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  /** When the token was issued that the account was last taken from, in seconds since 1970. */
  toldAt: bigint('told_at', { mode: 'number' }).notNull().default(0),
  document: text().notNull(),
});

export const bodies = pgTable(
  'bodies',
  {
    /** The order in which bodies were added. */
    number: bigserial({ mode: 'number' }).primaryKey(),
    id: text().notNull().unique(),
    type: text().notNull(),
    country: text().notNull(),
    parentId: text('parent_id'),
    nameKey: text('name_key').notNull(),
    searchText: text('search_text').notNull(),
    facets: text().notNull(),
    document: text().notNull(),
  },
  (table) => [
    index('bodies_by_country').on(table.type, table.country),
    index('bodies_by_name').on(table.type, table.nameKey, table.id),
    index('bodies_by_parent').on(table.parentId),
  ],
);

export const roles = pgTable(
  'roles',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id),
    responsibleId: text('responsible_id').notNull(),
    status: text().notNull(),
    document: text().notNull(),
  },
  (table) => [
    index('roles_by_person').on(table.personId),
    index('roles_by_body').on(table.bodyId),
    index('roles_by_responsible').on(table.responsibleId),
  ],
);

/** The audit log (rule 13); lines are only ever added. */
export const history = pgTable(
  'history',
  {
    number: bigserial({ mode: 'number' }).primaryKey(),
    roleId: text('role_id')
      .notNull()
      .references(() => roles.id),
    line: text().notNull(),
  },
  (table) => [index('history_by_role').on(table.roleId)],
);

/** The first result of every decision that came in, by the id that its desk gave it. */
export const decisions = pgTable('decisions', {
  id: text().primaryKey(),
  contentHash: text('content_hash').notNull(),
  result: text().notNull(),
});

/** The answers to role requests, by requester and idempotency key. */
export const filings = pgTable(
  'filings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    key: text().notNull(),
    contentHash: text('content_hash').notNull(),
    result: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
);

export const preferences = pgTable('preferences', {
  personId: text('person_id')
    .primaryKey()
    .references(() => persons.id),
  revision: integer().notNull(),
  document: text().notNull(),
});

/** The feed of every seat: docs/decisions/0003. `again` marks the second place of a thing that changed. */
export const feed = pgTable(
  'feed',
  {
    entityId: text('entity_id').notNull(),
    seat: text().notNull(),
    again: integer().notNull(),
    kind: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    gone: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entityId, table.seat, table.again] }),
    index('feed_by_seat').on(table.seat, table.seq),
  ],
);
