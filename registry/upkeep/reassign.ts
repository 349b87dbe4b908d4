import type { Body } from '../../shared/domain/body.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { DueAtOf } from '../calendar.ts';
import { type ChangedRole, tellRoles } from '../feed/publish.ts';
import type { Writer } from '../storage/storage.ts';
import { rolesNaming } from './below.ts';

/**
 * Makes another authority responsible for some of the roles in a body, as the system. What is rejected or withdrawn
 * stays with the authority that was responsible then.
 */
export async function reassignRoles(
  writer: Writer,
  bodyId: string,
  responsible: Body,
  dueAtOf: DueAtOf,
  isMeant: (role: Role) => boolean,
): Promise<void> {
  for await (const roles of rolesNaming(writer, 'body', bodyId)) {
    const changed: ChangedRole[] = [];
    for (const before of roles) {
      const isClosed = before.status === 'rejected' || before.status === 'withdrawn';
      if (isClosed || before.responsibleId === responsible.id || !isMeant(before)) continue;
      changed.push({ before, role: await reassign(writer, before, responsible, dueAtOf) });
    }
    await tellRoles(writer, changed);
  }
}

async function reassign(
  writer: Writer,
  before: Role,
  responsible: Body,
  dueAtOf: DueAtOf,
): Promise<Role> {
  const former = await writer.body(before.responsibleId);
  const keepsCalendar = before.status !== 'requested' || former?.country === responsible.country;
  const role: Role = {
    ...before,
    responsibleId: responsible.id,
    revision: before.revision + 1,
    dueAt: keepsCalendar ? before.dueAt : dueAtOf(before.requestedAt, responsible.country),
    claim: undefined,
  };
  await writer.updateRole(role);
  await writer.addHistory(role.id, {
    recordedAt: new Date().toISOString(),
    actor: 'system',
    action: 'reassign',
    revision: before.revision,
  });
  return role;
}
