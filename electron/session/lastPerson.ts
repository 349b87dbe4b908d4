import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import { type Remembered, remembered } from '../settings/remembered.ts';

/** Who signed in last in an environment, and the name of their store: what is opened before anybody answers. */
const lastPersonSchema = z.object({
  subject: z.string().min(1),
  store: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LastPerson = z.infer<typeof lastPersonSchema>;

/** The person to whose store this profile opens in an environment. */
export function lastPersonOf(profile: string, environment: Environment): Remembered<LastPerson> {
  return remembered(join(profile, 'accounts', `${environment}.json`), lastPersonSchema);
}

/** A person with the name of their store: one that every file system takes, and that tells `Anna` and `anna` apart. */
export function personOf(subject: string): LastPerson {
  return { subject, store: createHash('sha256').update(subject).digest('hex') };
}

/** The file of a person's store. */
export function storeFile(profile: string, environment: Environment, { store }: LastPerson) {
  return join(profile, 'stores', environment, `${store}.sqlite`);
}
