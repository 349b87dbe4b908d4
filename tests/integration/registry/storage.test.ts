import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage } from '../../../registry/storage/open.ts';
import type { Storage, Touched } from '../../../registry/storage/storage.ts';
import type { Person } from '../../../shared/domain/person.ts';

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roledesk-storage-'));
  storage = await openStorage(`sqlite:${join(folder, 'registry.sqlite')}`, 'training');
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
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

test('nobody reads what is not yet committed, and writes do not mix', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = storage.write(async (writer) => {
    await writer.addPerson(personOf('first'));
    order.push('first wrote');
    await mayEnd;
    order.push('first ends');
  });
  const second = storage.write(async (writer) => {
    order.push('second begins');
    await writer.addPerson(personOf('second'));
  });
  expect(await usernames()).toEqual([]);
  end();
  await Promise.all([first, second]);
  expect(order).toEqual(['first wrote', 'first ends', 'second begins']);
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
  const heard: Touched[] = [];
  storage.onCommit((touched) => heard.push(touched));
  const failing = storage.write(async (writer) => {
    await writer.feedEnter('above:x', 'person', 'p');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await storage.write((writer) => writer.feedEnter('above:y', 'person', 'p'));
  await storage.write((writer) => writer.feedEnter('above:y', 'person', 'p'));
  expect(heard.map(({ seats }) => [...seats])).toEqual([['above:y'], []]);
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
