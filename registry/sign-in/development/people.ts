import { fullName } from '../../../shared/domain/person.ts';
import type { DevelopmentPerson } from '../../../shared/wire/development.ts';
import { callerOf } from '../../caller.ts';
import type { Reader } from '../../storage/storage.ts';

/** The list is for choosing by hand: demonstration people come first by user name. */
const peopleShown = 200;

/** The people that one can sign in as, with what they administer. */
export async function demonstrationPeople(reader: Reader): Promise<DevelopmentPerson[]> {
  const people = [];
  for (const person of await reader.people(peopleShown)) {
    const caller = await callerOf(reader, person.id);
    const administers = (caller?.scopes ?? [])
      .filter(({ isAdmin }) => isAdmin)
      .map(({ bodyId, kind, country, name }) => ({ bodyId, kind, country, name }));
    people.push({ username: person.username, name: fullName(person), administers });
  }
  return people;
}
