import type { Body } from '../shared/domain/body.ts';
import type { Role } from '../shared/domain/role.ts';
import { controlBodiesOf, type PlacedRole } from '../shared/domain/seats.ts';
import type { Reader } from './storage/storage.ts';

/** A role among its bodies. `around`: every body that the role's line and rule 2 name, superiors first. */
export interface Place extends PlacedRole {
  role: Role;
  around: Body[];
}

type Bodies = Pick<Reader, 'body'>;

/** Bodies that are read once and remembered: for as long as nobody changes one. */
export function rememberedBodies(reader: Bodies): Bodies {
  const read = new Map<string, Promise<Body | undefined>>();
  return {
    body: (id) => {
      const body = read.get(id) ?? reader.body(id);
      read.set(id, body);
      return body;
    },
  };
}

/** A body, followed by the authorities above it, nearest first; a tree that loops is followed once around. */
export async function upwardsFrom(reader: Bodies, id: string): Promise<Body[]> {
  const chain = new Map<string, Body>();
  let body = await reader.body(id);
  while (body && !chain.has(body.id)) {
    chain.set(body.id, body);
    body = body.parentId ? await reader.body(body.parentId) : undefined;
  }
  return [...chain.values()];
}

/**
 * Looks up the surroundings of a role.
 * @throws where a body is missing that the database promises
 */
export async function placeOf(reader: Bodies, role: Role): Promise<Place> {
  const bodies = rememberedBodies(reader);
  const own = await upwardsFrom(bodies, role.bodyId);
  const [body] = own;
  if (!body) throw new Error(`role ${role.id} has no body`);
  const around = new Set([...own, ...(await upwardsFrom(bodies, role.responsibleId))].reverse());
  for (const id of controlBodiesOf({ role, body })) {
    const controlBody = await bodies.body(id);
    if (controlBody) around.add(controlBody);
  }
  const known = new Map([...around].map((each) => [each.id, each]));
  return { role, body, bodyById: (id) => known.get(id), around: [...around] };
}
