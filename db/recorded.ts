import { count, desc, lt, max, notInArray } from 'drizzle-orm';
import type { RecordedEntry } from '../shared/desk/outbox.ts';
import { selectionLimit } from '../shared/desk/selection.ts';
import type { DecisionResult } from '../shared/wire/decisions.ts';
import { type outbox, recorded } from './schema.ts';
import type { Reader, Writer } from './store.ts';

/** As many as one batch may hold: what is taken back of it can be told from what was recorded. */
export const keptRecorded = selectionLimit;
const keptMs = 30 * 24 * 60 * 60_000;
const shownRecorded = 100;

/** Notes that the registry recorded a decision: when, the registry says, or else it is now. */
export function noteRecorded(
  writer: Writer,
  { id, batchId, decision, personName, bodyName, targetName }: typeof outbox.$inferSelect,
  { role, current }: DecisionResult,
  at: Date,
): void {
  // What came back together with another role (rule 11) bears the id of that decision, and the same moment.
  const last = current ?? role?.lastDecision;
  const isThis = last?.decidedAt === decision.decidedAt;
  const recordedAt = last && isThis ? last.recordedAt : at.toISOString();
  const names = { personName, bodyName, targetName };
  writer
    .insert(recorded)
    .values({ id, batchId, decision, ...names, recordedAt })
    .run();
}

/** Forgets what was recorded long before the latest, by the registry's clock, and what is more than is kept. */
export function forgetOldRecorded(writer: Writer): void {
  const found = writer
    .select({ latest: max(recorded.recordedAt), count: count() })
    .from(recorded)
    .get();
  if (!found?.latest) return;
  const oldest = new Date(Date.parse(found.latest) - keptMs).toISOString();
  writer.delete(recorded).where(lt(recorded.recordedAt, oldest)).run();
  if (found.count <= keptRecorded) return;
  const kept = writer
    .select({ id: recorded.id })
    .from(recorded)
    .orderBy(desc(recorded.recordedAt))
    .limit(keptRecorded);
  writer.delete(recorded).where(notInArray(recorded.id, kept)).run();
}

/** The latest that were recorded, newest first. */
export function latestRecorded(reader: Reader): RecordedEntry[] {
  return reader
    .select()
    .from(recorded)
    .orderBy(desc(recorded.recordedAt))
    .limit(shownRecorded)
    .all()
    .map(({ id, decision, personName, bodyName, targetName, recordedAt }) => {
      const { roleId, action, decidedAt, reason, message } = decision;
      return {
        ...{ id, roleId, personName, bodyName, action, decidedAt, recordedAt },
        ...(reason === undefined ? {} : { reason }),
        ...(message === undefined ? {} : { message }),
        ...(targetName === null ? {} : { targetName }),
      };
    });
}
