import type { Person } from '../../shared/domain/person.ts';
import { defaultPreferences } from '../../shared/domain/preferences.ts';
import { updatePerson } from '../feed/publish.ts';
import type { Storage, Writer } from '../storage/storage.ts';
import type { Account, TokenHolder } from './signIn.ts';

/** Keeps persons as the provider knows them. */
export type KeepPerson = (holder: TokenHolder) => Promise<void>;

/**
 * Adds a person on first sight and takes over what changed, where the token tells of an account. Of two tokens, the later
 * one is believed: else two desks with tokens of before and after a change would undo each other's update for ever. When
 * the last one was issued stands in the database; what is remembered here only saves looking there at every call.
 */
export function keepPersons(storage: Storage): KeepPerson {
  const toldAt = new Map<string, number>();
  return async ({ subject, issuedAt, account }) => {
    if (!account || issuedAt <= (toldAt.get(subject) ?? -1)) return;
    const isKept = await storage.read(async (reader) => {
      const known = await reader.personByUsername(subject);
      return known && !isNews(known, account, issuedAt, await reader.accountToldAt(subject));
    });
    if (!isKept) await storage.write((writer) => keep(writer, subject, account, issuedAt));
    toldAt.set(subject, issuedAt);
  };
}

/** Looks again inside the transaction: two first calls may come at once. */
async function keep(
  writer: Writer,
  username: string,
  account: Account,
  issuedAt: number,
): Promise<void> {
  const known = await writer.personByUsername(username);
  if (!known) {
    const id = crypto.randomUUID();
    const { language } = defaultPreferences;
    await writer.addPerson({ id, revision: 1, username, language, ...account, heldTypes: [] });
    await writer.noteAccountTold(id, issuedAt);
  } else if (isNews(known, account, issuedAt, await writer.accountToldAt(username))) {
    await updatePerson(writer, { ...known, ...account });
    await writer.noteAccountTold(known.id, issuedAt);
  }
}

/** Whether a token tells of an account what is not known, and no later one has told otherwise. */
function isNews(known: Person, account: Account, issuedAt: number, toldAt: number): boolean {
  return issuedAt >= toldAt && differs(known, account);
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
