import { statSync, truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { flipBits } from './damage.fixture.ts';
import { StoreDamaged } from './damage.ts';
import { readDesk, updateDesk } from './desk.ts';
import { Guard } from './guard.ts';
import { lockStore } from './lock.ts';
import { openStore } from './open.ts';
import { readSums, sumsFile } from './pageSums.ts';
import { bodies } from './schema.ts';
import type { Store } from './store.ts';
import { aBody, fileOf, storeWith } from './world.fixture.ts';

const environment = 'training' as const;
const never = new AbortController().signal;

afterEach(() => vi.restoreAllMocks());

/** A closed store of several slices. */
function aClosedStore(): string {
  const store = storeWith(
    Array.from({ length: 3000 }, (_, at) =>
      aBody({ address: 'x'.repeat(1000), city: at === 2999 ? 'the last one' : 'Gent' }),
    ),
    [],
    [],
  );
  const file = fileOf(store);
  store.close();
  return file;
}

/** Writes more than a log may hold before it is moved into the file. */
function writeMuch(store: Store): void {
  for (let round = 0; round < 14; round += 1) {
    store.write((writer) => writer.update(bodies).set({ pullNumber: round }).run());
  }
}

test('comparing lets others work after each piece', async () => {
  const store = openStore(aClosedStore(), { environment });
  let isDone = false;
  let breaths = 0;
  const breathe = () => {
    breaths += 1;
    if (!isDone) setImmediate(breathe);
  };
  setImmediate(breathe);
  await store.verify(never);
  isDone = true;
  expect(breaths).toBeGreaterThan(3);
  store.close();
});

test('what is written and moved into the file while it is compared raises no alarm', async () => {
  const file = aClosedStore();
  const moving = vi.spyOn(Guard.prototype, 'checkpoint');
  const store = openStore(file, { environment });
  const comparing = store.verify(never);
  writeMuch(store);
  await comparing;
  expect(moving).toHaveBeenCalled();
  store.close();
  const reopened = openStore(file, { environment });
  await reopened.verify(never);
  expect(reopened.reader.select().from(bodies).get()).toMatchObject({ pullNumber: 13 });
  reopened.close();
});

test('damage anywhere in the file is found', async () => {
  const file = aClosedStore();
  flipBits(file, 'the last one');
  const store = openStore(file, { environment });
  await expect(store.verify(never)).rejects.toThrow(StoreDamaged);
  store.close();
});

test('a damaged page that was written anew before it was compared is still known to be damaged', async () => {
  const file = aClosedStore();
  flipBits(file, readDeskId(file));
  const store = openStore(file, { environment });
  store.write((writer) => updateDesk(writer, { cursor: 'on' }));
  expect(() => store.close()).toThrow(StoreDamaged);
  const reopened = openStore(file, { environment });
  await expect(reopened.verify(never)).rejects.toThrow(StoreDamaged);
  expect(() => reopened.close()).toThrow(StoreDamaged);
});

function readDeskId(file: string): string {
  const store = openStore(file, { environment });
  const { deskId } = readDesk(store.reader);
  store.close();
  return deskId;
}

test('comparing ends when it is told to', async () => {
  const store = openStore(aClosedStore(), { environment });
  const ending = new AbortController();
  const comparing = store.verify(ending.signal);
  ending.abort();
  await expect(comparing).rejects.toThrow('aborted');
  store.close();
});

test('a file that is longer than it was written, or empty, is damaged at once', () => {
  const [long, empty] = [aClosedStore(), aClosedStore()];
  truncateSync(long, statSync(long).size + 1);
  expect(() => openStore(long, { environment })).toThrow(StoreDamaged);
  truncateSync(empty, 0);
  expect(() => openStore(empty, { environment })).toThrow(StoreDamaged);
  expect(statSync(empty).size).toBe(0);
});

test('a store without sums that SQLite finds whole gets them', async () => {
  const file = aClosedStore();
  const written = readSums(file);
  truncateSync(sumsFile(file), 10);
  openStore(file, { environment }).close();
  expect(readSums(file)).toEqual(written);
});

test('a store that is open is locked for others', () => {
  const file = aClosedStore();
  const store = openStore(file, { environment });
  expect(() => lockStore(file, 0)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
  expect(() => new Database(file, { timeout: 0 }).pragma('user_version')).toThrow(
    expect.objectContaining({ code: 'SQLITE_BUSY' }),
  );
  store.close();
  lockStore(file, 0)();
});
