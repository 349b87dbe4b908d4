import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { StoreDamaged } from './damage.ts';
import { readSums, type Written } from './pageSums.ts';
import { pageSize, Wal } from './wal.ts';

/** A store as it lies on the disk, before SQLite has touched it. */
export interface FoundStore {
  /** Of its schema; 0: there is none yet. */
  schemaVersion: number;
  /** How many pages its file has, a begun one included. */
  pageCount: number;
  wal: Wal;
  /** Undefined where that is not known: the store is new, from before there were sums, or the sums are damaged. */
  written: Written | undefined;
}

/**
 * Looks at a store without changing a byte.
 * @throws {StoreDamaged} where not even the version of its schema can be told
 */
export function findStore(file: string): FoundStore {
  if (existsSync(asideFile(file)))
    throw new StoreDamaged('its setting aside did not come to an end');
  const sums = readSums(file);
  const wal = new Wal(`${file}-wal`);
  wal.readOn();
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const written = typeof sums === 'string' ? undefined : sums;
  if (size === 0) {
    if (sums !== 'none' || wal.hasRoomFor(1)) throw new StoreDamaged('the file is empty');
    return { schemaVersion: 0, pageCount: 0, wal, written };
  }
  const firstPage = wal.firstPage ?? firstPageOf(file, written);
  if (firstPage.toString('latin1', 0, magic.length) !== magic) {
    throw new StoreDamaged('the file is no store');
  }
  const schemaVersion = firstPage.readUInt32BE(schemaVersionAt);
  return { schemaVersion, pageCount: Math.ceil(size / pageSize), wal, written };
}

/**
 * Whether what was written last is lost, and nothing else: the computer has stopped before it was on the disk.
 * @throws {StoreDamaged} where more than that is not as it was written
 */
export function isEndLost({ wal, written, pageCount }: FoundStore): boolean {
  if (written && pageCount > Math.max(written.sums.length, wal.pageCount)) {
    throw new StoreDamaged('the file is longer than it was written');
  }
  const tail = wal.tail();
  if (tail === 'hides_commit') throw new StoreDamaged('the log is broken off before its end');
  if (!written) return tail === 'broken_commit';
  const { end } = written;
  if (!end) return false;
  if (wal.end?.salts === end.salts && wal.end.frames >= end.frames) return false;
  if (wal.hasRoomFor(end.frames)) throw new StoreDamaged('the end of the log is not as written');
  return true;
}

/** The file that says, while a store is being set aside, how far that is. */
export function asideFile(file: string): string {
  return `${file}-aside`;
}

// https://www.sqlite.org/fileformat2.html#the_database_header
const magic = 'SQLite format 3\0';
const schemaVersionAt = 60;

function firstPageOf(file: string, written: Written | undefined): Buffer {
  const page = Buffer.alloc(pageSize);
  const main = openSync(file, 'r');
  try {
    readSync(main, page, 0, pageSize, 0);
  } finally {
    closeSync(main);
  }
  if (written && crc32(page) !== written.sums[0]) {
    throw new StoreDamaged('the first page is not as it was written');
  }
  return page;
}
