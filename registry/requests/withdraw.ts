import { isInScope } from '../../shared/domain/decide.ts';
import { fullName } from '../../shared/domain/person.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import type { Caller } from '../caller.ts';
import { settleOperator } from '../decisions/operator.ts';
import { tellRole } from '../feed/publish.ts';
import { Problem } from '../http/problem.ts';
import { placeOf } from '../place.ts';
import type { Writer } from '../storage/storage.ts';

/**
 * Takes a request back (rule 1), which only its requester can.
 * @throws {Problem} 404 where the caller sees no such role, 403 where it is another's, 409 where it is decided
 */
export async function withdraw(writer: Writer, caller: Caller, roleId: string): Promise<void> {
  const before = await writer.role(roleId);
  if (!before) throw new Problem(404, 'not_found');
  if (before.personId !== caller.personId) {
    const mayRead = isInScope(caller, await placeOf(writer, before));
    throw mayRead ? new Problem(403, 'not_requester') : new Problem(404, 'not_found');
  }
  const status = statusAfter('withdraw', before.status);
  if (!status) throw new Problem(409, 'no_longer_requested');
  const role = { ...before, status, revision: before.revision + 1, claim: undefined };
  await writer.updateRole(role);
  await settleOperator(writer, role.bodyId);
  await tellRole(writer, before, role);
  await writer.addHistory(role.id, {
    recordedAt: new Date().toISOString(),
    actor: { personId: caller.personId, name: fullName(caller.person) },
    action: 'withdraw',
    revision: before.revision,
  });
}
