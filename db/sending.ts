import { and, asc, eq, inArray } from 'drizzle-orm';
import { type Decision, type DecisionResult, decisionsLimit } from '../shared/wire/decisions.ts';
import { keepAnswered } from './changes.ts';
import { readDesk } from './desk.ts';
import { refreshLines } from './lines.ts';
import { reach } from './moments.ts';
import { forgetOldRecorded, noteRecorded } from './recorded.ts';
import { outbox } from './schema.ts';
import type { Reader, Store, Writer } from './store.ts';

/** What the registry's answers came to. */
export interface Answered {
  /** Roles on which this desk's decision met a newer one. */
  conflicts: string[];
}

/** Decisions on their way to the registry. */
export interface Batch {
  decisions: Decision[];
  /** Those that were not sent before, and since when they had waited. */
  marked: Pick<typeof outbox.$inferSelect, 'number' | 'roleId' | 'since'>[];
}

/**
 * The next decisions to send, in the order in which they were taken, marked as sent before anything leaves the desk.
 * Those sent before and not answered come again under the same ids.
 */
export function nextToSend(store: Store, at: Date): Batch {
  if (!hasSomethingToSend(store.reader)) return { decisions: [], marked: [] };
  const batch = store.write((writer) => {
    const rows = writer
      .select()
      .from(outbox)
      .where(inArray(outbox.state, ['waiting', 'sent']))
      .orderBy(asc(outbox.number))
      .limit(decisionsLimit)
      .all();
    const marked = rows.filter(({ state }) => state === 'waiting');
    const numbers = marked.map(({ number }) => number);
    writer
      .update(outbox)
      .set({ state: 'sent', since: at.toISOString() })
      .where(inArray(outbox.number, numbers))
      .run();
    refreshLines(
      writer,
      marked.map(({ roleId }) => roleId),
    );
    return { decisions: rows.map(({ decision }) => decision), marked };
  });
  reach('push:marked');
  return batch;
}

/** Takes the mark from decisions of which it is sure that they never left: they wait again, and can be taken back. */
export function unmark(store: Store, marked: Batch['marked']): void {
  store.write((writer) => {
    for (const { number, since } of marked) {
      const isSent = and(eq(outbox.number, number), eq(outbox.state, 'sent'));
      writer.update(outbox).set({ state: 'waiting', since }).where(isSent).run();
    }
    refreshLines(
      writer,
      marked.map(({ roleId }) => roleId),
    );
  });
}

/** Keeps what became of sent decisions: the recorded ones leave the outbox, the others wait there for a person. */
export function keepResults(store: Store, results: DecisionResult[], at: Date): Answered {
  const answered = store.write((writer) => {
    const touched = results.flatMap((result) => keepResult(writer, result, at) ?? []);
    forgetOldRecorded(writer);
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
      noteRecorded(writer, row, result, at);
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
