import { type SQL, sql } from 'drizzle-orm';
import { seatsOf } from '../shared/domain/seats.ts';
import { readDesk } from './desk.ts';
import { bodies, lines } from './schema.ts';
import type { Reader } from './store.ts';

/**
 * The condition on a line that its role is seen from one position of the desk's person (rule 12): one of the seats
 * nearest to the role is the position's own, or lies below it in the tree. Without a position all are seen; from one
 * that the person does not hold, none is.
 */
export function seenAs(reader: Reader, bodyId: string | undefined): SQL | undefined {
  if (bodyId === undefined) return undefined;
  const position = readDesk(reader).me?.scopes.find((scope) => scope.bodyId === bodyId);
  const below = position ? authoritiesBelow(reader, bodyId) : [];
  const seats = [...(position ? seatsOf(position) : []), ...below.map((id) => `above:${id}`)];
  return sql`EXISTS (
    SELECT 1 FROM json_each(${lines.seats})
    WHERE value IN (SELECT value FROM json_each(${JSON.stringify(seats)}))
  )`;
}

function authoritiesBelow(reader: Reader, bodyId: string): string[] {
  const found = reader.all<{ id: string }>(sql`
    WITH RECURSIVE below (id) AS (
      SELECT ${bodies.id} FROM ${bodies} WHERE ${bodies.parentId} = ${bodyId}
      UNION
      SELECT ${bodies.id} FROM ${bodies} JOIN below ON ${bodies.parentId} = below.id
    )
    SELECT id FROM below`);
  return found.map(({ id }) => id);
}
