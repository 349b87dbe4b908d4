import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageSize, Wal } from './wal.ts';
import { newStoreFile } from './world.fixture.ts';

/** What is done to a database: rows of these lengths in one transaction, which comes to its end or not. */
const stepArbitrary = fc.oneof(
  fc.record({
    lengths: fc.array(fc.nat(9000), { minLength: 1, maxLength: 30 }),
    isKept: fc.boolean(),
  }),
  fc.constantFrom('delete', 'checkpoint'),
);
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A database as somebody left it who was killed in the middle of a transaction. */
function leftBehind(steps: Step[]): string {
  const file = newStoreFile();
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  // What does not fit goes to the log before it is committed, and is written over there.
  db.pragma('cache_size = 5');
  db.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO things (text) VALUES (?)');
  for (const step of steps) {
    if (step === 'delete') db.exec('DELETE FROM things WHERE id % 2 = 0');
    // It does not cut the log: what is written next leaves older frames behind it.
    else if (step === 'checkpoint') db.pragma('wal_checkpoint(RESTART)');
    else {
      db.exec('BEGIN');
      for (const length of step.lengths) insert.run('t'.repeat(length));
      db.exec(step.isKept ? 'COMMIT' : 'ROLLBACK');
    }
  }
  db.exec('BEGIN');
  for (let row = 0; row < 20; row += 1) insert.run('u'.repeat(3000));
  const left = copyOf(file);
  db.close();
  return left;
}

function copyOf(file: string): string {
  const copy = newStoreFile();
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
  return copy;
}

function readWal(file: string): Wal {
  const wal = new Wal(`${file}-wal`);
  wal.readOn();
  return wal;
}

/** The sums of a database's pages after SQLite has moved the log into the file. */
function sumsBySqlite(file: string): number[] {
  const copy = copyOf(file);
  const db = new Database(copy);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return sumsIn(copy);
}

function sumsIn(file: string): number[] {
  const bytes = readFileSync(file);
  return Array.from({ length: bytes.length / pageSize }, (_, page) =>
    crc32(bytes.subarray(page * pageSize, (page + 1) * pageSize)),
  );
}

test('a log is read as SQLite reads it, whatever was left behind', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 8 }), (steps) => {
      const file = leftBehind(steps);
      const wal = readWal(file);
      expect(wal.tail()).toBe('unfinished');
      const sums = sumsBySqlite(file);
      const before = sumsIn(file);
      const read = Array.from(
        { length: wal.pageCount || before.length },
        (_, at) => wal.pages.get(at + 1) ?? before[at] ?? crc32(Buffer.alloc(pageSize)),
      );
      expect(read).toEqual(sums);
    }),
    { numRuns: 30 },
  );
});

test('what is read piece by piece is what is read at once', () => {
  const file = newStoreFile();
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE things (text TEXT)');
  const wal = new Wal(`${file}-wal`);
  for (let row = 0; row < 30; row += 1) {
    db.exec(`INSERT INTO things VALUES ('${'t'.repeat(row * 300)}')`);
    if (row === 20) db.pragma('wal_checkpoint(TRUNCATE)');
    wal.readOn();
    expect([...wal.pages].sort()).toEqual([...readWal(file).pages].sort());
    expect(wal.end).toEqual(readWal(file).end);
  }
  db.close();
  wal.readOn();
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(wal.end).toBeUndefined();
});

test('a flipped bit anywhere in what was committed is noticed', () => {
  const file = leftBehind([{ lengths: [100, 5000], isKept: true }, 'delete']);
  const { end } = readWal(file);
  const committed = 32 + (end?.frames ?? 0) * (pageSize + 24);
  expect(committed).toBeLessThan(statSync(`${file}-wal`).size);
  const sound = readFileSync(`${file}-wal`);
  fc.assert(
    fc.property(fc.nat(committed - 1), fc.nat(7), (at, bit) => {
      const bytes = Buffer.from(sound);
      bytes[at]! ^= 1 << bit;
      writeFileSync(`${file}-wal`, bytes);
      const read = readWal(file);
      expect(read.end?.frames ?? 0).toBeLessThan(end?.frames ?? 0);
      expect(read.hasRoomFor(end?.frames ?? 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a commit behind something broken is not passed over', () => {
  const file = leftBehind([
    { lengths: [10], isKept: true },
    { lengths: [10], isKept: true },
    { lengths: [10], isKept: true },
  ]);
  const bytes = readFileSync(`${file}-wal`);
  bytes[32 + 24 + 50]! ^= 1;
  writeFileSync(`${file}-wal`, bytes);
  expect(readWal(file).tail()).toBe('hides_commit');
  bytes[32 + 24 + 50]! ^= 1;
  bytes[16]! ^= 1;
  writeFileSync(`${file}-wal`, bytes);
  expect(readWal(file).tail()).toBe('hides_commit');
});
