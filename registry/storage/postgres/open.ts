import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { Connection, Numbers } from '../sql/connection.ts';
import { sqlReader } from '../sql/reader.ts';
import { sqlWriter } from '../sql/writer.ts';
import type { Storage } from '../storage.ts';
import { prepare } from './migrate.ts';
import { hearNotices, notify } from './notices.ts';
import { postgresNumbers } from './numbers.ts';
import { openPool } from './pool.ts';
import { writeAsIfAlone } from './writing.ts';

/** So many transactions of one registry run at once; those behind wait for a connection. */
const readers = 8;
const writers = 8;

const readOnly = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Opens a registry's PostgreSQL database, bringing its schema up to date where need be. Other registries may have it
 * open as well: all that they share is in it.
 * @param numbersOf how its feeds are numbered: tests show what other ways would do
 * @throws where it cannot be reached, or belongs to another environment
 */
export async function openPostgres(
  address: string,
  environment: Environment,
  numbersOf: (db: Connection) => Numbers = postgresNumbers,
): Promise<Storage> {
  await prepare(address, environment);
  const reading = openPool(address, readers);
  // Whoever reads a table from end to end has read what everybody else writes to it, and cannot run beside them.
  const writing = openPool(address, writers, { enable_seqscan: 'off' });
  const listeners: Parameters<Storage['onCommit']>[0][] = [];
  const stopHearing = await hearNotices(address, (touched) => {
    for (const listener of listeners) listener(touched);
  });

  return {
    read: (work) => reading.transact(readOnly, (db) => work(sqlReader(db, numbersOf(db)))),
    write: (work) =>
      writeAsIfAlone(writing, async (db) => {
        const { writer, finish } = sqlWriter(db, numbersOf(db));
        const result = await work(writer);
        await notify(db, await finish());
        return result;
      }),
    onCommit: (listener) => listeners.push(listener),
    close: async () => {
      await Promise.all([writing.close(), reading.close()]);
      await stopHearing();
    },
  };
}
