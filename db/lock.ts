import Database from 'better-sqlite3';

/** How long a desk that is just closing the store may take. */
export const busyTimeoutMs = 5000;

/**
 * Keeps other desks from a store: before it is opened, and until the result is called or the process ends. The store's
 * own lock comes too late: to get it SQLite reads the log, and what it does not understand there it drops.
 * @throws {SqliteError} SQLITE_BUSY where another has it for longer than `patienceMs`
 */
export function lockStore(file: string, patienceMs = busyTimeoutMs): () => void {
  const lock = new Database(`${file}-lock`, { timeout: patienceMs });
  try {
    // Nothing is ever written: without this a journal would lie beside it.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
