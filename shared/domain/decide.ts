import type { Person } from './person.ts';
import { isReasonOf, needsReason } from './reasons.ts';
import type { Role } from './role.ts';
import { type PlacedRole, type Position, seatsOf, seatsOver } from './seats.ts';
import { statusAfter } from './transitions.ts';
import type { Action, RoleType } from './vocabulary.ts';

/** Who decides: the person and the positions that person holds. */
export interface Decider {
  personId: string;
  positions: Position[];
}

/** The role to decide on, with its person and its place among the bodies. */
export interface DecidedRole extends PlacedRole {
  role: Role;
  person: Pick<Person, 'heldTypes'>;
}

/** Why a decision cannot be taken: the codes that the registry answers and the desk explains. */
export type Refusal =
  | 'illegal_transition'
  | 'own_role'
  | 'out_of_scope'
  | 'not_allowed'
  | 'body_under_full_control'
  | 'other_type_held'
  | 'reason_required'
  | 'reason_unknown';

/** Why a decider may not take a kind of decision on a role, reason aside, or undefined where nothing is against it (rules 1 to 4). */
export function objectionTo(
  action: Action,
  decider: Decider,
  decided: DecidedRole,
): Refusal | undefined {
  return (
    authorityRefusal(decider, decided) ??
    transitionRefusal(action, decided.role) ??
    otherTypeRefusal(action, decided)
  );
}

/** Why a decision is refused, its reason included, or undefined where it is to be applied. */
export function refusalOf(
  decision: { action: Action; reason?: string | undefined },
  decider: Decider,
  decided: DecidedRole,
): Refusal | undefined {
  return objectionTo(decision.action, decider, decided) ?? reasonRefusal(decision);
}

/** Whether a decider sees a role at all: it lies below one of the decider's seats. */
export function isInScope(decider: Decider, placed: PlacedRole): boolean {
  const seats = seatsOver(placed);
  return decider.positions.flatMap(seatsOf).some((seat) => seats.has(seat));
}

/** The other types of role that a person holds: approving a further type is refused (rule 4). */
export function otherTypesHeld(role: Pick<Role, 'type'>, heldTypes: RoleType[]): RoleType[] {
  return heldTypes.filter((type) => type !== role.type);
}

/** Why a decider has no say on a role, whatever the decision, or undefined where nothing is against it (rules 2 and 3). */
export function authorityRefusal(
  decider: Decider,
  decided: PlacedRole & { role: Pick<Role, 'personId'> },
): Refusal | undefined {
  if (decider.personId === decided.role.personId) return 'own_role';
  const seats = seatsOver(decided);
  const held = decider.positions.flatMap(seatsOf).filter((seat) => seats.has(seat));
  if (held.length === 0) return 'out_of_scope';
  if (held.some((seat) => seats.get(seat))) return undefined;
  return held.some((seat) => seat.startsWith('within:'))
    ? 'body_under_full_control'
    : 'not_allowed';
}

function transitionRefusal(action: Action, role: Role): Refusal | undefined {
  const pointless =
    (action === 'grant_admin' && role.isAdmin) || (action === 'revoke_admin' && !role.isAdmin);
  return pointless || statusAfter(action, role.status) === undefined
    ? 'illegal_transition'
    : undefined;
}

function otherTypeRefusal(action: Action, { role, person }: DecidedRole): Refusal | undefined {
  if (action !== 'approve') return undefined;
  return otherTypesHeld(role, person.heldTypes).length > 0 ? 'other_type_held' : undefined;
}

function reasonRefusal(decision: {
  action: Action;
  reason?: string | undefined;
}): Refusal | undefined {
  if (!needsReason(decision.action)) return undefined;
  if (decision.reason === undefined) return 'reason_required';
  return isReasonOf(decision.action, decision.reason) ? undefined : 'reason_unknown';
}
