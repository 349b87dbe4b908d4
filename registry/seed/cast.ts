import type { Body } from '../../shared/domain/body.ts';
import { fullName, type Person } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import { addRole } from '../feed/publish.ts';
import { addOperator } from './bodies.ts';
import { belgium } from './countries.ts';
import { addPerson } from './people.ts';
import { responsibleIn } from './responsible.ts';
import { addTo, countryOf, dayMs, type World } from './world.ts';

/** How many administrators and colleagues an authority has, where it is not one administrator alone. */
const staff: Record<string, { administrators: number; colleagues: number }> = {
  COMMISSION: { administrators: 2, colleagues: 0 },
  'CCA-BE': { administrators: 2, colleagues: 2 },
  BEANR1: { administrators: 2, colleagues: 1 },
  FRLEH1: { administrators: 2, colleagues: 0 },
};

/**
 * Adds the people that one can sign in as: administrators of every authority and control body, two of them in several,
 * two administrators of one operator, and two people without a role.
 */
export async function addCast(world: World): Promise<void> {
  for (const [key, body] of world.authorities) {
    const { administrators, colleagues } = staff[key] ?? { administrators: 1, colleagues: 0 };
    for (let i = 0; i < administrators; i += 1) await addHolder(world, body, true);
    for (let i = 0; i < colleagues; i += 1) await addHolder(world, body, false);
  }
  for (const [index, body] of world.controlBodies.entries()) {
    await addHolder(world, body, true);
    if (index === 0) await addHolder(world, body, true);
  }
  const operator = await addOperator(world, belgium, 'valid');
  await addHolder(world, operator, true);
  await addHolder(world, operator, true);
  await addPerson(world, belgium, { name: 'Nieuweling' }, []);
  await addPerson(world, countryOf('IT'), { name: 'Novizio' }, []);
}

/** A person with a valid role in a body, in each of its countries where it is a control body. */
async function addHolder(world: World, body: Body, isAdmin: boolean): Promise<void> {
  const person = await addPerson(world, countryOf(body.country), body, [body.type]);
  if (isAdmin) addTo(world.administrators, body.id, person);
  world.peopled.add(body.id);
  const countries = body.countries?.map(({ country }) => country) ?? [undefined];
  for (const country of countries) await addHeldRole(world, body, person, isAdmin, country);
}

async function addHeldRole(
  world: World,
  body: Body,
  person: Person,
  isAdmin: boolean,
  country: string | undefined,
): Promise<void> {
  const requestedMs = world.nowMs - world.draw.between(200, 900) * dayMs;
  const requestedAt = new Date(requestedMs).toISOString();
  const responsible = responsibleIn(world, body, country);
  const role: Role = {
    id: world.draw.id(),
    revision: 2,
    status: 'valid',
    personId: person.id,
    bodyId: body.id,
    type: body.type,
    function: body.kind ?? body.activities[0]?.activity ?? 'certifier',
    country,
    responsibleId: responsible.id,
    isAdmin,
    requestedAt,
    dueAt: world.dueAtOf(requestedAt, responsible.country),
  };
  await addRole(world.writer, role);
  const actor = { personId: person.id, name: fullName(person) };
  await world.writer.addHistory(role.id, {
    recordedAt: requestedAt,
    actor,
    action: 'request',
    revision: 1,
  });
  await world.writer.addHistory(role.id, {
    recordedAt: new Date(requestedMs + dayMs).toISOString(),
    actor: 'system',
    action: 'approve',
    revision: 1,
  });
}
