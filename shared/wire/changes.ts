import { z } from 'zod';
import { bodySchema } from '../domain/body.ts';
import { personSchema } from '../domain/person.ts';
import { roleSchema } from '../domain/role.ts';

/** One thing that entered, changed in or left the caller's scope. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('body'), id: z.uuid(), body: bodySchema }),
  z.object({ kind: z.literal('person'), id: z.uuid(), person: personSchema }),
  z.object({ kind: z.literal('role'), id: z.uuid(), role: roleSchema }),
  z.object({
    kind: z.literal('gone'),
    id: z.uuid(),
    of: z.enum(['body', 'person', 'role']),
  }),
]);
export type Change = z.infer<typeof changeSchema>;

export const changesLimit = { min: 1, max: 1000, usual: 500 } as const;

/** Query of `GET /v1/changes`; no cursor asks from the start. */
export const changesQuerySchema = z.strictObject({
  cursor: z.string().min(1).optional(),
  limit: z.coerce
    .number()
    .int()
    .min(changesLimit.min)
    .max(changesLimit.max)
    .default(changesLimit.usual),
});

/** Answer of `GET /v1/changes`, oldest first; bodies and persons before the roles that name them. */
export const changesSchema = z.object({
  changes: z.array(changeSchema),
  cursor: z.string(),
  hasMore: z.boolean(),
  remaining: z.int().min(0),
});
export type Changes = z.infer<typeof changesSchema>;
