import { z } from 'zod';
import type { Seat } from '../../../shared/domain/seats.ts';
import { environmentSchema, statusSchema } from '../../../shared/domain/vocabulary.ts';

// What the rows of a database are: it is a border like any other.

/** A whole number; PostgreSQL gives large ones as texts. */
const wholeNumber = z.union([z.string(), z.number(), z.null()]).transform(Number).pipe(z.int());

const seat = z.custom<Seat>((value) => typeof value === 'string');

export const idRow = z.object({ id: z.string() });
export const seatRow = z.object({ seat });
export const documentRow = z.object({ document: z.string() });
export const numberRow = z.object({ number: wholeNumber });

export const identityRow = z
  .object({ environment: environmentSchema, feed_id: z.string() })
  .transform((row) => ({ environment: row.environment, feedId: row.feed_id }));
export const operatorTextRow = z
  .object({ id: z.string(), name_key: z.string(), search_text: z.string() })
  .transform((row) => ({ id: row.id, nameKey: row.name_key, searchText: row.search_text }));
export const roleInBodyRow = z.object({ id: z.string(), status: statusSchema });
export const keptRow = z.object({ content_hash: z.string(), result: z.string() });
export const signingKeyRow = z.object({ id: z.string(), jwk: z.string() });
export const preferencesRow = z.object({ revision: z.int(), document: z.string() });

/** SQLite has no truth values, and gives 0 or 1. */
const truth = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);

export const feedRow = z
  .object({
    seq: wholeNumber,
    kind: z.enum(['body', 'person', 'role']),
    entity_id: z.string(),
    gone: truth,
  })
  .transform(({ entity_id: id, ...row }) => ({ ...row, id }));
export const shownRow = z.object({ seat, again: truth, gone: truth });
export const roleShownRow = z.object({ id: z.string(), shown: truth });
export const placeRow = z.object({ seat, seq: wholeNumber });
