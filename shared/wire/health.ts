import { z } from 'zod';
import { environmentSchema, instantSchema } from '../domain/vocabulary.ts';

/** The version of the wire protocol that this code speaks. */
export const protocol = 1;

/** Where a desk signs its person in: the OpenID provider, the desk's name there, and what its tokens are to be for. */
export const signInPlaceSchema = z.object({
  issuer: z.url(),
  clientId: z.string().min(1),
  /** The resource indicator (RFC 8707): the audience of the tokens. */
  resource: z.string().min(1),
});
export type SignInPlace = z.infer<typeof signInPlaceSchema>;

/** `GET /v1/health`, without a token. */
export const healthSchema = z.object({
  status: z.literal('ok'),
  environment: environmentSchema,
  protocol: z.int(),
  time: instantSchema,
  /** Absent where nobody can sign in. */
  signIn: signInPlaceSchema.optional(),
});
export type Health = z.infer<typeof healthSchema>;
