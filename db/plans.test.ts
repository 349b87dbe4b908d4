import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import { checkSelection } from './check.ts';
import { roleDetail } from './detail.ts';
import type { Reader } from './store.ts';
import { fileOf, storeWithOne } from './world.fixture.ts';

/** What SQLite would read whole, or a status of it whole, for what a reader is asked: its own words on its plans. */
function readWholeBy(work: (reader: Reader, roleId: string) => unknown): string[] {
  const { store, role } = storeWithOne();
  const file = fileOf(store);
  store.close();
  const client = new Database(file, { readonly: true });
  const asked: [string, unknown[]][] = [];
  work(drizzle(client, { logger: { logQuery: (...query) => asked.push(query) } }), role.id);
  const plans = asked.flatMap(([query, given]) =>
    client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`).all(...given),
  );
  client.close();
  return plans
    .map(({ detail }) => detail)
    .filter((detail) => /SCAN (roles|lines|bodies|persons)|\blines_/.test(detail));
}

test('a request, and what it names, is found by keys: a queue may have a million lines', () => {
  expect(readWholeBy(roleDetail)).toEqual([]);
});

test('so are the roles of a selection', () => {
  expect(readWholeBy((reader, roleId) => checkSelection(reader, [roleId]))).toEqual([]);
});
