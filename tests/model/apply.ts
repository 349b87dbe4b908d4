import type { Decision } from '../../shared/wire/decisions.ts';
import { bodyOf, isHeld, roleOf, rolesIn, rolesOf, statusAfter } from './rules.ts';
import type { ModelLine, ModelRole, World } from './world.ts';

/** What a decision that nothing is against makes of the world, and of its role. */
export function apply(
  world: World,
  personId: string,
  role: ModelRole,
  { id, action, target, admin, reason, message, desk, decidedAt }: Decision,
): ModelRole {
  const line = { actor: actor(world, personId), action, reason, message, desk, decidedAt };
  const together = action === 'reactivate' ? suspendedWith(world, role) : [];
  const status = statusAfter(action, role.status) ?? role.status;
  const next = { ...role, status, lastDecision: id };
  if (action === 'grant_admin') next.isAdmin = true;
  if (action === 'revoke_admin') next.isAdmin = false;
  if (action === 'suspend') next.suspendedBy = 'administrator';
  if (action === 'reactivate') next.suspendedBy = undefined;
  if (action === 'reassign' && target) passOn(world, next, target);
  if (action === 'approve') {
    if (target) attach(world, next, target);
    const others = rolesIn(world, next.bodyId).filter((each) => each.id !== role.id);
    next.isAdmin = admin ?? !others.some(isHeld);
  }
  change(world, next, line);
  for (const each of together) {
    change(world, { ...each, status, suspendedBy: undefined, lastDecision: id }, line);
  }
  for (const bodyId of new Set([role.bodyId, next.bodyId])) settle(world, bodyId);
  return roleOf(world, role.id);
}

/** A change of a role: the next revision, nobody on it any more, and a line in the audit log (rule 13). */
export function change(world: World, role: ModelRole, line: Omit<ModelLine, 'revision'>): void {
  write(world, role, line);
  world.roles.set(role.id, { ...role, revision: role.revision + 1, claimedBy: undefined });
}

/** Adds a line to the audit log: on the revision that was there. */
export function write(
  world: World,
  { id, revision }: Pick<ModelRole, 'id' | 'revision'>,
  line: Omit<ModelLine, 'revision'>,
): void {
  world.log.set(id, [...(world.log.get(id) ?? []), { ...line, revision }]);
}

/** A person as the audit log names them. */
export function actor(world: World, personId: string): { personId: string; name: string } {
  return { personId, name: world.names.get(personId) ?? '' };
}

/** Rule 11: what the system suspended at the same time. */
function suspendedWith(world: World, role: ModelRole): ModelRole[] {
  const group = world.together.get(role.id);
  if (role.suspendedBy !== 'system') return [];
  return rolesOf(world, role.personId).filter(
    ({ id, suspendedBy }) =>
      id !== role.id && suspendedBy === 'system' && world.together.get(id) === group,
  );
}

/** The activity asked for goes along with its role. */
function passOn(world: World, role: ModelRole, authorityId: string): void {
  role.responsibleId = authorityId;
  if (role.type !== 'operator') return;
  for (const each of bodyOf(world, role.bodyId).activities) {
    if (each.activity === role.function) each.responsibleId = authorityId;
  }
}

/** Rule 6: the role goes over to an existing operator; an activity that is new there goes along. */
export function attach(world: World, role: ModelRole, operatorId: string): void {
  const isAsked = ({ activity }: { activity: string }) => activity === role.function;
  const asked = bodyOf(world, role.bodyId).activities.find(isAsked);
  const { activities } = bodyOf(world, operatorId);
  if (asked && !activities.some(isAsked)) activities.push({ ...asked });
  role.bodyId = operatorId;
  role.responsibleId = activities.find(isAsked)?.responsibleId ?? role.responsibleId;
}

/** Rule 6: what becomes of an operator that a request created. */
export function settle(world: World, bodyId: string): void {
  const body = bodyOf(world, bodyId);
  if (body.status !== 'pending') return;
  const statuses = rolesIn(world, bodyId).map(({ status }) => status);
  if (statuses.includes('valid')) body.status = 'valid';
  else if (!statuses.includes('requested')) body.status = 'rejected';
}
