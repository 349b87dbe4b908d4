import type { Body } from '../../../shared/domain/body.ts';
import type { BodySearch } from '../storage.ts';
import type { Connection, Value } from './connection.ts';
import { documents } from './select.ts';

/** The bodies that fit a search, by folded name and id. */
export async function searchBodies(
  db: Connection,
  { type, country, facets, words, after, limit }: BodySearch,
): Promise<Body[]> {
  const values: Value[] = [];
  const given = (value: Value) => `$${values.push(value)}`;
  const contains = (column: string, text: string) =>
    `${column} LIKE ${given(`%${text.replace(/[\\%_]/g, '\\$&')}%`)} ESCAPE '\\'`;
  const conditions = [
    `type = ${given(type)}`,
    ...(country === undefined ? [] : [`country = ${given(country)}`]),
    ...facets.map((each) => contains('facets', `|${each}|`)),
    ...words.map((word) => contains('search_text', word)),
    ...(after ? [`(name_key, id) > (${given(after.nameKey)}, ${given(after.id)})`] : []),
  ];
  const statement = `SELECT document FROM bodies WHERE ${conditions.join(' AND ')}
    ORDER BY name_key, id LIMIT ${given(limit)}`;
  return documents<Body>(db, statement, ...values);
}
