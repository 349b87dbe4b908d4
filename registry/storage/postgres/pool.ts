import pg from 'pg';
import type { Connection } from '../sql/connection.ts';
import { StorageUnavailable } from '../storage.ts';
import { postgresConnection } from './connection.ts';
import { isUnavailable } from './errors.ts';
import { settleFeed } from './place.ts';

/** How long to wait for a connection, new or returned by others, before a call is told to come again. */
const patienceMs = 10_000;

/**
 * Settings of each connection. A registry that hangs, or that has gone without a word, must not keep a lock for long.
 * JIT would compile for longer than any of these statements takes.
 */
const settings = {
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
};

/** What every connection to this database is opened with. */
export function connectionConfig(
  address: string,
  more: Record<string, string> = {},
): pg.ClientConfig {
  const all = Object.entries({ ...settings, ...more });
  return {
    connectionString: address,
    application_name: 'roledesk registry',
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    options: all.map(([name, value]) => `-c ${name}=${value}`).join(' '),
  };
}

/** Connections for transactions. */
export interface Pool {
  /**
   * Commits when `work` resolves, rolls back when it rejects.
   * @param begin the statements that open the transaction
   * @throws {StorageUnavailable} where the database cannot be reached, or went away meanwhile
   */
  transact<T>(begin: string, work: (db: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens no connection before one is needed. */
export function openPool(address: string, size: number, settings?: Record<string, string>): Pool {
  const pool = new pg.Pool({
    ...connectionConfig(address, settings),
    max: size,
    onConnect: settleFeed,
  });
  // One that breaks while nobody uses it is replaced when it is needed.
  pool.on('error', () => undefined);
  const connections = new WeakMap<pg.PoolClient, Connection>();
  const broken = new WeakSet<pg.PoolClient>();

  async function borrow(): Promise<{ client: pg.PoolClient; db: Connection }> {
    const client = await pool.connect().catch((cause: unknown) => {
      throw new StorageUnavailable('no connection to PostgreSQL', { cause });
    });
    const db = connections.get(client) ?? postgresConnection(client);
    if (!connections.has(client)) {
      connections.set(client, db);
      for (const end of ['error', 'end'] as const) client.on(end, () => broken.add(client));
    }
    return { client, db };
  }

  /** On a broken connection there is nothing to roll back, and nobody to tell. */
  async function giveUp(client: pg.PoolClient): Promise<void> {
    if (broken.has(client)) return client.release(true);
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
  }

  return {
    transact: async (begin, work) => {
      const { client, db } = await borrow();
      try {
        await client.query(begin);
        const result = await work(db);
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT') throw new Error('a failed statement was passed over');
        client.release();
        return result;
      } catch (error) {
        if (isUnavailable(error)) broken.add(client);
        await giveUp(client);
        if (!broken.has(client)) throw error;
        throw new StorageUnavailable('the connection to PostgreSQL broke', { cause: error });
      }
    },
    close: () => pool.end(),
  };
}
