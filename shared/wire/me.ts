import { z } from 'zod';
import { personSchema } from '../domain/person.ts';
import { preferencesSchema } from '../domain/preferences.ts';
import { authorityKindSchema, countrySchema } from '../domain/vocabulary.ts';

/** A body that the caller administers: the position from which roles are seen and decided. */
export const scopeSchema = z.object({
  bodyId: z.uuid(),
  kind: z.union([authorityKindSchema, z.literal(['control_body', 'operator'])]),
  country: countrySchema,
  name: z.string(),
  isAdmin: z.boolean(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** `GET /v1/me` */
export const meSchema = z.object({
  person: personSchema,
  scopes: z.array(scopeSchema),
  preferences: preferencesSchema,
  /**
   * Which database answers. Another one than before: it was restored from a backup, and may have lost what it had
   * recorded since. Older registries do not tell.
   */
  database: z.uuid().optional(),
});
export type Me = z.infer<typeof meSchema>;
