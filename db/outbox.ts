import { and, asc, count, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import type { CallInput } from '../shared/desk/calls.ts';
import type { Outbox, OutboxEntry, OutboxSummary, Undoable } from '../shared/desk/outbox.ts';
import { refusalOf } from '../shared/domain/decide.ts';
import { readDesk } from './desk.ts';
import { Judge, type KnownRole, knownRoles } from './judge.ts';
import { refreshLines } from './lines.ts';
import { reach } from './moments.ts';
import { latestRecorded } from './recorded.ts';
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

/** What every screen shows of the outbox, without reading all of it. */
export function summariseOutbox(reader: Reader): OutboxSummary {
  const counts = countStates(reader);
  const first = reader
    .select()
    .from(outbox)
    .where(eq(outbox.state, 'conflict'))
    .orderBy(asc(outbox.number))
    .limit(1)
    .get();
  const undoable = undoableOf(reader);
  return {
    conflicts: counts('conflict'),
    refused: counts('refused'),
    ...(first ? { firstConflict: entryMaker(reader, [first])(first) } : {}),
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
  const counts = countStates(reader);
  return {
    waiting: counts('held', 'waiting', 'sent'),
    unresolved: counts('conflict', 'refused'),
  };
}

function countStates(reader: Reader): (...states: Row['state'][]) => number {
  const counts = reader
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  return (...states) =>
    counts.reduce((sum, each) => sum + (states.includes(each.state) ? each.count : 0), 0);
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
    if (!isUnresolved(row)) throw new CallRefused('not_possible');
    writer.delete(outbox).where(eq(outbox.id, decisionId)).run();
    refreshLines(writer, [row.roleId]);
  });
}

/**
 * Lets go what was held long enough; returns whether anything was. Where the clock was set back, so that a decision seems
 * to be taken in the future, its moment begins anew by the new clock: it is not held for as long as the clock was moved.
 */
export function release(store: Store, at: Date): boolean {
  const now = at.toISOString();
  const isHeld = eq(outbox.state, 'held');
  const held = store.reader
    .selectDistinct({ since: outbox.since, heldUntil: outbox.heldUntil })
    .from(outbox)
    .where(isHeld)
    .all();
  const isDue = held.some(({ heldUntil }) => heldUntil !== null && heldUntil <= now);
  const ahead = held.filter(({ since }) => since > now);
  if (!isDue && ahead.length === 0) return false;
  store.write((writer) => {
    for (const { since, heldUntil } of ahead) {
      const holdMs = Date.parse(heldUntil ?? since) - Date.parse(since);
      writer
        .update(outbox)
        .set({ since: now, heldUntil: new Date(at.getTime() + holdMs).toISOString() })
        .where(and(isHeld, eq(outbox.since, since)))
        .run();
    }
    const released = writer
      .update(outbox)
      .set({ state: 'waiting', since: now, heldUntil: null })
      .where(and(isHeld, lte(outbox.heldUntil, now)))
      .returning({ roleId: outbox.roleId })
      .all();
    refreshLines(
      writer,
      released.map(({ roleId }) => roleId),
    );
  });
  reach('release:kept');
  return true;
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

function isUnresolved({ state }: Pick<Row, 'state'>): boolean {
  return state === 'conflict' || state === 'refused';
}

/** Looks up and judges only what waits for a person: the rest may be thousands. */
function entryMaker(reader: Reader, rows: Row[]): (row: Row) => OutboxEntry {
  const { me } = readDesk(reader);
  const judge = me ? new Judge(reader, me) : undefined;
  const unresolved = rows.filter(isUnresolved);
  const known = knownRoles(
    reader,
    unresolved.map(({ roleId }) => roleId),
  );
  return (row) => ({ ...entryOf(row), ...standingOf(row, known.get(row.roleId), judge) });
}

function entryOf(row: Row): Omit<OutboxEntry, 'canDecideAnew'> {
  const { id, batchId, roleId, personName, bodyName, targetName, state, since, heldUntil, code } =
    row;
  const { action, baseRevision, decidedAt, reason, message } = row.decision;
  return {
    ...{ id, batchId, roleId, personName, bodyName, action, state, since, baseRevision, decidedAt },
    ...(heldUntil === null ? {} : { heldUntil }),
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    ...(targetName === null ? {} : { targetName }),
    ...(code === null ? {} : { code }),
  };
}

/** How the role stands that a decision met, and whether the same can be decided on it now. */
function standingOf(
  row: Row,
  known: KnownRole | undefined,
  judge: Judge | undefined,
): Pick<OutboxEntry, 'current' | 'currentStatus' | 'currentRevision' | 'canDecideAnew'> {
  const stands = known?.role.lastDecision ?? row.current;
  const current = row.state === 'conflict' && stands ? { current: stands } : {};
  if (!known || !judge || !isUnresolved(row)) return { ...current, canDecideAnew: false };
  return {
    ...current,
    currentStatus: known.role.status,
    currentRevision: known.role.revision,
    canDecideAnew: refusalOf(row.decision, judge.decider, judge.decided(known)) === undefined,
  };
}

function undoableOf(reader: Reader): Undoable | undefined {
  const undoable = inArray(outbox.state, ['held', 'waiting']);
  const last = reader.select().from(outbox).where(undoable).orderBy(desc(outbox.number)).get();
  if (!last) return undefined;
  const ofBatch = and(eq(outbox.batchId, last.batchId), undoable);
  const first = reader.select().from(outbox).where(ofBatch).orderBy(asc(outbox.number)).get();
  const counted = reader.select({ count: count() }).from(outbox).where(ofBatch).get();
  const { batchId, roleId, decision, personName, bodyName } = first ?? last;
  const { action } = decision;
  return { batchId, roleId, action, count: counted?.count ?? 1, personName, bodyName };
}
