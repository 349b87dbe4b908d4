import { isNotNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OutboxState } from '../shared/desk/outbox.ts';
import type { RoleRow } from '../shared/desk/queues.ts';
import type { StoreMishap } from '../shared/desk/state.ts';
import { newWorkspace, type Workspace } from '../shared/desk/workspace.ts';
import type { Body } from '../shared/domain/body.ts';
import type { Claim } from '../shared/domain/claim.ts';
import type { Person } from '../shared/domain/person.ts';
import type { Preferences } from '../shared/domain/preferences.ts';
import type { RecordedDecision, Role } from '../shared/domain/role.ts';
import type { Seat } from '../shared/domain/seats.ts';
import type { Environment, RoleType, Status } from '../shared/domain/vocabulary.ts';
import type { Decision } from '../shared/wire/decisions.ts';
import type { Me } from '../shared/wire/me.ts';

/** One row: whose store this is, and how far it has come with the registry. */
export const desk = sqliteTable('desk', {
  id: integer().primaryKey(),
  environment: text().$type<Environment>().notNull(),
  /** The UUID under which decisions of this desk are recorded (rule 13). */
  deskId: text('desk_id').notNull(),
  /** Behind which change the store stands; none: at the start. */
  cursor: text(),
  /** The number of the pull from the start that runs or ran last; what it did not name is swept at its end. */
  pullNumber: integer('pull_number').notNull().default(1),
  /** Whether that pull has come to its end. */
  pullDone: integer('pull_done', { mode: 'boolean' }).notNull().default(false),
  me: text({ mode: 'json' }).$type<Me>(),
  /** As chosen here. */
  preferences: text({ mode: 'json' }).$type<Preferences>().notNull(),
  /** As last seen at the registry: what differs is still to be saved there. */
  savedPreferences: text('saved_preferences', { mode: 'json' }).$type<Preferences>().notNull(),
  /** Changes that this pull from the start has taken in so far, and those before it was interrupted. */
  pulled: integer().notNull().default(0),
  lastSyncAt: text('last_sync_at'),
  /** What happened to the store, until the person has read it. */
  mishap: text({ mode: 'json' }).$type<StoreMishap>(),
  workspace: text({ mode: 'json' }).$type<Workspace>().notNull().default(newWorkspace),
});

/** Things are kept whole, as the registry told them; `pullNumber` is the last pull from the start that named them. */
export const bodies = sqliteTable(
  'bodies',
  {
    id: text().primaryKey(),
    /** The authority right above an authority. */
    parentId: text('parent_id'),
    document: text({ mode: 'json' }).$type<Body>().notNull(),
    pullNumber: integer('pull_number').notNull(),
  },
  // Of the authorities alone: they are few, operators are many.
  (table) => [index('bodies_by_parent').on(table.parentId).where(isNotNull(table.parentId))],
);

export const persons = sqliteTable('persons', {
  id: text().primaryKey(),
  document: text({ mode: 'json' }).$type<Person>().notNull(),
  pullNumber: integer('pull_number').notNull(),
});

export const roles = sqliteTable(
  'roles',
  {
    id: text().primaryKey(),
    bodyId: text('body_id').notNull(),
    personId: text('person_id').notNull(),
    document: text({ mode: 'json' }).$type<Role>().notNull(),
    pullNumber: integer('pull_number').notNull(),
  },
  (table) => [
    index('roles_by_body').on(table.bodyId),
    // With the id a look for other roles of a person, who mostly has none, touches no row.
    index('roles_by_person').on(table.personId, table.id),
  ],
);

/**
 * The lines of the grid: what a role, its body, its person and this desk's decision on it make together. Nothing here
 * that could not be made anew from those.
 */
export const lines = sqliteTable(
  'lines',
  {
    id: text()
      .primaryKey()
      .references(() => roles.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    /** As it stands here, a decision that still waits included. */
    status: text().$type<Status>().notNull(),
    /** Whether it belongs into the queue of the decided. */
    isDecided: integer('is_decided', { mode: 'boolean' }).notNull(),
    type: text().$type<RoleType>().notNull(),
    function: text().notNull(),
    /** Of the activity asked for, where the body is an operator. */
    chapter: text(),
    section: text(),
    country: text().notNull(),
    bodyId: text('body_id').notNull().default(''),
    personName: text('person_name').notNull(),
    personEmail: text('person_email').notNull(),
    bodyName: text('body_name').notNull(),
    bodyCode: text('body_code'),
    requestedAt: text('requested_at').notNull(),
    dueAt: text('due_at').notNull(),
    decidedAt: text('decided_at'),
    decided: text({ mode: 'json' }).$type<NonNullable<RoleRow['decided']>>(),
    /** Who decided last, where the registry has it on record. */
    deciderId: text('decider_id'),
    unsent: text().$type<OutboxState>(),
    isSuspendedBySystem: integer('is_suspended_by_system', { mode: 'boolean' })
      .notNull()
      .default(false),
    advice: text({ mode: 'json' }).$type<RoleRow['advice']>().notNull(),
    claim: text({ mode: 'json' }).$type<Claim>(),
    /** The seats nearest to it; those above them follow from the tree. */
    seats: text({ mode: 'json' }).$type<Seat[]>().notNull().default([]),
    personKey: text('person_key').notNull(),
    bodyKey: text('body_key').notNull(),
    searchText: text('search_text').notNull(),
  },
  // Each of them costs a first pull of 100,000 roles seconds: what is not here is sorted when it is asked for.
  (table) => [
    index('lines_status_person').on(table.status, table.personKey, table.id),
    index('lines_status_body').on(table.status, table.bodyKey, table.id),
    index('lines_status_due').on(table.status, table.dueAt, table.id),
    index('lines_status_decided').on(table.status, table.decidedAt, table.id),
    index('lines_status_facets').on(table.status, table.country, table.type),
    index('lines_decided_decided').on(table.isDecided, table.decidedAt, table.id),
    index('lines_decided_facets').on(table.isDecided, table.country, table.type),
  ],
);

/** Decisions of this desk that the registry has not recorded: at most one for each role (rule 9). */
export const outbox = sqliteTable(
  'outbox',
  {
    /** The order in which they were taken. */
    number: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    batchId: text('batch_id').notNull(),
    roleId: text('role_id').notNull(),
    state: text().$type<OutboxState>().notNull(),
    /** Since when it is in this state. */
    since: text().notNull(),
    heldUntil: text('held_until'),
    /** As it is sent. */
    decision: text({ mode: 'json' }).$type<Decision>().notNull(),
    /** The seal of the decision: it tells whether the row of a damaged store can be trusted. */
    seal: text().notNull(),
    /** As they were when it was taken: the role may leave the desk's scope. */
    personName: text('person_name').notNull(),
    bodyName: text('body_name').notNull(),
    /** Of the body that it moves the role to. */
    targetName: text('target_name'),
    /** What the registry said where it did not record it. */
    code: text(),
    current: text({ mode: 'json' }).$type<RecordedDecision>(),
  },
  (table) => [
    uniqueIndex('outbox_by_role').on(table.roleId),
    index('outbox_by_batch').on(table.batchId),
    index('outbox_by_state').on(table.state),
  ],
);

/** Decisions of this desk that the registry has recorded, the latest of them: to be shown, and too late to be taken back. */
export const recorded = sqliteTable(
  'recorded',
  {
    id: text().primaryKey(),
    batchId: text('batch_id').notNull(),
    decision: text({ mode: 'json' }).$type<Decision>().notNull(),
    personName: text('person_name').notNull(),
    bodyName: text('body_name').notNull(),
    targetName: text('target_name'),
    /** By the clock of the registry. */
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('recorded_by_time').on(table.recordedAt),
    index('recorded_by_batch').on(table.batchId),
  ],
);
