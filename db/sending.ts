import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { type Decision, type DecisionResult, decisionsLimit } from '../shared/wire/decisions.ts';
import { keepAnswered } from './changes.ts';
import { readDesk } from './desk.ts';
import { refreshLines } from './lines.ts';
import { reach } from './moments.ts';
import { outbox, recorded } from './schema.ts';
import type { Reader, Store, Writer } from './store.ts';

/** What the registry's answers came to. */
export interface Answered {
  /** Roles on which this desk's decision met a newer one. */
  conflicts: string[];
}

/**
 * The next decisions to send, in the order in which they were taken, marked as sent before anything leaves the desk.
 * Those sent before and not answered come again under the same ids.
 */
export function nextToSend(store: Store, at: Date): Decision[] {
  if (!hasSomethingToSend(store.reader)) return [];
  const decisions = store.write((writer) => {
    const rows = writer
      .select({ number: outbox.number, roleId: outbox.roleId, decision: outbox.decision })
      .from(outbox)
      .where(inArray(outbox.state, ['waiting', 'sent']))
      .orderBy(asc(outbox.number))
      .limit(decisionsLimit)
      .all();
    const numbers = rows.map(({ number }) => number);
    writer
      .update(outbox)
      .set({ state: 'sent', since: at.toISOString() })
      .where(and(inArray(outbox.number, numbers), ne(outbox.state, 'sent')))
      .run();
    refreshLines(
      writer,
      rows.map(({ roleId }) => roleId),
    );
    return rows.map(({ decision }) => decision);
  });
  reach('push:marked');
  return decisions;
}

/** Keeps what became of sent decisions: the recorded ones leave the outbox, the others wait there for a person. */
export function keepResults(store: Store, results: DecisionResult[], at: Date): Answered {
  const answered = store.write((writer) => {
    const touched = results.flatMap((result) => keepResult(writer, result, at) ?? []);
    refreshLines(writer, touched);
    const conflicts = results.filter(({ outcome }) => outcome === 'conflict').map(({ id }) => id);
    reach('results:written');
    return { conflicts: rolesOf(writer, conflicts) };
  });
  reach('results:kept');
  return answered;
}

function hasSomethingToSend(reader: Reader): boolean {
  const found = reader
    .select({ number: outbox.number })
    .from(outbox)
    .where(inArray(outbox.state, ['waiting', 'sent']))
    .limit(1)
    .get();
  return found !== undefined;
}

/** Returns the role, or undefined where the decision is no longer in the outbox. */
function keepResult(writer: Writer, result: DecisionResult, at: Date): string | undefined {
  const row = writer.select().from(outbox).where(eq(outbox.id, result.id)).get();
  if (!row) return undefined;
  if (result.role) keepAnswered(writer, result.role);
  const outcome = isDoneAlready(writer, result, row.decision) ? 'applied' : result.outcome;
  switch (outcome) {
    case 'applied':
      writer.delete(outbox).where(eq(outbox.id, result.id)).run();
      writer
        .insert(recorded)
        .values(recordedRow(row, result, at))
        .run();
      return row.roleId;
    case 'conflict':
    case 'refused':
      writer
        .update(outbox)
        .set({
          state: outcome,
          since: at.toISOString(),
          code: result.code ?? null,
          current: result.current ?? null,
        })
        .where(eq(outbox.id, result.id))
        .run();
      return row.roleId;
  }
}

/** The registry says when it recorded a decision, unless a later one has taken its place: then it is now. */
function recordedRow(
  { id, batchId, decision, personName, bodyName }: typeof outbox.$inferSelect,
  { role }: DecisionResult,
  at: Date,
): typeof recorded.$inferInsert {
  const last = role?.lastDecision;
  const recordedAt = last?.id === id ? last.recordedAt : at.toISOString();
  return { id, batchId, decision, personName, bodyName, recordedAt };
}

/**
 * Whether what stands is of the same act of the same person: of roles that the system suspended together, the first one
 * reactivated brings back the others of the batch (rule 11). There is nothing to choose then.
 */
function isDoneAlready(
  reader: Reader,
  { outcome, current }: DecisionResult,
  { action, decidedAt }: Decision,
): boolean {
  return (
    outcome === 'conflict' &&
    current?.action === action &&
    current.decidedAt === decidedAt &&
    current.by.personId === readDesk(reader).me?.person.id
  );
}

function rolesOf(reader: Reader, decisionIds: string[]): string[] {
  return reader
    .select({ roleId: outbox.roleId })
    .from(outbox)
    .where(inArray(outbox.id, decisionIds))
    .all()
    .map(({ roleId }) => roleId);
}
