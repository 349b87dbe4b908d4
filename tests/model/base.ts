import { seedInto } from '../../registry/seed/seed.ts';
import { openStorage } from '../../registry/storage/open.ts';
import { fullName, type Person } from '../../shared/domain/person.ts';
import { newDatabase } from '../fixtures/databases.ts';
import { controlBodyName } from './file.ts';
import { bodyOf } from './rules.ts';
import { type World, worldOf } from './world.ts';

/** Somebody who takes part in a history. */
export interface Actor {
  personId: string;
  username: string;
}

/** What every history begins with: a database, what is in it, and those who act. */
export interface Base {
  /** As `--db` takes it. */
  address: string;
  world: World;
  /** Two colleagues of one central authority, a local unit, a post, a control body, the Commission, an operator. */
  administrators: Actor[];
  requesters: Actor[];
}

/** Whose administrators act; the central authority of Belgium with two. */
const employers = [
  ...['FAVV-AFSCA', 'FAVV-AFSCA', 'FAVV-AFSCA, LCE Antwerpen', 'BEANR1', controlBodyName],
  ...['European Commission, DG SANTE', 'operator'],
];
const requesterCount = 3;

/** Makes the database once, with one post under full control; each history gets a copy. */
export async function makeBase(): Promise<Base> {
  const { address } = await newDatabase();
  const storage = await openStorage(address, 'training');
  await seedInto(storage, 0, 'model');
  const requesters = Array.from({ length: requesterCount }, (_, number) => requester(number));
  await storage.write(async (writer) => {
    for (const person of requesters) await writer.addPerson(person);
    const post = (await writer.authoritiesIn('BE')).find(({ code }) => code === 'BEANR1');
    if (post) await writer.updateBody({ ...post, fullControl: true });
  });
  const world = await storage.read(worldOf);
  for (const person of requesters) world.names.set(person.id, fullName(person));
  const actor = async (personId: string): Promise<Actor> => {
    const person = await storage.read((reader) => reader.person(personId));
    return { personId, username: person?.username ?? '' };
  };
  const base = {
    ...{ address, world },
    administrators: await Promise.all(administratorsOf(world).map(actor)),
    requesters: await Promise.all(requesters.map(({ id }) => actor(id))),
  };
  await storage.close();
  return base;
}

function requester(number: number): Person {
  const name = { firstName: 'Žofie', lastName: `Nováková ${number}` };
  const username = `requester${number}`;
  const email = `${username}@requesters.example`;
  return {
    id: crypto.randomUUID(),
    revision: 1,
    username,
    ...name,
    email,
    language: 'cs',
    heldTypes: [],
  };
}

function administratorsOf(world: World): string[] {
  const found = new Set<string>();
  for (const employer of employers) {
    const role = [...world.roles.values()].find(({ bodyId, isAdmin, personId }) => {
      const { name, code, type } = bodyOf(world, bodyId);
      return isAdmin && [name, code, type].includes(employer) && !found.has(personId);
    });
    if (!role) throw new Error(`nobody administers ${employer}`);
    found.add(role.personId);
  }
  return [...found];
}
