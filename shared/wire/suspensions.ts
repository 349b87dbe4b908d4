import { z } from 'zod';

/** Body of `POST /v1/suspensions`: whose roles, and why, as a short code such as `devices_reset`. */
export const suspensionRequestSchema = z.strictObject({
  username: z.string().min(1).max(300),
  code: z.string().regex(/^[a-z][a-z0-9_]{0,49}$/),
});

/** Answer of `POST /v1/suspensions`: the ids of the roles that became suspended. */
export const suspensionAnswerSchema = z.object({ roles: z.array(z.uuid()) });
