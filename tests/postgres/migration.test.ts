import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStorage } from '../../registry/storage/open.ts';
import { newDatabase, seededDatabase, withClient } from '../fixtures/databases.ts';

const migrations = join(import.meta.dirname, '../../registry/storage/postgres/migrations');
const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'));

/** All tables but those of the migrations, those that others refer to first. */
const tables = [
  ...['registry', 'feed_heads', 'signing_keys', 'persons', 'bodies', 'roles', 'history'],
  ...['decisions', 'filings', 'preferences', 'feed'],
];

/** A database as the first version left it, with what another one holds as far as that version knew it. */
async function firstVersion(from: string): Promise<string> {
  const { address } = await newDatabase();
  await withClient(address, async (client) => {
    await client.query(readFileSync(join(migrations, `${entries[0].tag}.sql`), 'utf8'));
    await client.query('CREATE SCHEMA drizzle');
    await client.query(
      'CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text, created_at bigint)',
    );
    await client.query(
      'INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)',
      ['first', entries[0].when],
    );
    for (const table of tables) {
      for (const row of await rowsOf(from, table)) {
        await client.query(
          `INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, $1)`,
          [JSON.stringify(row)],
        );
      }
    }
    await client.query(`SELECT setval('feed_seq', (SELECT max(head) FROM feed_heads))`);
  });
  return address;
}

async function rowsOf(address: string, table: string): Promise<Record<string, unknown>[]> {
  const statement = `SELECT * FROM ${table} t ORDER BY t::text`;
  return withClient(address, async (client) => (await client.query(statement)).rows);
}

async function contentOf(address: string): Promise<Record<string, Record<string, unknown>[]>> {
  const content: Record<string, Record<string, unknown>[]> = {};
  for (const table of tables) content[table] = await rowsOf(address, table);
  return content;
}

/** Some columns of rows, in an order of their own; which feed it is changes with the place of a database. */
function only(columns: string[], rows: Record<string, unknown>[]): string[] {
  const kept = columns.filter((name) => !['place', 'feed_id'].includes(name));
  return rows.map((row) => JSON.stringify(kept.map((name) => row[name]))).sort();
}

test('a database of the first version keeps all that is in it, whoever of two registries is first', async () => {
  const seeded = await seededDatabase(40);
  const address = await firstVersion(seeded.address);
  const before = await contentOf(address);
  expect(before.roles!.length).toBeGreaterThan(40);
  expect(before.persons![0]).not.toHaveProperty('told_at');

  const both = await Promise.all([
    openStorage(address, 'training'),
    openStorage(address, 'training'),
  ]);
  const ranAfter = await withClient(address, (client) =>
    client.query('SELECT FROM drizzle.__drizzle_migrations'),
  );
  expect(ranAfter.rowCount).toBe(entries.length);
  const after = await contentOf(address);
  for (const table of tables) {
    const columns = Object.keys(before[table]?.[0] ?? {});
    expect(only(columns, after[table]!), table).toEqual(only(columns, before[table]!));
  }
  const [one, other] = both;
  const head = await one.read((reader) => reader.feedHead());
  await other.write((writer) => writer.feedMove('above:x', 'role', 'x'));
  expect(await one.read((reader) => reader.feedHead())).toBe(head + 1);
  for (const storage of both) await storage.close();
  await seeded.drop();
});
