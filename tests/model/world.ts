import type { Reader } from '../../registry/storage/storage.ts';
import type { Body } from '../../shared/domain/body.ts';
import { fullName } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { HistoryLine } from '../../shared/wire/history.ts';

/** What the model keeps of a body: what the rules read. */
export function modelBody(body: Body) {
  const { id, name, code, type, kind, country, parentId, competences, fullControl, status } = body;
  const activities = body.activities.map((each) => ({
    chapter: each.chapter,
    activity: each.activity,
    responsibleId: each.responsibleId,
    controlBodyId: each.controlBodyId,
  }));
  return {
    ...{ id, name, code, type, kind, country, parentId, competences },
    ...{ fullControl, status, activities },
  };
}
export type ModelBody = ReturnType<typeof modelBody>;

/** What the model keeps of a role. */
export function modelRole(role: Role) {
  const { id, revision, status, personId, bodyId, type, country, responsibleId, isAdmin } = role;
  return {
    ...{ id, revision, status, personId, bodyId, type, country, responsibleId, isAdmin },
    function: role.function,
    suspendedBy: role.suspension?.cause,
    lastDecision: role.lastDecision?.id,
    claimedBy: role.claim?.personId,
  };
}
export type ModelRole = ReturnType<typeof modelRole>;

/** A line of the audit log without the registry's clock, which no model can foretell. */
export type ModelLine = Omit<HistoryLine, 'recordedAt'>;

/** All that the model knows. */
export interface World {
  bodies: Map<string, ModelBody>;
  /** In the order in which they were filed. */
  roles: Map<string, ModelRole>;
  names: Map<string, string>;
  log: Map<string, ModelLine[]>;
  /** Which suspension by the system a role was last part of. */
  together: Map<string, string>;
}

/** The world that a database holds before a history begins. */
export async function worldOf(reader: Reader): Promise<World> {
  const world: World = {
    ...{ bodies: new Map(), roles: new Map(), names: new Map(), log: new Map() },
    together: new Map(),
  };
  for (const person of await reader.people(1000)) {
    world.names.set(person.id, fullName(person));
    for (const role of await reader.rolesOfPerson(person.id)) {
      world.roles.set(role.id, modelRole(role));
      const lines = await reader.history(role.id);
      world.log.set(
        role.id,
        lines.map(({ recordedAt: _, ...line }) => line),
      );
      for (const id of [role.bodyId, role.responsibleId]) await learn(world, reader, id);
    }
  }
  return world;
}

async function learn(world: World, reader: Reader, id: string): Promise<void> {
  const body = await reader.body(id);
  if (!body || world.bodies.has(id)) return;
  world.bodies.set(id, modelBody(body));
  for (const { controlBodyId } of body.activities) {
    if (controlBodyId) await learn(world, reader, controlBodyId);
  }
  if (body.parentId) await learn(world, reader, body.parentId);
}
