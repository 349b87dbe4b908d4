import { and, sql } from 'drizzle-orm';
import type { Body } from '../shared/domain/body.ts';
import { bodies } from './schema.ts';
import type { Reader } from './store.ts';

/** The authorities of a country that are here; each stands below another, and by that they are found among operators. */
export function authoritiesIn(reader: Reader, country: string): Body[] {
  const isAuthority = sql`json_extract(${bodies.document}, '$.type') = 'authority'`;
  const isThere = sql`json_extract(${bodies.document}, '$.country') = ${country}`;
  return reader
    .select({ body: bodies.document })
    .from(bodies)
    .where(and(sql`${bodies.parentId} IS NOT NULL`, isAuthority, isThere))
    .all()
    .map(({ body }) => body);
}
