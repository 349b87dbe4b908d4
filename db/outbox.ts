import { and, asc, count, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import type { CallInput } from '../shared/desk/calls.ts';
import type { Outbox, OutboxEntry, RecordedEntry, Undoable } from '../shared/desk/outbox.ts';
import { refusalOf } from '../shared/domain/decide.ts';
import { readDesk } from './desk.ts';
import { Judge, type KnownRole, knownRoles } from './judge.ts';
import { refreshLines } from './lines.ts';
import { reach } from './moments.ts';
import { outbox, recorded } from './schema.ts';
import type { Reader, Store } from './store.ts';

type Row = typeof outbox.$inferSelect;

/** Every decision that the registry has not recorded, oldest first, and what can be taken back. */
export function listOutbox(reader: Reader): Outbox {
  const rows = reader.select().from(outbox).orderBy(asc(outbox.number)).all();
  const entryOf = entryMaker(reader, rows);
  const undoable = undoableOf(reader);
  return {
    entries: rows.map(entryOf),
    recorded: latestRecorded(reader),
    ...(undoable ? { undoable } : {}),
  };
}

/** This desk's decision on a role, if the registry has not recorded it. */
export function outboxEntryOn(reader: Reader, roleId: string): OutboxEntry | undefined {
  const row = reader.select().from(outbox).where(eq(outbox.roleId, roleId)).get();
  return row && entryMaker(reader, [row])(row);
}

/** How many decisions wait for the registry, and how many for a person. */
export function outboxCounts(reader: Reader): { waiting: number; unresolved: number } {
  const counts = reader
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  const of = (...states: Row['state'][]) =>
    counts.reduce((sum, each) => sum + (states.includes(each.state) ? each.count : 0), 0);
  return { waiting: of('held', 'waiting', 'sent'), unresolved: of('conflict', 'refused') };
}

/** What was decided together, or one of it. */
type Undoing = CallInput<'outbox:undo'>;

/** Takes back what was not sent yet, of a batch or one decision; what was recorded meanwhile is counted as too late. */
export function undo(store: Store, undoing: Undoing): { undone: number; tooLate: number } {
  const counts = store.write((writer) => {
    const rows = writer.select().from(outbox).where(namedIn(outbox, undoing)).all();
    const undone = rows.filter(({ state }) => state === 'held' || state === 'waiting');
    const late = writer
      .select({ count: count() })
      .from(recorded)
      .where(namedIn(recorded, undoing))
      .get();
    writer
      .delete(outbox)
      .where(and(namedIn(outbox, undoing), inArray(outbox.state, ['held', 'waiting'])))
      .run();
    refreshLines(
      writer,
      undone.map(({ roleId }) => roleId),
    );
    return { undone: undone.length, tooLate: rows.length - undone.length + (late?.count ?? 0) };
  });
  reach('undo:kept');
  return counts;
}

function namedIn(table: typeof outbox | typeof recorded, undoing: Undoing) {
  return 'batchId' in undoing
    ? eq(table.batchId, undoing.batchId)
    : eq(table.id, undoing.decisionId);
}

/**
 * Lets what stands at the registry stand, and forgets this desk's decision.
 * @throws {CallRefused} `not_found`; `not_possible` while the registry has not answered
 */
export function dropDecision(store: Store, decisionId: string): void {
  store.write((writer) => {
    const row = writer.select().from(outbox).where(eq(outbox.id, decisionId)).get();
    if (!row) throw new CallRefused('not_found');
    if (row.state !== 'conflict' && row.state !== 'refused') throw new CallRefused('not_possible');
    writer.delete(outbox).where(eq(outbox.id, decisionId)).run();
    refreshLines(writer, [row.roleId]);
  });
}

/** Lets go what was held long enough; returns whether anything was. */
export function release(store: Store, at: Date): boolean {
  const now = at.toISOString();
  const due = and(eq(outbox.state, 'held'), lte(outbox.heldUntil, now));
  const any = store.write((writer) => {
    const released = writer
      .update(outbox)
      .set({ state: 'waiting', since: now, heldUntil: null })
      .where(due)
      .returning({ roleId: outbox.roleId })
      .all();
    refreshLines(
      writer,
      released.map(({ roleId }) => roleId),
    );
    return released.length > 0;
  });
  if (any) reach('release:kept');
  return any;
}

/** When the next held decision may be sent. */
export function nextRelease(reader: Reader): string | undefined {
  const held = reader
    .select({ next: sql<string | null>`min(${outbox.heldUntil})` })
    .from(outbox)
    .where(eq(outbox.state, 'held'))
    .get();
  return held?.next ?? undefined;
}

const shownRecorded = 100;

function latestRecorded(reader: Reader): RecordedEntry[] {
  return reader
    .select()
    .from(recorded)
    .orderBy(desc(recorded.recordedAt))
    .limit(shownRecorded)
    .all()
    .map(({ id, decision, personName, bodyName, recordedAt }) => {
      const { roleId, action, decidedAt, reason, message } = decision;
      return {
        ...{ id, roleId, personName, bodyName, action, decidedAt, recordedAt },
        ...(reason === undefined ? {} : { reason }),
        ...(message === undefined ? {} : { message }),
      };
    });
}

function entryMaker(reader: Reader, rows: Row[]): (row: Row) => OutboxEntry {
  const { me } = readDesk(reader);
  const judge = me ? new Judge(reader, me) : undefined;
  const known = knownRoles(
    reader,
    rows.map(({ roleId }) => roleId),
  );
  return (row) => entryOf(row, known.get(row.roleId), judge);
}

function entryOf(row: Row, known: KnownRole | undefined, judge: Judge | undefined): OutboxEntry {
  const { action, decidedAt, reason, message } = row.decision;
  const unresolved = row.state === 'conflict' || row.state === 'refused';
  const stands = known?.role.lastDecision ?? row.current;
  return {
    id: row.id,
    batchId: row.batchId,
    roleId: row.roleId,
    personName: row.personName,
    bodyName: row.bodyName,
    action,
    state: row.state,
    decidedAt,
    since: row.since,
    ...(row.heldUntil === null ? {} : { heldUntil: row.heldUntil }),
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.state === 'conflict' && stands ? { current: stands } : {}),
    ...(row.state === 'conflict' && known
      ? { currentStatus: known.role.status, currentRevision: known.role.revision }
      : {}),
    canDecideAnew:
      unresolved &&
      known !== undefined &&
      judge !== undefined &&
      refusalOf(row.decision, judge.decider, judge.decided(known)) === undefined,
  };
}

function undoableOf(reader: Reader): Undoable | undefined {
  const undoable = inArray(outbox.state, ['held', 'waiting']);
  const last = reader.select().from(outbox).where(undoable).orderBy(desc(outbox.number)).get();
  if (!last) return undefined;
  const ofBatch = and(eq(outbox.batchId, last.batchId), undoable);
  const first = reader.select().from(outbox).where(ofBatch).orderBy(asc(outbox.number)).get();
  const counted = reader.select({ count: count() }).from(outbox).where(ofBatch).get();
  const { batchId, decision, personName, bodyName } = first ?? last;
  return { batchId, action: decision.action, count: counted?.count ?? 1, personName, bodyName };
}
