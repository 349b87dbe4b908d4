import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../sql/connection.ts';
import { isOvertaken } from './errors.ts';
import type { Pool } from './pool.ts';

/** How often a transaction is tried beside others before it gets the database to itself. */
const attemptsBesideOthers = 4;

/** So long, times the attempts so far, and not all the same: else those who met would meet again. */
const pauseMs = 5;

/** A lock that is taken before anything is read lets the transaction see what it waited for. */
const begin = (lock: string) =>
  `BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE registry IN ${lock} MODE`;

/**
 * Runs a write as if it were alone. Writes run beside each other; PostgreSQL ends one that has read what another changes
 * meanwhile, and it is done again. One that loses again and again gets its turn while the others wait.
 */
export async function writeAsIfAlone<T>(
  pool: Pool,
  work: (db: Connection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; attempt <= attemptsBesideOthers; attempt += 1) {
    try {
      return await pool.transact(begin('ROW SHARE'), work);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      await wait(Math.random() * pauseMs * attempt);
    }
  }
  return pool.transact(begin('EXCLUSIVE'), work);
}
