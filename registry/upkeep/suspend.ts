import type { Role } from '../../shared/domain/role.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import { type ChangedRole, tellRoles } from '../feed/publish.ts';
import { Problem } from '../http/problem.ts';
import type { Writer } from '../storage/storage.ts';

/**
 * Suspends all valid roles of a person, as the system (rule 11). They have no last decision then: the one that made
 * them valid no longer stands, and this is nobody's.
 * @returns the ids of the roles suspended
 * @throws {Problem} 404 where there is no such person
 */
export async function suspendPerson(
  writer: Writer,
  username: string,
  code: string,
): Promise<string[]> {
  const person = await writer.personByUsername(username);
  if (!person) throw new Problem(404, 'unknown_username');
  const suspension = { cause: 'system' as const, code, id: crypto.randomUUID() };
  const changed: ChangedRole[] = [];
  for (const before of await writer.rolesOfPerson(person.id)) {
    const status = statusAfter('suspend', before.status);
    if (!status) continue;
    const role: Role = {
      ...before,
      ...{ status, suspension, revision: before.revision + 1 },
      ...{ claim: undefined, lastDecision: undefined },
    };
    await writer.updateRole(role);
    await writer.addHistory(role.id, {
      recordedAt: new Date().toISOString(),
      actor: 'system',
      action: 'suspend',
      revision: before.revision,
      reason: code,
    });
    changed.push({ before, role });
  }
  await tellRoles(writer, changed);
  return changed.map(({ role }) => role.id);
}
