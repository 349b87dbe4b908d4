import type { Body } from './body.ts';
import type { Role } from './role.ts';

/**
 * The operator that a request created, after a role in it was decided (rule 6): the first approval makes it and its
 * activities valid; once its last role is rejected or withdrawn it is rejected. What it may have been a duplicate of no
 * longer matters then. Undefined where nothing changes.
 */
export function pendingOperatorAfter(
  body: Body,
  rolesInBody: Pick<Role, 'status'>[],
): Body | undefined {
  if (body.type !== 'operator' || body.status !== 'pending') return undefined;
  if (rolesInBody.some(({ status }) => status === 'valid')) return settle(body, 'valid');
  const open = rolesInBody.some(({ status }) => status !== 'rejected' && status !== 'withdrawn');
  return open ? undefined : settle(body, 'rejected');
}

function settle(body: Body, status: 'valid' | 'rejected'): Body {
  const activities = body.activities.map((each) =>
    each.status === 'pending' ? { ...each, status } : each,
  );
  return { ...body, status, activities, duplicates: undefined };
}
