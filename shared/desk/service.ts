import { z } from 'zod';
import { environmentSchema } from '../domain/vocabulary.ts';
import { exportNewsSchema, exportSchema } from './export.ts';
import { storeTroubles } from './state.ts';
import { topics } from './topics.ts';

/** What main tells the desk service. */
export const toServiceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    environment: environmentSchema,
    registry: z.url(),
    /** Whose store it is: the user name, which is the claim `sub` of the tokens. */
    subject: z.string(),
    /** The file of the store, one for each environment and account. */
    file: z.string(),
    /** The key of the store; none until stores are encrypted. */
    key: z.string().optional(),
    token: z.string().optional(),
    /** Overrides the hold time of the preferences, for development. */
    holdMs: z.int().min(0).optional(),
  }),
  /** A fresh token, or none where signing in failed. */
  z.object({ kind: z.literal('token'), token: z.string().optional() }),
  z.object({
    kind: z.literal('call'),
    id: z.int(),
    name: z.string(),
    input: z.unknown(),
  }),
  /** Write a file; `texts` holds its words by language and feature. The window has no way to name a path. */
  z.object({
    kind: z.literal('export'),
    id: z.int(),
    wanted: exportSchema,
    file: z.string(),
    /** Where it is written until it is whole, in the same folder. */
    draft: z.string(),
    language: z.string(),
    texts: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
  }),
  z.object({ kind: z.literal('stop_export'), id: z.int() }),
  /** Try again to open a store that could not be opened. */
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('close') }),
]);
export type ToService = z.infer<typeof toServiceSchema>;

/** What the desk service tells main. */
export const fromServiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  /** The store cannot be opened, for now or for good. */
  z.object({ kind: z.literal('unusable'), cause: z.enum(storeTroubles) }),
  /** The JSON of an `Answer`; main passes it on unopened. */
  z.object({ kind: z.literal('answer'), id: z.int(), json: z.string() }),
  z.object({ kind: z.literal('changed'), topics: z.array(z.enum(topics)) }),
  z.object({ kind: z.literal('export'), id: z.int(), news: exportNewsSchema }),
  /** The registry refused the token: main is to get another. */
  z.object({ kind: z.literal('token_wanted') }),
  /** Something for a desktop notification; names no person. */
  z.object({
    kind: z.literal('notice'),
    notice: z.enum(['newRequest', 'conflict']),
    roleId: z.uuid(),
    count: z.int().min(1),
  }),
  z.object({ kind: z.literal('closed') }),
]);
export type FromService = z.infer<typeof fromServiceSchema>;
