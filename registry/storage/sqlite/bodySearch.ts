import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Body } from '../../../shared/domain/body.ts';
import type { BodySearch } from '../storage.ts';
import { bodies } from './schema.ts';

/** The bodies that fit a search, by folded name and id. */
export function searchBodies(
  db: BetterSQLite3Database,
  { type, country, facets, words, after, limit }: BodySearch,
): Body[] {
  const { nameKey, id } = bodies;
  return db
    .select({ document: bodies.document })
    .from(bodies)
    .where(
      and(
        eq(bodies.type, type),
        country === undefined ? undefined : eq(bodies.country, country),
        ...facets.map((each) => contains(bodies.facets, `|${each}|`)),
        ...words.map((word) => contains(bodies.searchText, word)),
        after && or(gt(nameKey, after.nameKey), and(eq(nameKey, after.nameKey), gt(id, after.id))),
      ),
    )
    .orderBy(asc(nameKey), asc(id))
    .limit(limit)
    .all()
    .map(({ document }) => document);
}

function contains(column: AnySQLiteColumn, text: string): SQL {
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  return sql`${column} like ${`%${escaped}%`} escape '\\'`;
}
