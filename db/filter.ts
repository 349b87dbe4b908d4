import {
  and,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type {
  AdviceChoice,
  ClaimChoice,
  DueChoice,
  Filter,
  Queue,
  Span,
} from '../shared/desk/queues.ts';
import { startOfDay } from '../shared/domain/days.ts';
import { fold } from '../shared/domain/fold.ts';
import type { Action } from '../shared/domain/vocabulary.ts';
import { readDesk } from './desk.ts';
import { seenAs } from './positions.ts';
import { lines } from './schema.ts';
import type { Reader } from './store.ts';

/** The condition on a line that it stands in a queue. */
export function inQueue(queue: Queue): SQL {
  return queue === 'decided' ? eq(lines.isDecided, true) : eq(lines.status, queue);
}

/** The condition on a line that a filter leaves it at a moment: deadlines and claims run out. */
export function leftBy(reader: Reader, filter: Filter, at: Date): SQL | undefined {
  const { due, advice, claims, deciders } = meaningsAt(reader, at);
  return and(
    oneOf(lines.country, filter.countries),
    oneOf(lines.type, filter.types),
    oneOf(lines.status, filter.statuses),
    oneOf(lines.function, filter.functions),
    oneOf(lines.chapter, filter.chapters),
    oneOf(lines.section, filter.sections),
    oneOf(lines.bodyId, filter.bodies),
    any(filter.due, due),
    any(filter.advice, advice),
    any(filter.claims, claims),
    any(filter.actions, (action) => sql`${decidedAction} = ${action}`),
    any(filter.deciders, deciders),
    within(lines.decidedAt, filter.decided),
    within(lines.requestedAt, filter.requested),
    filter.openAt === undefined ? undefined : wasOpenAt(filter.openAt),
    seenAs(reader, filter.as),
    ...saying(lines.searchText, filter.text),
  );
}

/**
 * When the request of a line was closed; null while it is open. A role knows its last decision only: where that came
 * after the approval, the request counts as approved by its deadline, or by that decision where it came earlier. Without
 * a decision nothing tells when a request ended, and it counts as never open.
 */
export const closedAt: SQL<string | null> = sql`CASE
  WHEN ${lines.status} = 'requested' THEN NULL
  WHEN ${lines.decidedAt} IS NULL THEN ${lines.requestedAt}
  WHEN ${lines.status} = 'withdrawn' OR ${lines.decided} ->> '$.action' IN ('approve', 'reject') THEN ${lines.decidedAt}
  ELSE min(${lines.dueAt}, ${lines.decidedAt})
END`;

/** The condition on a line that its request was open right before a moment. */
function wasOpenAt(moment: string): SQL | undefined {
  return and(lt(lines.requestedAt, moment), sql`coalesce(${closedAt} >= ${moment}, TRUE)`);
}

/** The conditions on folded text that every word of another text is in it. */
export function saying(folded: AnySQLiteColumn | SQL, text: string): SQL[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  // Not LIKE: what a person types is text, and never a pattern.
  return words.map((word) => sql`instr(${folded}, ${word}) > 0`);
}

/** What the choices of a filter that are no values of a column mean at a moment, as conditions on a line. */
export function meaningsAt(reader: Reader, at: Date) {
  const { me, preferences } = readDesk(reader);
  return {
    due: (choice: DueChoice) => isDue(choice, at, preferences.timeZone),
    advice: isAdvised,
    claims: (choice: ClaimChoice) => isClaimed(choice, at, me?.person.id),
    deciders: (personId: string) => isDecidedBy(personId, me?.person.id),
  };
}

/** What was decided last. */
export const decidedAction = sql<Action>`${lines.decided} ->> '$.action'`;

function oneOf<T extends string>(column: AnySQLiteColumn, wanted: T[] | undefined) {
  return wanted && wanted.length > 0 ? inArray(column, wanted) : undefined;
}

function any<T>(wanted: T[] | undefined, condition: (choice: T) => SQL | undefined) {
  return wanted && wanted.length > 0 ? or(...wanted.map(condition)) : undefined;
}

function within(column: AnySQLiteColumn, { from, to }: Span = {}): SQL | undefined {
  return and(from ? gte(column, from) : undefined, to ? lt(column, to) : undefined);
}

/** The condition on a line that its deadline stands so at a moment. */
export function isDue(choice: DueChoice, at: Date, timeZone: string): SQL | undefined {
  const now = at.toISOString();
  const tomorrow = startOfDay(at, 1, timeZone).toISOString();
  const dayAfter = startOfDay(at, 2, timeZone).toISOString();
  switch (choice) {
    case 'overdue':
      return lte(lines.dueAt, now);
    case 'today':
      return and(gt(lines.dueAt, now), lt(lines.dueAt, tomorrow));
    case 'tomorrow':
      return within(lines.dueAt, { from: tomorrow, to: dayAfter });
    case 'later':
      return gte(lines.dueAt, dayAfter);
  }
}

/** The condition on a line that it carries an advice, or none at all. */
function isAdvised(choice: AdviceChoice): SQL {
  return choice === 'none'
    ? sql`${lines.advice} = '[]'`
    : sql`instr(${lines.advice}, ${JSON.stringify(choice)}) > 0`;
}

/** The condition on a line that somebody is on it at a moment, or nobody. */
function isClaimed(choice: ClaimChoice, at: Date, me: string | undefined): SQL | undefined {
  const runs = sql`${lines.claim} ->> '$.until' > ${at.toISOString()}`;
  const isMine = sql`${lines.claim} ->> '$.personId' = ${me ?? ''}`;
  switch (choice) {
    case 'mine':
      return and(runs, isMine);
    case 'colleague':
      return and(runs, sql`NOT ${isMine}`);
    case 'nobody':
      return or(isNull(lines.claim), sql`NOT ${runs}`);
  }
}

/** What waits in this desk's outbox was decided by its person. */
function isDecidedBy(personId: string, me: string | undefined): SQL | undefined {
  const onRecord = eq(lines.deciderId, personId);
  if (personId !== me) return onRecord;
  return or(onRecord, and(isNull(lines.deciderId), isNotNull(lines.decidedAt)));
}
