import { z } from 'zod';
import type { Seat } from '../../shared/domain/seats.ts';
import { hashOf } from '../hash.ts';
import { opaque } from '../opaque.ts';

/**
 * Where a pull stands: behind which sequence number, in the feeds of which seats of which database. What had gone up to
 * `from` need not be told any more: that is the last sequence number given when the pull began from the start, or when
 * it last was at the end. `remaining` rows were to come when the last one given was `head`: while that stands nothing
 * needs to be counted anew.
 */
const cursorSchema = z.strictObject({
  seq: z.int().min(0),
  from: z.int().min(0).default(0),
  of: z.string(),
  head: z.int().min(0),
  remaining: z.int().min(0),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** What a cursor belongs to: another database or another set of seats gives another text. */
export function ownerOf(feedId: string, seats: Seat[]): string {
  return hashOf([feedId, ...seats]).slice(0, 22);
}

/** The cursor as text, and back. */
export const feedCursor = opaque(cursorSchema);
