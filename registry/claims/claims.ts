import { claimAt, claimBy, objectionToClaim } from '../../shared/domain/claim.ts';
import { isInScope } from '../../shared/domain/decide.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Caller } from '../caller.ts';
import { tellRole } from '../feed/publish.ts';
import { Problem } from '../http/problem.ts';
import { placeOf } from '../place.ts';
import type { Writer } from '../storage/storage.ts';

/**
 * Says that the caller is on a role, or goes on being. It counts as no change of the role: the revision stays, and the
 * audit log has no line of it.
 * @throws {Problem} 404 where the caller sees no such role, 403 where the caller could not decide on it, 409 where it
 * waits for nobody (`illegal_transition`) or a colleague is on it (`claimed`)
 */
export async function claim(writer: Writer, caller: Caller, roleId: string): Promise<Role> {
  const role = await writer.role(roleId);
  if (!role) throw new Problem(404, 'not_found');
  const objection = objectionToClaim(caller, await placeOf(writer, role));
  switch (objection) {
    case undefined:
      break;
    case 'out_of_scope':
      throw new Problem(404, 'not_found');
    case 'illegal_transition':
      throw new Problem(409, objection);
    default:
      throw new Problem(403, objection);
  }
  const nowMs = Date.now();
  refuseWhereClaimed(role, caller, nowMs);
  return keepAndTell(writer, role, { ...role, claim: claimBy(caller.person, nowMs) });
}

/**
 * Takes back the caller's claim on a role, where there is one.
 * @throws {Problem} 404 where the caller sees no such role, 409 where a colleague is on it (`claimed`)
 */
export async function unclaim(writer: Writer, caller: Caller, roleId: string): Promise<void> {
  const role = await writer.role(roleId);
  if (!role || !isInScope(caller, await placeOf(writer, role))) throw new Problem(404, 'not_found');
  const nowMs = Date.now();
  refuseWhereClaimed(role, caller, nowMs);
  if (claimAt(role, nowMs)) await keepAndTell(writer, role, { ...role, claim: undefined });
}

function refuseWhereClaimed(role: Role, { personId }: Caller, nowMs: number): void {
  const running = claimAt(role, nowMs);
  if (running && running.personId !== personId) throw new Problem(409, 'claimed');
}

async function keepAndTell(writer: Writer, before: Role, role: Role): Promise<Role> {
  await writer.updateRole(role);
  await tellRole(writer, before, role);
  return role;
}
