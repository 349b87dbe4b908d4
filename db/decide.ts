import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import { messageFor } from '../shared/desk/message.ts';
import type { Decide, DecideAnswer, DecideOutcome } from '../shared/desk/outbox.ts';
import type { SeenRole } from '../shared/desk/selection.ts';
import { refusalOf } from '../shared/domain/decide.ts';
import { fullName } from '../shared/domain/person.ts';
import { type Decision, messageLimit } from '../shared/wire/decisions.ts';
import { readDesk } from './desk.ts';
import { type Judge, judgeFor, type KnownRole, knownRole, knownRoles } from './judge.ts';
import { refreshLines } from './lines.ts';
import { reach } from './moments.ts';
import { outbox } from './schema.ts';
import { sealOf } from './seal.ts';
import { chunked, chunkSize, type Reader, type Store, type Writer } from './store.ts';
import { targetRefusal } from './target.ts';

/** When a decision is taken, and how long it is held back before it is sent. */
export interface Taking {
  at: Date;
  holdMs: number;
}

type Substance = Omit<Decide, 'roles' | 'message' | 'batchId'> & Pick<Decision, 'message'>;

/**
 * Takes a decision on roles: for each one that the rules allow its row of the outbox and its effect here, all in one
 * transaction. A decision on the same role that was not sent yet is replaced (rule 9).
 * @throws {CallRefused} `not_ready` until the desk knows its person
 */
export function decide(
  store: Store,
  { roles, message, batchId = randomUUID(), ...substance }: Decide,
  taking: Taking,
): DecideAnswer {
  const answer = store.write((writer) => {
    const { me, deskId } = readDesk(writer);
    const judge = judgeFor(writer, me);
    const known = knownRoles(
      writer,
      roles.map(({ roleId }) => roleId),
    );
    const sent = rolesInFlight(writer);
    const rows: Row[] = [];
    const outcomes = eachOnce(roles).map((seen): DecideOutcome => {
      const { roleId } = seen;
      const role = known.get(roleId);
      const code = sent.has(roleId) ? 'in_flight' : refusalHere(judge, seen, role, substance);
      if (code !== undefined || !role) {
        return { roleId, outcome: 'refused', code: code ?? 'unknown_role' };
      }
      if (substance.action === 'approve') judge.countAsApproved(role);
      const said = messageTo(role, message);
      rows.push(rowOf(role, { ...substance, message: said, ...taking, batchId, deskId }));
      return { roleId, outcome: 'accepted' };
    });
    putIntoOutbox(writer, rows);
    reach('decide:written');
    return { batchId, outcomes };
  });
  reach('decide:kept');
  return answer;
}

/**
 * Takes the same decision anew, in place of the one that was not recorded, on the revision that the person saw.
 * @throws {CallRefused} `not_found`; `not_possible` where the role is no longer as it was seen, or does not allow it
 */
export function decideAnew(
  store: Store,
  { decisionId, revision }: { decisionId: string; revision: number },
  taking: Taking,
): void {
  store.write((writer) => {
    const row = writer.select().from(outbox).where(eq(outbox.id, decisionId)).get();
    if (!row) throw new CallRefused('not_found');
    if (row.state !== 'conflict' && row.state !== 'refused') throw new CallRefused('not_possible');
    const { me, deskId } = readDesk(writer);
    const judge = judgeFor(writer, me);
    const known = knownRole(writer, row.roleId);
    const seen = { roleId: row.roleId, revision };
    const substance = substanceOf(row);
    if (!known || refusalHere(judge, seen, known, substance) !== undefined) {
      throw new CallRefused('not_possible');
    }
    const batchId = randomUUID();
    putIntoOutbox(writer, [rowOf(known, { ...substance, ...taking, batchId, deskId })]);
    reach('decide:written');
  });
  reach('decide:kept');
}

/** What was decided, as a person would say it again. */
function substanceOf({ decision, targetName }: typeof outbox.$inferSelect): Substance {
  const { action, reason, message, admin, target } = decision;
  return {
    ...{ action, reason, message, admin },
    ...(target === undefined ? {} : { target: { bodyId: target, name: targetName ?? '' } }),
  };
}

/** A role that is named twice is decided on once, as it was seen last. */
function eachOnce(roles: SeenRole[]): SeenRole[] {
  return [...new Map(roles.map((seen) => [seen.roleId, seen])).values()];
}

function rolesInFlight(reader: Reader): Set<string> {
  const sent = reader
    .select({ roleId: outbox.roleId })
    .from(outbox)
    .where(eq(outbox.state, 'sent'))
    .all();
  return new Set(sent.map(({ roleId }) => roleId));
}

function refusalHere(
  judge: Judge,
  seen: SeenRole,
  known: KnownRole | undefined,
  substance: Substance,
): string | undefined {
  if (!known) return 'unknown_role';
  if (known.role.revision !== seen.revision) return 'changed';
  return (
    refusalOf(substance, judge.decider, judge.decided(known)) ??
    targetRefusal(judge, known, substance)
  );
}

/** @throws {CallRefused} `invalid_input` where a text, once its places are filled, is longer than a decision carries */
function messageTo(
  { role, person, body }: KnownRole,
  message: Decide['message'],
): string | undefined {
  if (typeof message !== 'object') return message;
  const { language } = person;
  const said = messageFor(message, { language, function: role.function, body: body.name });
  if (said !== undefined && said.length > messageLimit) {
    throw new CallRefused('invalid_input', 'message');
  }
  return said;
}

type Row = typeof outbox.$inferInsert;

function rowOf(
  { role, person, body }: KnownRole,
  taken: Substance & Taking & { batchId: string; deskId: string },
): Row {
  const { action, reason, message, admin, target, at, holdMs, batchId, deskId } = taken;
  const id = randomUUID();
  const decidedAt = at.toISOString();
  const decision: Decision = {
    id,
    roleId: role.id,
    action,
    baseRevision: role.revision,
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    ...(admin === undefined ? {} : { admin }),
    ...(target === undefined ? {} : { target: target.bodyId }),
    decidedAt,
    desk: deskId,
  };
  return {
    id,
    batchId,
    roleId: role.id,
    state: holdMs > 0 ? 'held' : 'waiting',
    since: decidedAt,
    heldUntil: holdMs > 0 ? new Date(at.getTime() + holdMs).toISOString() : null,
    decision,
    seal: sealOf(decision),
    personName: fullName(person),
    bodyName: body.name,
    targetName: target?.name ?? null,
  };
}

/** Puts the rows of one batch into the outbox, in place of what was there on the same roles. */
function putIntoOutbox(writer: Writer, rows: Row[]): void {
  if (rows.length === 0) return;
  const roleIds = rows.map(({ roleId }) => roleId);
  for (const ids of chunked(roleIds, chunkSize)) {
    writer.delete(outbox).where(inArray(outbox.roleId, ids)).run();
  }
  for (const some of chunked(rows, chunkSize)) writer.insert(outbox).values(some).run();
  refreshLines(writer, roleIds);
}
