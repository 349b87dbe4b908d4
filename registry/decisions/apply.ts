import { becomesAdministrator } from '../../shared/domain/administrator.ts';
import { fullName } from '../../shared/domain/person.ts';
import type { RecordedDecision, Role } from '../../shared/domain/role.ts';
import { suspendedWith } from '../../shared/domain/suspension.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import type { Caller } from '../caller.ts';
import { type ChangedRole, tellRoles } from '../feed/publish.ts';
import type { Place } from '../place.ts';
import type { Writer } from '../storage/storage.ts';
import { settleOperator } from './operator.ts';
import { settlePerson } from './person.ts';
import { moveToTarget, type Target } from './target.ts';

/**
 * Applies a decision that nothing is against: role, person, pending operator and audit log; and what a reactivation
 * brings back with the role (rule 11).
 * @returns the role as it now stands
 */
export async function apply(
  writer: Writer,
  caller: Caller,
  decision: Decision,
  place: Place,
  target: Target | undefined,
): Promise<Role> {
  const before = place.role;
  const recorded = recordedDecision(decision, caller);
  const moved = target ? await moveToTarget(writer, place, target) : before;
  const role: Role = {
    ...moved,
    ...(await standingAfter(writer, decision, moved)),
    revision: before.revision + 1,
    claim: undefined,
    lastDecision: recorded,
  };
  const changed = [{ before, role }, ...(await broughtBack(writer, before, role))];
  for (const each of changed) await keep(writer, each, recorded, decision.desk);
  await settlePerson(writer, role.personId);
  await settleOperator(writer, before.bodyId);
  if (role.bodyId !== before.bodyId) await settleOperator(writer, role.bodyId);
  await tellRoles(writer, changed);
  return role;
}

/** What comes back with a role that is valid again: all that the system suspended with it (rule 11). */
async function broughtBack(writer: Writer, before: Role, role: Role): Promise<ChangedRole[]> {
  if (before.status !== 'suspended' || role.status !== 'valid') return [];
  const { status, suspension, lastDecision } = role;
  const together = suspendedWith(before, await writer.rolesOfPerson(role.personId));
  return together.map((each) => {
    const revision = each.revision + 1;
    const back = { ...each, status, suspension, revision, lastDecision, claim: undefined };
    return { before: each, role: back };
  });
}

async function keep(
  writer: Writer,
  { before, role }: ChangedRole,
  { action, by, decidedAt, recordedAt, reason, message }: RecordedDecision,
  desk: string,
): Promise<void> {
  await writer.updateRole(role);
  await writer.addHistory(role.id, {
    recordedAt,
    decidedAt,
    actor: by,
    action,
    revision: before.revision,
    reason,
    message,
    desk,
  });
}

/** What an action makes of a role's status, suspension and administration. */
async function standingAfter(
  writer: Writer,
  { action, admin, reason }: Decision,
  role: Role,
): Promise<Pick<Role, 'status' | 'isAdmin' | 'suspension'>> {
  const { isAdmin, suspension } = role;
  const status = statusAfter(action, role.status);
  if (!status) throw new Error(`${action} is not open to a role that is ${role.status}`);
  switch (action) {
    case 'approve': {
      const others = (await writer.rolesInBody(role.bodyId)).filter(({ id }) => id !== role.id);
      return { status, suspension, isAdmin: becomesAdministrator(admin, others) };
    }
    case 'suspend':
      return { status, isAdmin, suspension: { cause: 'administrator', code: reason ?? 'other' } };
    case 'reactivate':
      return { status, isAdmin, suspension: undefined };
    case 'grant_admin':
    case 'revoke_admin':
      return { status, suspension, isAdmin: action === 'grant_admin' };
    case 'reject':
    case 'reassign':
      return { status, suspension, isAdmin };
  }
}

function recordedDecision(decision: Decision, { person }: Caller): RecordedDecision {
  const { id, action, decidedAt, reason, message } = decision;
  const by = { personId: person.id, name: fullName(person) };
  return { id, action, by, decidedAt, recordedAt: new Date().toISOString(), reason, message };
}
