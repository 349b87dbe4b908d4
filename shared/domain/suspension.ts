import type { Role } from './role.ts';

/**
 * The roles that the system suspended together with a role and that are still suspended, the role itself left out:
 * reactivating it brings them back too (rule 11).
 */
export function suspendedWith(role: Role, rolesOfPerson: Role[]): Role[] {
  const id = role.suspension?.id;
  if (id === undefined) return [];
  return rolesOfPerson.filter(
    (each) => each.id !== role.id && each.status === 'suspended' && each.suspension?.id === id,
  );
}
