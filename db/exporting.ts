import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PageQuery } from '../shared/desk/queues.ts';
import { inQueue, leftBy } from './filter.ts';
import { orderOf } from './queues.ts';
import { lines, roles } from './schema.ts';
import type { Reader } from './store.ts';

/** What of a queue is exported, and in which order. */
export type Look = Pick<PageQuery, 'queue' | 'filter' | 'sort'>;

/** A line of an exported view. */
export type ExportedLine = typeof lines.$inferSelect & { personId: string };

const rowId = sql<number>`${lines}.rowid`;

/**
 * The numbers under which the store keeps the lines of a view, in its order: a million of them are a few megabytes, where
 * the lines themselves would be a gigabyte.
 */
export function viewKeys(reader: Reader, look: Look, at: Date): number[] {
  const found = reader
    .select({ key: rowId.as('key') })
    .from(lines)
    .where(foundBy(reader, look, at))
    .orderBy(...orderOf(look.sort));
  return keysOf(reader, sql`${found}`);
}

/** The lines of these numbers in their order, as they stand now; what has left the view since is left out. */
export function viewLines(reader: Reader, look: Look, keys: number[], at: Date): ExportedLine[] {
  const rows = reader
    .select({ key: rowId, line: lines, personId: roles.personId })
    .from(lines)
    .innerJoin(roles, eq(roles.id, lines.id))
    .where(and(inArray(rowId, keys), foundBy(reader, look, at)))
    .all();
  const byKey = new Map(rows.map(({ key, line, personId }) => [key, { ...line, personId }]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** The column `key` of a query, through one text: an object for each of a million rows would be too much. */
export function keysOf(reader: Reader, query: SQL): number[] {
  const { keys } = reader.get<{ keys: string }>(
    sql`SELECT json_group_array(key) AS keys FROM (${query})`,
  );
  return JSON.parse(keys);
}

function foundBy(reader: Reader, { queue, filter }: Look, at: Date): SQL | undefined {
  return and(inQueue(queue), leftBy(reader, filter, at));
}
