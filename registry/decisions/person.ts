import { updatePerson } from '../feed/publish.ts';
import type { Writer } from '../storage/storage.ts';

/** Brings the types that a person holds in line with the person's roles (rule 4). */
export async function settlePerson(writer: Writer, personId: string): Promise<void> {
  const person = await writer.person(personId);
  if (!person) throw new Error(`person ${personId} is missing`);
  const held = (await writer.rolesOfPerson(personId)).filter(
    ({ status }) => status === 'valid' || status === 'suspended',
  );
  const heldTypes = [...new Set(held.map(({ type }) => type))].sort();
  if (heldTypes.join() === person.heldTypes.join()) return;
  await updatePerson(writer, { ...person, heldTypes });
}
