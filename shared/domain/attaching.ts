import type { Body, BodyActivity } from './body.ts';
import type { Role } from './role.ts';
import type { PlacedRole } from './seats.ts';

/** Whether a role in a pending operator can be attached to another operator instead (rule 6): a valid one of its country. */
export function canBeAttachedTo(
  existing: Body,
  { role, body }: Pick<PlacedRole, 'role' | 'body'>,
): boolean {
  return (
    role.type === 'operator' &&
    body.status === 'pending' &&
    existing.type === 'operator' &&
    existing.status === 'valid' &&
    existing.country === body.country
  );
}

/** An operator with the activity that a role in another asks for: its own, else that of the other, approved with it. */
export function withActivityAsked(
  existing: Body,
  { role, body }: Pick<PlacedRole, 'role' | 'body'>,
): Body {
  const asked = activityOf(role, body);
  if (!asked || activityOf(role, existing)) return existing;
  return { ...existing, activities: [...existing.activities, { ...asked, status: 'valid' }] };
}

/** A role in another operator: who is responsible there for the activity is so for the role. */
export function attachedTo(existing: Body, role: Role): Role {
  const { responsibleId = role.responsibleId } = activityOf(role, existing) ?? {};
  return { ...role, bodyId: existing.id, responsibleId };
}

function activityOf(role: Pick<Role, 'function'>, { activities }: Body): BodyActivity | undefined {
  return activities.find(
    ({ activity, status }) => activity === role.function && status !== 'rejected',
  );
}
