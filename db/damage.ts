import Database from 'better-sqlite3';

/** The store's file is not as it was written; nothing in it was changed. */
export class StoreDamaged extends Error {}

/** Whether the store's file is damaged, as far as we or SQLite have met it. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StoreDamaged) return true;
  if (!(error instanceof Database.SqliteError)) return false;
  return error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB';
}
