import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import { type Seat, seatsOver } from '../../shared/domain/seats.ts';
import { type Place, placeOf } from '../place.ts';
import type { Kind, Writer } from '../storage/storage.ts';

/** Adds a role and shows it in every seat over it. */
export async function addRole(writer: Writer, role: Role): Promise<void> {
  await writer.addRole(role);
  await show(writer, await placeOf(writer, role));
}

/** Tells the seats over a changed role, which is kept already, and takes it from the seats that it has left. */
export async function tellRole(writer: Writer, before: Role, role: Role): Promise<void> {
  const shownBefore = await writer.seatsShowing(role.id);
  const place = await placeOf(writer, role);
  await show(writer, place);
  const seats = seatsOver(place);
  const left = shownBefore.filter((seat) => !seats.has(seat));
  for (const seat of left) await writer.feedLeave(seat, 'role', role.id);
  for (const seat of left) await leaveUnlessNamed(writer, seat, 'person', role.personId);
  for (const seat of before.bodyId === role.bodyId ? left : shownBefore) {
    await leaveUnlessNamed(writer, seat, 'body', before.bodyId);
  }
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

/** Bodies and persons stand in front of the role that names them. */
async function show(writer: Writer, place: Place): Promise<void> {
  for (const seat of seatsOver(place).keys()) {
    for (const { id } of place.around) await writer.feedEnter(seat, 'body', id);
    await writer.feedEnter(seat, 'person', place.role.personId);
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
  const naming = kind === 'body' ? await writer.rolesInBody(id) : await writer.rolesOfPerson(id);
  for (const role of naming) {
    if ((await writer.seatsShowing(role.id)).includes(seat)) return;
  }
  await writer.feedLeave(seat, kind, id);
}
