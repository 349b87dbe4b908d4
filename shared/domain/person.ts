import { z } from 'zod';
import { languageSchema, roleTypeSchema } from './vocabulary.ts';

/** The holder of an EU Login account. `heldTypes`: types of all valid and suspended roles (rule 4). */
export const personSchema = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  username: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  language: languageSchema,
  heldTypes: z.array(roleTypeSchema),
});
export type Person = z.infer<typeof personSchema>;

/** First and last name as one line. */
export function fullName(person: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
