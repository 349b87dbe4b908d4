import { z } from 'zod';
import { scopeSchema } from './me.ts';

const developmentPersonSchema = z.object({
  username: z.string(),
  name: z.string(),
  administers: z.array(scopeSchema.omit({ isAdmin: true })),
});
export type DevelopmentPerson = z.infer<typeof developmentPersonSchema>;

/** `GET /dev/people`, with `--dev` only. */
export const devPeopleSchema = z.array(developmentPersonSchema);

/** Body of `POST /dev/token`, with `--dev` only; `expiresIn` in seconds. */
export const devTokenRequestSchema = z.strictObject({
  username: z.string().min(1),
  expiresIn: z.int().min(1).max(86_400).optional(),
});

export const devTokenSchema = z.object({
  access_token: z.string(),
  expires_in: z.number(),
});
