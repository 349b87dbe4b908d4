import type { Role } from './role.ts';

/**
 * Whether an approved person administers the body: as the decider says, else only where nobody holds a valid or
 * suspended role in it yet (rule 5).
 */
export function becomesAdministrator(
  wish: boolean | undefined,
  othersInBody: Pick<Role, 'status'>[],
): boolean {
  return wish ?? !othersInBody.some(({ status }) => status === 'valid' || status === 'suspended');
}

/**
 * Whether a role is the last one that administers its body: revoking or suspending it is done with a warning, never
 * blocked (rule 5). A suspended administrator cannot act and does not count.
 */
export function isLastAdministrator(
  role: Pick<Role, 'id' | 'status' | 'isAdmin'>,
  rolesInBody: Pick<Role, 'id' | 'status' | 'isAdmin'>[],
): boolean {
  return (
    administers(role) && !rolesInBody.some((other) => other.id !== role.id && administers(other))
  );
}

function administers({ status, isAdmin }: Pick<Role, 'status' | 'isAdmin'>): boolean {
  return status === 'valid' && isAdmin;
}
