import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type Database from 'better-sqlite3';
import { isDamage, StoreDamaged } from './damage.ts';
import type { FoundStore } from './found.ts';
import { reach } from './moments.ts';
import { sumsFile, writeEnd, writeSums } from './pageSums.ts';
import { pageSize, type Wal } from './wal.ts';

/** How long the log may grow, in pages: some 40 MB. */
const longestLog = 10_000;
const pagesAtOnce = 256;
/** Between two pieces: whoever opens the desk is not to wait for its file to be read. */
const restMs = 3;

const sumOfZeros = crc32(Buffer.alloc(pageSize));

/**
 * Holds the pages of an open store against the sums of what was written. It alone moves pages from the log into the
 * file: their sums come first, so that at any moment each page either fits its sum or lies in the log, which has
 * checksums of its own.
 */
export class Guard {
  readonly #file: string;
  readonly #client: Database.Database;
  /** Open as long as the store is: closing it would end the lock that SQLite has on the file. */
  readonly #main: number;
  readonly #wal: Wal;
  #sums: Uint32Array;
  /** Whether the sums are kept beside the store. */
  #isKept: boolean;
  /** Whether they hold what is in the log. */
  #isSummed: boolean;
  /** Pages whose place in the file is not read any more: they were in the log at the beginning, or were summed since. */
  readonly #renewed: Set<number>;
  /** Holds one piece of the file after the other: new ones would be garbage by the hundred. */
  readonly #slice = Buffer.alloc(pagesAtOnce * pageSize);
  /** Up to which page the file has been compared. */
  #compared = 0;

  /** @param client has the lock of the store */
  constructor(file: string, client: Database.Database, { wal, written }: FoundStore) {
    this.#file = file;
    this.#client = client;
    this.#wal = wal;
    this.#main = openSync(file, 'r');
    this.#sums = written?.sums ?? new Uint32Array();
    this.#isKept = written !== undefined;
    this.#isSummed = written !== undefined && wal.end === undefined;
    this.#renewed = new Set(wal.pages.keys());
  }

  /** Takes the file as it is for a store without sums. @throws {StoreDamaged} where SQLite finds something wrong */
  takeAsWritten(): void {
    const found = this.#client.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreDamaged(String(found));
    const count = Math.ceil(fstatSync(this.#main).size / pageSize);
    this.#sums = new Uint32Array(count);
    for (const { page, sum } of this.#pages(1, count)) this.#sums[page - 1] = sum;
    this.#compared = count;
  }

  /** To be called after each transaction. @throws {StoreDamaged} and what the file system and SQLite throw */
  keep(): void {
    const before = this.#wal.end;
    this.#wal.readOn();
    const { end } = this.#wal;
    if (end?.frames === before?.frames && end?.salts === before?.salts && this.#isKept) return;
    this.#isSummed = false;
    if (this.#isKept && end) writeEnd(this.#file, end);
    if (!this.#isKept || (end?.frames ?? 0) > longestLog) this.checkpoint();
  }

  /** Moves the log into the file. @throws {StoreDamaged} and what the file system and SQLite throw */
  checkpoint(): void {
    this.#wal.readOn();
    // A page that was damaged and then written anew would never be noticed again.
    for (const page of this.#wal.pages.keys()) {
      if (page > this.#compared && page <= this.#sums.length) this.#compare(page, page);
    }
    if (!this.#isSummed || !this.#isKept) this.#keepSums();
    reach('checkpoint:sums');
    this.#client.pragma('wal_checkpoint(TRUNCATE)');
    this.#wal.readOn();
    reach('checkpoint:kept');
  }

  /** Compares the whole file at once. @throws {StoreDamaged} */
  compareAll(): void {
    this.#compare(1, this.#sums.length);
    this.#compared = this.#sums.length;
  }

  /** Compares the whole file, piece by piece. @throws {StoreDamaged}, or the reason of the signal */
  async verify(signal: AbortSignal): Promise<void> {
    while (this.#compared < this.#sums.length) {
      await wait(restMs, undefined, { signal });
      const last = Math.min(this.#compared + pagesAtOnce, this.#sums.length);
      this.#compare(this.#compared + 1, last);
      this.#compared = last;
    }
  }

  /** Closes the store, with all of the log in its file. */
  close(): void {
    try {
      if (this.#client.inTransaction) this.#client.exec('ROLLBACK');
      this.checkpoint();
    } catch (error) {
      // When it closes SQLite moves the log, too: sums that do not know of it would call that damage.
      if (!isDamage(error) && !this.#isSummed) rmSync(sumsFile(this.#file), { force: true });
      throw error;
    } finally {
      this.#client.close();
      closeSync(this.#main);
    }
  }

  #keepSums(): void {
    const sums = new Uint32Array(this.#wal.pageCount || this.#sums.length).fill(sumOfZeros);
    sums.set(this.#sums.subarray(0, sums.length));
    for (const [page, sum] of this.#wal.pages) {
      sums[page - 1] = sum;
      this.#renewed.add(page);
    }
    writeSums(this.#file, sums);
    this.#sums = sums;
    this.#isKept = true;
    this.#isSummed = true;
  }

  #compare(first: number, last: number): void {
    for (const { page, sum } of this.#pages(first, last)) {
      if (sum !== this.#sums[page - 1] && !this.#renewed.has(page)) {
        throw new StoreDamaged(`page ${page} is not as it was written`);
      }
    }
  }

  /** Pages of the file with their sums; what the file is too short for counts as zeros, as it does for SQLite. */
  *#pages(first: number, last: number): Generator<{ page: number; sum: number }> {
    for (let from = first; from <= last; from += pagesAtOnce) {
      const slice = this.#slice.subarray(0, Math.min(pagesAtOnce, last - from + 1) * pageSize);
      slice.fill(0, readSync(this.#main, slice, 0, slice.length, (from - 1) * pageSize));
      for (let at = 0; at < slice.length; at += pageSize) {
        yield { page: from + at / pageSize, sum: crc32(slice.subarray(at, at + pageSize)) };
      }
    }
  }
}
