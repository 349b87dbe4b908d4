import Database from 'better-sqlite3';
import type { StoreTrouble } from '../shared/desk/state.ts';
import { StoreRefused } from './open.ts';

/**
 * Why the store cannot be opened, read or written, where that is not its own fault and may pass; undefined for all
 * else, damage included.
 */
export function storeTroubleOf(error: unknown): StoreTrouble | undefined {
  if (error instanceof StoreRefused) return error.code;
  if (error instanceof Database.SqliteError) return sqliteTroubleOf(error.code);
  return error instanceof Error && 'code' in error ? systemTroubles.get(error.code) : undefined;
}

/** https://www.sqlite.org/rescode.html: extended codes begin with the primary one. */
function sqliteTroubleOf(code: string): StoreTrouble | undefined {
  // The shared memory of the log could not grow: its file lies beside the store.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk_full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(code)) return 'disk_failing';
  return undefined;
}

/** What Node says where the folder of the store cannot be made or used. */
const systemTroubles = new Map<unknown, StoreTrouble>([
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EACCES', 'disk_failing'],
  ['EPERM', 'disk_failing'],
  ['EROFS', 'disk_failing'],
  ['EIO', 'disk_failing'],
]);
