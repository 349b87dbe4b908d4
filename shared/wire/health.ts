import { z } from 'zod';
import { environmentSchema, instantSchema } from '../domain/vocabulary.ts';

/** The version of the wire protocol that this code speaks. */
export const protocol = 1;

/** `GET /v1/health`, without a token. */
export const healthSchema = z.object({
  status: z.literal('ok'),
  environment: environmentSchema,
  protocol: z.int(),
  time: instantSchema,
});
export type Health = z.infer<typeof healthSchema>;
