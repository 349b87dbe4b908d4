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
