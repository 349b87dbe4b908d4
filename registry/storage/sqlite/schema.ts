import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Body } from '../../../shared/domain/body.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Seat } from '../../../shared/domain/seats.ts';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { DecisionResult } from '../../../shared/wire/decisions.ts';
import type { HistoryLine } from '../../../shared/wire/history.ts';
import type { Kind } from '../storage.ts';

/** One row: what this database is, and the last sequence number of the feed. */
export const registry = sqliteTable('registry', {
  id: integer().primaryKey(),
  environment: text().$type<Environment>().notNull(),
  feedId: text('feed_id').notNull(),
  head: integer().notNull(),
  /** Up to this sequence number what is gone has been forgotten. */
  compactedTo: integer('compacted_to').notNull().default(0),
});

/** The last sequence number given on each day (UTC, `YYYY-MM-DD`): how old a place in the feed is. */
export const feedDays = sqliteTable('feed_days', {
  day: text().primaryKey(),
  head: integer().notNull(),
});

/** Keys that sign development tokens. */
export const signingKeys = sqliteTable('signing_keys', {
  id: text().primaryKey(),
  jwk: text({ mode: 'json' }).$type<unknown>().notNull(),
});

/** Things are kept whole, as a document; columns beside it are what queries look for. */
export const persons = sqliteTable('persons', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  /** When the token was issued that the account was last taken from, in seconds since 1970. */
  toldAt: integer('told_at').notNull().default(0),
  document: text({ mode: 'json' }).$type<Person>().notNull(),
});

export const bodies = sqliteTable(
  'bodies',
  {
    /** The order in which bodies were added. */
    number: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    type: text().$type<Body['type']>().notNull(),
    country: text().notNull(),
    parentId: text('parent_id'),
    nameKey: text('name_key').notNull().default(''),
    searchText: text('search_text').notNull().default(''),
    facets: text().notNull().default(''),
    document: text({ mode: 'json' }).$type<Body>().notNull(),
  },
  (table) => [
    index('bodies_by_country').on(table.type, table.country),
    index('bodies_by_name').on(table.type, table.nameKey, table.id),
    index('bodies_by_parent').on(table.parentId),
  ],
);

export const roles = sqliteTable(
  'roles',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id),
    responsibleId: text('responsible_id').notNull().default(''),
    status: text().$type<Role['status']>().notNull(),
    document: text({ mode: 'json' }).$type<Role>().notNull(),
  },
  (table) => [
    index('roles_by_person').on(table.personId),
    index('roles_by_body').on(table.bodyId),
    index('roles_by_responsible').on(table.responsibleId),
  ],
);

/** The audit log (rule 13); lines are only ever added. */
export const history = sqliteTable(
  'history',
  {
    number: integer().primaryKey({ autoIncrement: true }),
    roleId: text('role_id')
      .notNull()
      .references(() => roles.id),
    line: text({ mode: 'json' }).$type<HistoryLine>().notNull(),
  },
  (table) => [index('history_by_role').on(table.roleId)],
);

/** The first result of every decision that came in, by the id that its desk gave it. */
export const decisions = sqliteTable('decisions', {
  id: text().primaryKey(),
  contentHash: text('content_hash').notNull(),
  result: text({ mode: 'json' }).$type<DecisionResult>().notNull(),
});

/** The answers to role requests, by requester and idempotency key. */
export const filings = sqliteTable(
  'filings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    key: text().notNull(),
    contentHash: text('content_hash').notNull(),
    result: text({ mode: 'json' }).$type<{ roles: Role[] }>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
);

export const preferences = sqliteTable('preferences', {
  personId: text('person_id')
    .primaryKey()
    .references(() => persons.id),
  revision: integer().notNull(),
  document: text({ mode: 'json' }).$type<Preferences>().notNull(),
});

/** The feed of every seat: docs/decisions/0003. `again` marks the second place of a thing that changed. */
export const feed = sqliteTable(
  'feed',
  {
    entityId: text('entity_id').notNull(),
    seat: text().$type<Seat>().notNull(),
    again: integer({ mode: 'boolean' }).notNull(),
    kind: text().$type<Kind>().notNull(),
    seq: integer().notNull(),
    gone: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entityId, table.seat, table.again] }),
    index('feed_by_seat').on(table.seat, table.seq),
  ],
);
