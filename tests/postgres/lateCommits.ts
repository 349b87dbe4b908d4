import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { postgresNumbers } from '../../registry/storage/postgres/numbers.ts';
import { openPostgres } from '../../registry/storage/postgres/open.ts';
import type { Connection, Numbers } from '../../registry/storage/sql/connection.ts';
import type { Storage } from '../../registry/storage/storage.ts';
import { newDatabase } from '../fixtures/databases.ts';

const seat = 'above:somebody';
const writers = 16;
const readers = 4;
const longestMs = 4;

/** What became of it. */
export interface LateCommits {
  commits: number;
  /** For each reader, how many changes its cursor had passed before they came. */
  skipped: number[];
  perSecond: number;
}

/**
 * Lets 16 writers at two registries commit, each at some time after it got its number, while readers go on from where
 * they stood, as desks do.
 */
export async function lateCommits(
  { commits, seed }: { commits: number; seed: number },
  numbersOf: (db: Connection) => Numbers = postgresNumbers,
): Promise<LateCommits> {
  const database = await newDatabase();
  const delays = fc.sample(fc.nat(longestMs), { seed, numRuns: commits });
  const late = (db: Connection): Numbers => {
    const numbers = numbersOf(db);
    const take = async (count: number) => {
      const first = await numbers.take(count);
      await wait(delays.pop());
      return first;
    };
    return { ...numbers, take };
  };
  const storages = [
    await openPostgres(database.address, 'training', late),
    await openPostgres(database.address, 'training', late),
  ];
  const at = (index: number) => storages[index % storages.length]!;
  let left = commits;
  let isOver = false;
  const write = async (index: number) => {
    while (left-- > 0) {
      const id = crypto.randomUUID();
      await at(index).write((writer) => writer.feedMove(seat, 'role', id));
    }
  };
  const read = async (index: number) => {
    const seen = new Set<string>();
    for (let cursor = 0, isLast = false; !isLast; ) {
      isLast = isOver;
      cursor = await readOn(at(index), cursor, seen);
    }
    return seen;
  };
  const startedMs = performance.now();
  const reading = Array.from({ length: readers }, (_, index) => read(index));
  await Promise.all(Array.from({ length: writers }, (_, index) => write(index)));
  const seconds = (performance.now() - startedMs) / 1000;
  isOver = true;
  const seen = await Promise.all(reading);
  const kept = new Set<string>();
  await readOn(at(0), 0, kept);
  await Promise.all(storages.map((storage) => storage.close()));
  await database.drop();
  return {
    commits: kept.size,
    skipped: seen.map((each) => [...kept].filter((id) => !each.has(id)).length),
    perSecond: Math.round(kept.size / seconds),
  };
}

/** Reads all that is behind a cursor, page by page. @returns where it ended */
async function readOn(storage: Storage, from: number, seen: Set<string>): Promise<number> {
  for (let cursor = from; ; ) {
    const rows = await storage.read((reader) => reader.feedAfter(seat, cursor, 1000));
    for (const { id, seq } of rows) {
      seen.add(id);
      cursor = seq;
    }
    if (rows.length === 0) return cursor;
  }
}
