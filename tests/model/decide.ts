import type { Decision } from '../../shared/wire/decisions.ts';
import { apply, attach } from './apply.ts';
import { bodyOf, reasonFor, standingOf, statusAfter, typesHeldBy } from './rules.ts';
import type { ModelBody, ModelRole, World } from './world.ts';

/** What the registry has to answer to a decision. Of several codes that fit it may give any. */
export type Expected =
  | { outcome: 'applied'; role: ModelRole }
  | { outcome: 'conflict'; role: ModelRole; current: string | undefined }
  | { outcome: 'refused'; role: ModelRole | null; codes: string[] };

/** The answer to a decision that came in for the first time, and what it does to the world. */
export function decide(world: World, personId: string, decision: Decision): Expected {
  const role = world.roles.get(decision.roleId);
  if (!role) return { outcome: 'refused', role: null, codes: ['unknown_role'] };
  if (role.personId === personId) return { outcome: 'refused', role, codes: ['own_role'] };
  const standing = standingOf(world, personId, role);
  if (standing === 'none') return { outcome: 'refused', role: null, codes: ['out_of_scope'] };
  if (standing === 'sees') return { outcome: 'refused', role, codes: ['not_allowed'] };
  if (standing === 'kept_out') {
    return { outcome: 'refused', role, codes: ['body_under_full_control'] };
  }
  if (decision.baseRevision !== role.revision) {
    return { outcome: 'conflict', role, current: role.lastDecision };
  }
  const codes = objectionsTo(world, personId, role, decision);
  if (codes.length > 0) return { outcome: 'refused', role, codes };
  return { outcome: 'applied', role: apply(world, personId, role, decision) };
}

function objectionsTo(
  world: World,
  personId: string,
  role: ModelRole,
  { action, reason, target }: Decision,
): string[] {
  const codes: string[] = [];
  const isSoAlready =
    (action === 'grant_admin' && role.isAdmin) || (action === 'revoke_admin' && !role.isAdmin);
  if (!statusAfter(action, role.status) || isSoAlready) codes.push('illegal_transition');
  const otherTypes = typesHeldBy(world, role.personId).filter((type) => type !== role.type);
  if (action === 'approve' && otherTypes.length > 0) codes.push('other_type_held');
  const right = reasonFor[action];
  if (right && reason === undefined) codes.push('reason_required');
  if (right && reason !== undefined && reason !== right) codes.push('reason_unknown');
  if (!targetWillDo(world, personId, role, { action, target })) codes.push('target_invalid');
  return codes;
}

/** Rules 6 and 10: `reassign` needs another competent authority, `approve` may name an existing operator. */
function targetWillDo(
  world: World,
  personId: string,
  role: ModelRole,
  { action, target }: Pick<Decision, 'action' | 'target'>,
): boolean {
  if (target === undefined) return action !== 'reassign';
  const body = bodyOf(world, role.bodyId);
  const other = world.bodies.get(target);
  if (!other) return false;
  if (action === 'reassign') return isAnotherAuthorityFor(role, body, other);
  if (action !== 'approve') return false;
  const attaches =
    role.type === 'operator' &&
    body.status === 'pending' &&
    other.type === 'operator' &&
    other.status === 'valid' &&
    other.country === body.country;
  if (!attaches) return false;
  const meanwhile = structuredClone(world);
  const there = { ...role };
  attach(meanwhile, there, target);
  return standingOf(meanwhile, personId, there) === 'decides';
}

function isAnotherAuthorityFor(role: ModelRole, body: ModelBody, other: ModelBody): boolean {
  if (other.id === role.responsibleId || role.type === 'authority') return false;
  const isOperator = role.type === 'operator';
  const kinds = isOperator ? ['LAU', 'RCA', 'OPL', 'CCA'] : ['CCA'];
  const country = isOperator ? body.country : role.country;
  const chapter = isOperator
    ? body.activities.find(({ activity }) => activity === role.function)?.chapter
    : 'organic';
  return (
    kinds.includes(other.kind ?? '') &&
    other.country === country &&
    (!other.competences || other.competences.includes(chapter ?? ''))
  );
}
