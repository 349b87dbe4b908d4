import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage } from '../../../registry/storage/open.ts';
import type { Storage, Touched } from '../../../registry/storage/storage.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { newDatabase, onPostgres, type TestDatabase } from '../../fixtures/databases.ts';

let database: TestDatabase;
let storage: Storage;
beforeEach(async () => {
  database = await newDatabase();
  storage = await openStorage(database.address, 'training');
});
afterEach(async () => {
  await storage.close();
  await database.drop();
});

function personOf(username: string): Person {
  return {
    ...{ id: crypto.randomUUID(), revision: 1, username, firstName: 'A', lastName: 'B' },
    ...{ email: 'a@b.example', language: 'en', heldTypes: [] },
  };
}

const usernames = async () =>
  (await storage.read((reader) => reader.people(100))).map(({ username }) => username);

test('a write that fails leaves nothing, and the next one goes on', async () => {
  const failing = storage.write(async (writer) => {
    await writer.addPerson(personOf('a'));
    await writer.feedEnter('above:x', 'person', 'p');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await storage.write((writer) => writer.addPerson(personOf('b')));
  expect(await usernames()).toEqual(['b']);
  expect(await storage.read((reader) => reader.feedHead())).toBe(0);
});

test('nobody reads what is not yet committed, and on SQLite writes do not mix', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = storage.write(async (writer) => {
    await writer.addPerson(personOf('first'));
    order.push('first wrote');
    await mayEnd;
    order.push('first ends');
  });
  await expect.poll(() => order).toEqual(['first wrote']);
  const second = storage.write(async (writer) => {
    order.push('second begins');
    await writer.addPerson(personOf('second'));
  });
  if (onPostgres) await second;
  expect(await usernames()).toEqual(onPostgres ? ['second'] : []);
  end();
  await Promise.all([first, second]);
  const [began, ended] = ['second begins', 'first ends'];
  expect(order).toEqual(['first wrote', ...(onPostgres ? [began, ended] : [ended, began])]);
  expect(await usernames()).toEqual(['first', 'second']);
});

test('one reader sees one moment', async () => {
  await storage.write((writer) => writer.addPerson(personOf('before')));
  const counts = await storage.read(async (reader) => {
    const before = (await reader.people(100)).length;
    await storage.write((writer) => writer.addPerson(personOf('meanwhile')));
    return [before, (await reader.people(100)).length];
  });
  expect(counts).toEqual([1, 1]);
  expect(await usernames()).toEqual(['before', 'meanwhile']);
});

test('listeners hear of what was committed and of nothing else', async () => {
  const heard: (Touched | 'everything')[] = [];
  storage.onCommit((touched) => heard.push(touched));
  const failing = storage.write(async (writer) => {
    await writer.feedEnter('above:x', 'person', 'p');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await storage.write((writer) => writer.feedEnter('above:y', 'person', 'p'));
  await storage.write((writer) => writer.feedEnter('above:y', 'person', 'p'));
  await storage.write((writer) => writer.feedEnter('above:z', 'person', 'p'));
  const seats = () =>
    heard.flatMap((touched) => (touched === 'everything' ? touched : [...touched.seats]));
  await expect.poll(seats).toEqual(['above:y', 'above:z']);
});

test('sequence numbers only grow, also when what came last has left', async () => {
  const seqs: number[] = [];
  const steps = ['feedEnter', 'feedRepeat', 'feedLeave', 'feedEnter', 'feedMove'] as const;
  for (const step of steps) {
    await storage.write((writer) => writer[step]('above:x', 'person', 'p'));
    const rows = await storage.read((reader) => reader.feedAfter('above:x', seqs.at(-1) ?? 0, 10));
    expect(rows.length).toBe(1);
    seqs.push(rows[0]!.seq);
  }
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(new Set(seqs).size).toBe(seqs.length);
});

test('a reader cannot write', async () => {
  await storage.read(async (reader) => {
    // @ts-expect-error: the types of reading and writing differ
    expect(reader.addPerson).toBeUndefined();
  });
});
