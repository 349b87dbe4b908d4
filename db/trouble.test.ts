import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { StoreRefused } from './open.ts';
import { storeTroubleOf } from './trouble.ts';

const sqlite = (code: string) => new Database.SqliteError('of SQLite', code);
const system = (code: string) => Object.assign(new Error('of the system'), { code });

test.each([
  [new StoreRefused('newer_schema'), 'newer_schema'],
  [new StoreRefused('other_environment'), 'other_environment'],
  [sqlite('SQLITE_BUSY'), 'locked'],
  [sqlite('SQLITE_BUSY_SNAPSHOT'), 'locked'],
  [sqlite('SQLITE_LOCKED'), 'locked'],
  [sqlite('SQLITE_FULL'), 'disk_full'],
  [sqlite('SQLITE_IOERR_SHMSIZE'), 'disk_full'],
  [system('ENOSPC'), 'disk_full'],
  [sqlite('SQLITE_IOERR_READ'), 'disk_failing'],
  [sqlite('SQLITE_READONLY_DIRECTORY'), 'disk_failing'],
  [sqlite('SQLITE_CANTOPEN'), 'disk_failing'],
  [system('EACCES'), 'disk_failing'],
])('%o is %s', (error, trouble) => {
  expect(storeTroubleOf(error)).toBe(trouble);
});

test.each([
  sqlite('SQLITE_CORRUPT'),
  sqlite('SQLITE_NOTADB'),
  sqlite('SQLITE_CONSTRAINT_UNIQUE'),
  system('ECONNREFUSED'),
  new TypeError('of ours'),
  'no error at all',
])('%o is no trouble of the store', (error) => {
  expect(storeTroubleOf(error)).toBeUndefined();
});
