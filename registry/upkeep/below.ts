import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Role } from '../../shared/domain/role.ts';
import { tellRoles } from '../feed/publish.ts';
import type { Writer } from '../storage/storage.ts';

/** How many roles are read and told before others have their turn. */
const batchSize = 100;

/** The roles that name a body, a batch at a time; between two batches, readers have their turn. */
export async function* rolesNaming(
  writer: Writer,
  as: 'body' | 'responsible',
  bodyId: string,
): AsyncGenerator<Role[]> {
  const ids = await writer.roleIdsNaming(as, bodyId);
  for (let start = 0; start < ids.length; start += batchSize) {
    yield writer.roles(ids.slice(start, start + batchSize));
    await othersTurn();
  }
}

/** Tells every role at or below an authority anew, after the tree above it has changed. */
export async function tellBelow(writer: Writer, authorityId: string): Promise<void> {
  for (const id of await subtree(writer, authorityId)) {
    for await (const roles of rolesNaming(writer, 'body', id)) await tellAnew(writer, roles);
    for await (const roles of rolesNaming(writer, 'responsible', id)) {
      // Roles in authorities are seen from above their own body, whoever is responsible.
      const others = roles.filter(({ type }) => type !== 'authority');
      await tellAnew(writer, others);
    }
  }
}

async function tellAnew(writer: Writer, roles: Role[]): Promise<void> {
  const changed = roles.map((role) => ({ before: role, role }));
  await tellRoles(writer, changed);
}

async function subtree(writer: Writer, authorityId: string): Promise<Set<string>> {
  const ids = new Set([authorityId]);
  // A set gives what is added to it while it is gone through, once each.
  for (const id of ids) {
    for (const below of await writer.authoritiesBelow(id)) ids.add(below);
  }
  return ids;
}
