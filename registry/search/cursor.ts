import { z } from 'zod';
import { hashOf } from '../hash.ts';

/** Where a search stands: behind this body in the order of names; `of` tells which search it belongs to. */
const cursorSchema = z.strictObject({ nameKey: z.string(), id: z.uuid(), of: z.string() });
export type SearchCursor = z.infer<typeof cursorSchema>;

/** What a cursor belongs to: the same filters give the same text. */
export function searchOf(filters: object): string {
  return hashOf(filters).slice(0, 22);
}

/** The cursor as text, opaque to clients. */
export function writeSearchCursor(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** The cursor that a text stands for, or undefined where it is none. */
export function readSearchCursor(text: string): SearchCursor | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return cursorSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
