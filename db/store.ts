import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** Reads the store. */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | 'get' | 'all'>;

/** Changes the store; there is one only within `Store.write`. */
export type Writer = Reader & Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete'>;

/** An open store: the desk's copy of all that it may see, and its outbox. */
export interface Store {
  reader: Reader;
  /** Runs the work in one transaction: all of it is kept, or, where it throws, nothing. */
  write: <T>(work: (writer: Writer) => T) => T;
  /**
   * Reads the whole file in the background and compares it with what was written.
   * @throws {StoreDamaged} where a page is not as it was written
   */
  verify: (signal: AbortSignal) => Promise<void>;
  close: () => void;
}

/** A list in parts of at most `size`. */
export function chunked<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

/** How many rows one statement reads or writes: SQLite takes 32,766 parameters. */
export const chunkSize = 500;
