import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import { fillInColumns } from '../sql/fillInColumns.ts';
import { identify } from '../sql/identity.ts';
import { sqlReader } from '../sql/reader.ts';
import { sqlWriter } from '../sql/writer.ts';
import type { Storage } from '../storage.ts';
import { sqliteConnection } from './connection.ts';
import { mutex } from './mutex.ts';
import { sqliteNumbers } from './numbers.ts';

const migrationsFolder = join(import.meta.dirname, '..', 'migrations');
const addRegistry = 'INSERT INTO registry (id, environment, feed_id, head) VALUES (1, $1, $2, 0)';

/**
 * Opens a registry's SQLite file, making it and bringing its schema up to date where need be. Two connections: one
 * writes, one reads, so that nobody reads what is not yet committed.
 * @throws where the file cannot be opened, or belongs to another environment
 */
export async function openSqlite(file: string, environment: Environment): Promise<Storage> {
  const writing = connect(file);
  migrate(drizzle(writing), { migrationsFolder });
  const writingDb = sqliteConnection(writing);
  const numbers = sqliteNumbers(writingDb);
  await transact(writing, 'BEGIN IMMEDIATE', async () => {
    await identify(writingDb, environment, addRegistry);
    await fillInColumns(writingDb);
  });
  const reading = connect(file);
  const readingDb = sqliteConnection(reading);
  const reader = sqlReader(readingDb, sqliteNumbers(readingDb));
  const readTurn = mutex();
  const writeTurn = mutex();
  const listeners: Parameters<Storage['onCommit']>[0][] = [];

  return {
    read: (work) => readTurn(() => transact(reading, 'BEGIN', () => work(reader))),
    write: async (work) => {
      const { result, touched } = await writeTurn(() =>
        transact(writing, 'BEGIN IMMEDIATE', async () => {
          const { writer, finish } = sqlWriter(writingDb, numbers);
          return { result: await work(writer), touched: await finish() };
        }),
      );
      for (const listener of listeners) listener(touched);
      return result;
    },
    onCommit: (listener) => listeners.push(listener),
    close: async () => {
      await writeTurn(async () => writing.close());
      await readTurn(async () => reading.close());
    },
  };
}

function connect(file: string): Database.Database {
  const client = new Database(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  return client;
}

async function transact<T>(
  client: Database.Database,
  begin: string,
  work: () => Promise<T>,
): Promise<T> {
  client.exec(begin);
  try {
    const result = await work();
    client.exec('COMMIT');
    return result;
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK');
    throw error;
  }
}
