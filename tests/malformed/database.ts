import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';
import { fileOf } from '../fixtures/databases.ts';

/** Looks at a registry's database from outside. */
export interface WatchedDatabase {
  /** Changes with every write of anybody else. */
  version(): Promise<unknown>;
  /** Stands for the content of every table. */
  fingerprint(): Promise<string>;
  close(): Promise<void>;
}

export async function watchDatabase(address: string): Promise<WatchedDatabase> {
  return address.startsWith('sqlite:') ? watchFile(fileOf(address)) : watchServer(address);
}

function watchFile(file: string): WatchedDatabase {
  const client = new Database(file, { readonly: true });
  const tables = client
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    .all();
  return {
    version: async () => client.pragma('data_version', { simple: true }),
    fingerprint: async () => {
      const hash = createHash('sha256');
      for (const { name } of tables) {
        hash.update(`\n${name}\n`);
        const rows = client.prepare<[], unknown>(`SELECT * FROM "${name}" ORDER BY 1, 2`).iterate();
        for (const row of rows) hash.update(JSON.stringify(row));
      }
      return hash.digest('hex');
    },
    close: async () => void client.close(),
  };
}

/** Counts writes by triggers; of a sequence, which also counts what is rolled back. */
const watch = `
  CREATE SEQUENCE watched;
  CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM nextval(''watched''); RETURN NULL; END';`;

async function watchServer(address: string): Promise<WatchedDatabase> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  await client.query(watch);
  for (const { name } of rows) {
    await client.query(
      `CREATE TRIGGER watched AFTER INSERT OR UPDATE OR DELETE ON ${name} EXECUTE FUNCTION watch()`,
    );
  }
  return {
    version: async () => (await client.query('SELECT last_value, is_called FROM watched')).rows,
    fingerprint: async () => {
      const hash = createHash('sha256');
      for (const { name } of rows) {
        const found = await client.query(`SELECT t::text FROM ${name} t ORDER BY 1`);
        hash.update(`\n${name}\n${JSON.stringify(found.rows)}`);
      }
      return hash.digest('hex');
    },
    close: () => client.end(),
  };
}
