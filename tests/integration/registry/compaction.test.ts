import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FeedPlace } from '../../../registry/storage/storage.ts';
import { compact, forgetUpTo } from '../../../registry/upkeep/compaction.ts';
import { compactDaily } from '../../../registry/upkeep/daily.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);

let registry: TestRegistry;
let antwerp: RegistryClient;
beforeEach(async () => {
  registry = await startTestRegistry({ requests: 40 });
  antwerp = (await registry.administrators('LAU', 'BE'))[0]!;
});
afterEach(async () => {
  vi.useRealTimers();
  await registry.stop();
});

const head = () => registry.storage.read((reader) => reader.feedHead());
const compactedTo = () => registry.storage.read((reader) => reader.compactedTo());

/** A request comes into Antwerp's scope. */
async function arrives(): Promise<Role> {
  const requester = await registry.newcomer();
  const [role] = await requester.file({ operator: newOperator({ region: 'Antwerpen' }) });
  return role!;
}

/** It leaves again. */
async function leaves(role: Role): Promise<void> {
  const target = (await registry.authority('BE', 'FAVV-AFSCA, ULC Liège')).id;
  expect((await antwerp.decide(role, 'reassign', { target })).outcome).toBe('applied');
}

const gone = async (cursor: string) => {
  const { changes } = await antwerp.pull(cursor);
  return changes.filter(({ kind }) => kind === 'gone').map(({ id }) => id);
};

const expectExpired = async (cursor: string) => {
  const problem = await antwerp.refusal('GET', `/v1/changes?cursor=${cursor}`);
  expect(problem).toMatchObject({ status: 410, code: 'cursor_expired' });
};

test('what is gone is told for as long as it is kept, and no longer', async () => {
  const role = await arrives();
  const { cursor } = await antwerp.pull();
  await leaves(role);
  await compact(registry.storage, 90, inDays(89));
  expect(await gone(cursor)).toContain(role.id);
  await compact(registry.storage, 90, inDays(91));
  await expectExpired(cursor);
  const { changes } = await antwerp.pull();
  expect(changes.some(({ id }) => id === role.id)).toBe(false);
});

test('a desk that was there after the last that is forgotten goes on', async () => {
  const role = await arrives();
  await leaves(role);
  const { cursor } = await antwerp.pull();
  await forgetUpTo(registry.storage, await head());
  const other = await arrives();
  const { changes } = await antwerp.pull(cursor);
  expect(changes.some(({ id }) => id === other.id)).toBe(true);
  await leaves(other);
  expect(await gone(cursor)).toEqual([other.id, other.personId, other.bodyId]);
});

test('a desk in whose scope nothing happens goes on, if it asks now and then', async () => {
  const dublin = await registry.administrator('BCP', 'IEDUB4');
  const { cursor: first } = await dublin.pull();
  await leaves(await arrives());
  const { cursor } = await dublin.page({ cursor: first });
  await forgetUpTo(registry.storage, await head());
  expect((await dublin.send('GET', `/v1/changes?cursor=${cursor}`)).status).toBe(200);
  expect((await dublin.send('GET', `/v1/changes?cursor=${first}`)).status).toBe(410);
});

test('nothing that is shown is forgotten', async () => {
  await leaves(await arrives());
  const before = (await antwerp.pull()).changes.filter(({ kind }) => kind !== 'gone');
  await forgetUpTo(registry.storage, await head());
  expect((await antwerp.pull()).changes).toEqual(before);
});

test('a pull from the start that is under way ends, although what it was to be told is forgotten', async () => {
  for (let left = 0; left < 3; left += 1) await leaves(await arrives());
  let page = await antwerp.page({ limit: 5 });
  await forgetUpTo(registry.storage, await head());
  let read = 0;
  const toRead = (await antwerp.page({ limit: 1, cursor: page.cursor })).remaining + 1;
  while (page.hasMore) {
    page = await antwerp.page({ limit: 1, cursor: page.cursor });
    read += 1;
  }
  expect(toRead).toBeGreaterThan(1);
  expect(read).toBe(toRead);
  expect(page.remaining).toBe(0);
});

test('it starts again where what it had been told has gone and is forgotten', async () => {
  const role = await arrives();
  for (let later = 0; later < 3; later += 1) await arrives();
  const { remaining } = await antwerp.page({ limit: 1 });
  const told = await antwerp.page({ limit: remaining - 5 });
  expect(told.changes.some(({ id }) => id === role.id)).toBe(true);
  await leaves(role);
  const { cursor, hasMore } = await antwerp.page({ limit: 1, cursor: told.cursor });
  expect(hasMore).toBe(true);
  await forgetUpTo(registry.storage, await head());
  await expectExpired(cursor);
  const { changes } = await antwerp.pull(undefined, 5);
  expect(changes.some(({ id }) => id === role.id)).toBe(false);
});

test('a compaction that is cut off leaves no hole, and the next one ends it', async () => {
  const role = await arrives();
  const { cursor } = await antwerp.pull();
  await leaves(role);
  const upTo = await head();
  await registry.storage.write((writer) => writer.feedExpire(upTo));
  await expectExpired(cursor);
  const goneRows = async () => (await antwerp.pull()).changes.filter(({ kind }) => kind === 'gone');
  expect((await goneRows()).length).toBe(3);
  await compact(registry.storage, 90, new Date());
  expect(await goneRows()).toEqual([]);
});

test('it forgets in pieces, wherever one ends', async () => {
  await leaves(await arrives());
  const upTo = await head();
  let place: FeedPlace | undefined;
  do {
    const after = place;
    place = await registry.storage.write((writer) => writer.feedForget(upTo, after, 1));
  } while (place);
  const { changes } = await antwerp.pull();
  expect(changes.filter(({ kind }) => kind === 'gone')).toEqual([]);
});

test('it happens at the start and every day, until the registry stops', async () => {
  await leaves(await arrives());
  const first = await head();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const error = vi.fn();
  const stop = compactDaily(registry.storage, 1, { error });
  expect(await compactedTo()).toBe(0);
  vi.advanceTimersByTime(2 * dayMs);
  await expect.poll(compactedTo).toBe(first);
  await stop();
  await registry.storage.write((writer) => writer.feedMove('above:x', 'role', 'x'));
  vi.advanceTimersByTime(3 * dayMs);
  await stop();
  expect(await compactedTo()).toBe(first);
  await compactDaily(registry.storage, 1, { error })();
  expect(await compactedTo()).toBeGreaterThan(first);
  expect(error).not.toHaveBeenCalled();
});
