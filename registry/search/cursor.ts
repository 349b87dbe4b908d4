import { z } from 'zod';
import { hashOf } from '../hash.ts';
import { opaque } from '../opaque.ts';

/** Where a search stands: behind this body in the order of names; `of` tells which search it belongs to. */
const cursorSchema = z.strictObject({ nameKey: z.string(), id: z.uuid(), of: z.string() });
export type SearchCursor = z.infer<typeof cursorSchema>;

/** What a cursor belongs to: the same filters give the same text. */
export function searchOf(filters: object): string {
  return hashOf(filters).slice(0, 22);
}

/** The cursor as text, and back. */
export const searchCursor = opaque(cursorSchema);
