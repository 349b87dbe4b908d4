import type { Body } from '../shared/domain/body.ts';
import type { Role } from '../shared/domain/role.ts';
import { authoritiesAbove, controlBodiesOf, type PlacedRole } from '../shared/domain/seats.ts';
import type { Reader } from './storage/storage.ts';

/** A role among its bodies. `around`: every body that the role's line and rule 2 name, superiors first. */
export interface Place extends PlacedRole {
  role: Role;
  around: Body[];
}

/**
 * Looks up the surroundings of a role.
 * @throws where a body is missing that the database promises
 */
export async function placeOf(reader: Pick<Reader, 'body'>, role: Role): Promise<Place> {
  const known = new Map<string, Body>();
  const bodyById = (id: string) => known.get(id);
  const learn = async (id: string): Promise<Body | undefined> => {
    const body = known.get(id) ?? (await reader.body(id));
    if (body) known.set(id, body);
    return body;
  };
  const learnUpwards = async (id: string): Promise<void> => {
    let body = await learn(id);
    while (body?.parentId && !known.has(body.parentId)) body = await learn(body.parentId);
  };
  await learnUpwards(role.bodyId);
  await learnUpwards(role.responsibleId);
  const body = bodyById(role.bodyId);
  if (!body) throw new Error(`role ${role.id} has no body`);
  for (const id of controlBodiesOf({ role, body })) await learn(id);
  const responsible = bodyById(role.responsibleId);
  const above = [body, ...(responsible ? [responsible] : [])].flatMap((each) => [
    each,
    ...authoritiesAbove(each, bodyById),
  ]);
  const around = new Set([...above.reverse(), ...known.values()]);
  return { role, body, bodyById, around: [...around] };
}
