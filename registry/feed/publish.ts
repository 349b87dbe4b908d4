import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import { type Seat, seatsOver } from '../../shared/domain/seats.ts';
import { type Place, placeOf, rememberedBodies } from '../place.ts';
import type { Kind, Writer } from '../storage/storage.ts';

/** A role that has changed, or its place: as it was and as it is kept now. */
export interface ChangedRole {
  before: Role;
  role: Role;
}

/** Adds a role and shows it in every seat over it. */
export async function addRole(writer: Writer, role: Role): Promise<void> {
  await writer.addRole(role);
  await show(writer, await placeOf(writer, role), new Set());
}

/** Tells the seats over a changed role, which is kept already, and takes it from the seats that it has left. */
export async function tellRole(writer: Writer, before: Role, role: Role): Promise<void> {
  await tellRoles(writer, [{ before, role }]);
}

/** Tells the seats over changed roles, which are kept already, and takes them from the seats that they have left. */
export async function tellRoles(writer: Writer, changed: ChangedRole[]): Promise<void> {
  const bodies = rememberedBodies(writer);
  const entered = new Set<string>();
  const left = new Map<string, { seat: Seat; kind: 'person' | 'body'; id: string }>();
  const mayLeave = (seat: Seat, kind: 'person' | 'body', id: string) =>
    left.set(`${seat} ${id}`, { seat, kind, id });
  for (const { before, role } of changed) {
    const shownBefore = await writer.seatsShowing(role.id);
    const place = await placeOf(bodies, role);
    await show(writer, place, entered);
    const seats = seatsOver(place);
    for (const seat of shownBefore) {
      const leaves = !seats.has(seat);
      if (leaves) await writer.feedLeave(seat, 'role', role.id);
      if (leaves) mayLeave(seat, 'person', role.personId);
      if (leaves || before.bodyId !== role.bodyId) mayLeave(seat, 'body', before.bodyId);
    }
  }
  for (const { seat, kind, id } of left.values()) await leaveUnlessNamed(writer, seat, kind, id);
}

/** Keeps a changed body and tells every seat that shows it. */
export async function updateBody(writer: Writer, body: Body): Promise<Body> {
  const next = { ...body, revision: body.revision + 1 };
  await writer.updateBody(next);
  await tellAgain(writer, 'body', body.id);
  return next;
}

/** Keeps a changed person and tells every seat that shows it. */
export async function updatePerson(writer: Writer, person: Person): Promise<void> {
  await writer.updatePerson({ ...person, revision: person.revision + 1 });
  await tellAgain(writer, 'person', person.id);
}

/**
 * Bodies and persons stand in front of the role that names them.
 * @param entered seats and what has entered them so far, so that many roles do not ask anew for each superior
 */
async function show(writer: Writer, place: Place, entered: Set<string>): Promise<void> {
  const enter = async (seat: Seat, kind: Kind, id: string) => {
    const key = `${seat} ${id}`;
    if (!entered.has(key)) await writer.feedEnter(seat, kind, id);
    entered.add(key);
  };
  for (const seat of seatsOver(place).keys()) {
    for (const { id } of place.around) await enter(seat, 'body', id);
    await enter(seat, 'person', place.role.personId);
    await writer.feedMove(seat, 'role', place.role.id);
  }
}

async function tellAgain(writer: Writer, kind: Kind, id: string): Promise<void> {
  for (const seat of await writer.seatsShowing(id)) await writer.feedRepeat(seat, kind, id);
}

/** Authorities and control bodies stay where they were once seen: they are public. */
async function leaveUnlessNamed(
  writer: Writer,
  seat: Seat,
  kind: 'person' | 'body',
  id: string,
): Promise<void> {
  if (kind === 'body' && (await writer.body(id))?.type !== 'operator') return;
  if (await writer.showsRoleOf(seat, kind, id)) return;
  await writer.feedLeave(seat, kind, id);
}
