import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import { bodyColumns } from '../columns.ts';
import type { Storage, Touched } from '../storage.ts';
import { mutex } from './mutex.ts';
import { sqliteReader } from './reader.ts';
import { bodies, registry } from './schema.ts';
import { sqliteWriter } from './writer.ts';

const migrationsFolder = join(import.meta.dirname, '..', 'migrations');

/**
 * Opens a registry's SQLite file, making it and bringing its schema up to date where need be. Two connections: one
 * writes, one reads, so that nobody reads what is not yet committed.
 * @throws where the file cannot be opened, or belongs to another environment
 */
export function openSqlite(file: string, environment: Environment): Storage {
  const writing = connect(file);
  const writingDb = drizzle(writing);
  migrate(writingDb, { migrationsFolder });
  identify(writingDb, environment);
  fillInColumns(writingDb);
  const reading = connect(file);
  const reader = sqliteReader(drizzle(reading));
  const tracked = sqliteWriter(writingDb);
  const readTurn = mutex();
  const writeTurn = mutex();
  const listeners: ((touched: Touched) => void)[] = [];

  return {
    read: (work) => readTurn(() => transact(reading, 'BEGIN', () => work(reader))),
    write: async (work) => {
      const { result, touched } = await writeTurn(() =>
        transact(writing, 'BEGIN IMMEDIATE', async () => {
          tracked.begin();
          return { result: await work(tracked.writer), touched: tracked.finish() };
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

function identify(db: ReturnType<typeof drizzle>, environment: Environment): void {
  const known = db.select().from(registry).get();
  if (known === undefined) {
    db.insert(registry).values({ id: 1, environment, feedId: randomUUID(), head: 0 }).run();
  } else if (known.environment !== environment) {
    throw new Error(`the database belongs to the environment ${known.environment}`);
  }
}

/** Bodies that an older version kept have no columns yet: SQL cannot fold a name. */
function fillInColumns(db: ReturnType<typeof drizzle>): void {
  db.transaction((transaction) => {
    const old = transaction
      .select({ document: bodies.document })
      .from(bodies)
      .where(eq(bodies.nameKey, ''));
    for (const { document } of old.all()) {
      const columns = bodyColumns(document);
      transaction.update(bodies).set(columns).where(eq(bodies.id, document.id)).run();
    }
  });
}
