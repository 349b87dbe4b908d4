import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import { fillInColumns } from '../sql/fillInColumns.ts';
import { identify } from '../sql/identity.ts';
import { postgresConnection } from './connection.ts';
import { locks } from './locks.ts';
import { connectionConfig } from './pool.ts';

const migrationsFolder = join(import.meta.dirname, 'migrations');
const addRegistry = 'INSERT INTO registry (id, environment, feed_id) VALUES (1, $1, $2)';

/**
 * Brings a database up to date; of several registries that start at once, one after the other.
 * @throws where it cannot be reached, or belongs to another environment
 */
export async function prepare(address: string, environment: Environment): Promise<void> {
  const client = new pg.Client(connectionConfig(address));
  // What breaks shows in the statement that is under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [locks.migrating]);
    await migrate(drizzle(client), { migrationsFolder });
    const db = postgresConnection(client);
    await identify(db, environment, addRegistry);
    await fillInColumns(db);
  } finally {
    await client.end();
  }
}
