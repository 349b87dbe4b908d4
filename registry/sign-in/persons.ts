import type { Person } from '../../shared/domain/person.ts';
import { defaultPreferences } from '../../shared/domain/preferences.ts';
import { updatePerson } from '../feed/publish.ts';
import type { Storage, Writer } from '../storage/storage.ts';
import type { Account, TokenHolder } from './signIn.ts';

/** Keeps persons as the provider knows them. */
export type KeepPerson = (holder: TokenHolder) => Promise<void>;

/**
 * Adds a person on first sight and takes over what changed, where the token tells of an account. Of two tokens, the later
 * one is believed: else two desks with tokens of before and after a change would undo each other's update for ever.
 */
export function keepPersons(storage: Storage): KeepPerson {
  const toldAt = new Map<string, number>();
  return async ({ subject, issuedAt, account }) => {
    if (!account || issuedAt <= (toldAt.get(subject) ?? -1)) return;
    const known = await storage.read((reader) => reader.personByUsername(subject));
    if (!known || differs(known, account)) {
      await storage.write((writer) => keep(writer, subject, account));
    }
    toldAt.set(subject, issuedAt);
  };
}

/** Looks again inside the transaction: two first calls may come at once. */
async function keep(writer: Writer, username: string, account: Account): Promise<void> {
  const known = await writer.personByUsername(username);
  if (known) {
    if (differs(known, account)) await updatePerson(writer, { ...known, ...account });
    return;
  }
  await writer.addPerson({
    id: crypto.randomUUID(),
    revision: 1,
    username,
    language: defaultPreferences.language,
    ...account,
    heldTypes: [],
  });
}

function differs(person: Person, account: Account): boolean {
  const { firstName, lastName, email, language } = { ...person, ...account };
  return (
    firstName !== person.firstName ||
    lastName !== person.lastName ||
    email !== person.email ||
    language !== person.language
  );
}
