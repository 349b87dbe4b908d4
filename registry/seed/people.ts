import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RoleType } from '../../shared/domain/vocabulary.ts';
import { ascii } from './ascii.ts';
import { domainOf } from './bodies.ts';
import type { CountryDatum } from './countries.ts';
import type { World } from './world.ts';

const freeProviders = ['gmail.com', 'outlook.com', 'yahoo.com', 'proton.me'];
const sharedMailboxes = ['info', 'import', 'office', 'traces'];
const posts: [string, string][] = [
  ['Import', 'Team'],
  ['Customs', 'Desk'],
  ['BCP', 'Office'],
];

/** Adds a person who works in a country, with a mailbox as such people should have it. */
export async function addPerson(
  world: World,
  place: CountryDatum,
  employer: Pick<Body, 'name'>,
  heldTypes: RoleType[],
): Promise<Person> {
  const { names, language } = world.draw.pick(place.people);
  const name = world.draw.name(names);
  const email = `${ascii(`${name.firstName} ${name.lastName}`)}@${domainOf(employer)}`;
  return add(world, { ...name, email, language, heldTypes });
}

/** Adds a person who asks for a role: now and then with what a reviewer should notice (rule 8). */
export async function addRequester(
  world: World,
  place: CountryDatum,
  employer: Pick<Body, 'name'>,
  heldTypes: RoleType[],
): Promise<Person> {
  const { draw } = world;
  if (draw.chance(0.02)) {
    const [firstName, lastName] = draw.pick(posts);
    const email = `${draw.pick(sharedMailboxes)}@${domainOf(employer)}`;
    return add(world, { firstName, lastName, email, language: 'en', heldTypes });
  }
  const { names, language } = draw.pick(place.people);
  const name = draw.name(names);
  const mailbox = ascii(`${name.firstName} ${name.lastName}`);
  // Nobody's mailbox: free providers give none with a name as long as this.
  const free = `${mailbox}.roledesk.demonstration${world.peopleCount}@${draw.pick(freeProviders)}`;
  const shared = `${draw.pick(sharedMailboxes)}@${domainOf(employer)}`;
  const email = draw.weighted([
    { weight: 87, value: `${mailbox}@${domainOf(employer)}` },
    { weight: 8, value: free },
    { weight: 5, value: shared },
  ]);
  return add(world, { ...name, email, language, heldTypes });
}

async function add(
  world: World,
  known: Omit<Person, 'id' | 'revision' | 'username'>,
): Promise<Person> {
  world.peopleCount += 1;
  const username = `n00${String(world.peopleCount).padStart(6, '0')}`;
  const person: Person = { id: world.draw.id(), revision: 1, username, ...known };
  await world.writer.addPerson(person);
  return person;
}
