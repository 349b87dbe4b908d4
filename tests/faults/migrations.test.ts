import { asc } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readDesk } from '../../db/desk.ts';
import migrations from '../../db/migrations.json' with { type: 'json' };
import { openStore } from '../../db/open.ts';
import { lines, outbox } from '../../db/schema.ts';
import { sealOf } from '../../db/seal.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { earlierSchemas, writeEarlierStore } from '../fixtures/earlierStores.ts';
import { startRegistry } from '../fixtures/registry.ts';
import { startService } from '../fixtures/service.ts';
import {
  copyOf,
  everythingIn,
  type LivedIn,
  liveIn,
  newFile,
  type Opening,
  openElsewhere,
} from './migrations.fixture.ts';

const rounds = counted('ROLEDESK_CRASHES', 1);
const killsOfEach = Math.ceil(counted('ROLEDESK_MIGRATIONS', 10) / earlierSchemas.length);
const seed = seedOf('ROLEDESK_MIGRATIONS_SEED');

let lived: LivedIn;
beforeAll(async () => {
  lived = await liveIn();
});

/** A store that has come to the present schema has everything that it had, and lines made anew. */
function expectMigrated(file: string): void {
  const { content } = lived;
  const store = openStore(file, { environment: 'training' });
  expect(readDesk(store.reader)).toMatchObject({ ...content.desk, pullDone: true, mishap: null });
  const kept = store.reader.select().from(outbox).orderBy(asc(outbox.number)).all();
  expect(kept).toHaveLength(content.decisions.length);
  for (const [at, decision] of content.decisions.entries()) {
    const { decidedAt, id, roleId } = decision.decision;
    const seal = sealOf(decision.decision);
    expect(kept[at]).toEqual({ ...decision, id, roleId, seal, since: decidedAt });
  }
  expect(store.reader.select().from(lines).orderBy(asc(lines.id)).all()).toEqual(lived.lines);
  store.close();
  const { version, integrity, strangers, tables } = everythingIn(file);
  expect({ version, integrity, strangers }).toEqual({
    ...{ version: migrations.length, integrity: 'ok', strangers: [] },
  });
  for (const table of ['bodies', 'persons', 'roles'] as const) {
    const documents = tables[table].map(({ document }: { document: string }) => document);
    expect(documents.sort()).toEqual(content[table].map((each) => JSON.stringify(each)).sort());
  }
}

/** What a desk that was not ended told between `opening` and `opened`. */
function momentsOf({ told }: Opening): string[] {
  expect([told.at(0), told.at(-1)]).toEqual(['opening', 'opened']);
  return told.slice(1, -1);
}

function failureOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing failed');
}

/** After a crash a store is wholly of one schema or of the other. */
function expectWhole(file: string, before: ReturnType<typeof everythingIn>): void {
  const now = everythingIn(file);
  expect(now.integrity).toBe('ok');
  if (now.version === before.version) expect(now).toEqual(before);
  else expect(now.version).toBe(migrations.length);
}

describe.each(earlierSchemas)('from $name', ({ version }) => {
  let file: string;
  let before: ReturnType<typeof everythingIn>;
  beforeAll(() => {
    file = newFile();
    writeEarlierStore(file, version, lived.content);
    before = everythingIn(file);
  });
  afterEach(() => {
    vi.doUnmock('../../db/migrations.json');
    vi.resetModules();
  });

  const longMs = 240_000 + rounds * 60_000;
  test(`killed ${rounds} times at each moment, the store is wholly old or wholly new, and opening it again ends it`, {
    timeout: longMs,
  }, async () => {
    const moments = momentsOf(await openElsewhere(copyOf(file)));
    const steps = moments.filter((moment) => moment === 'migration:step');
    expect(steps).toHaveLength(migrations.length - version);
    expect(moments).toContain('migration:kept');
    const each = Array.from({ length: rounds }, () => [...moments.entries()]).flat();
    for (const [at, moment] of each) {
      const copy = copyOf(file);
      const { told } = await openElsewhere(copy, { atMoment: at + 1 });
      expect(told).not.toContain('opened');
      expectWhole(copy, before);
      const isKept = at > moments.indexOf('migration:written');
      expect([moment, everythingIn(copy).version]).toEqual([
        moment,
        isKept ? migrations.length : version,
      ]);
      expectMigrated(copy);
    }
    console.log(`version ${version}: killed ${rounds} times at ${moments.join(', ')}`);
  });

  test(`killed ${killsOfEach} times at random, it is the same (ROLEDESK_MIGRATIONS_SEED=${seed})`, async () => {
    const { openedMs } = await openElsewhere(copyOf(file));
    const parts = fc.double({ min: 0, max: 1, noNaN: true });
    const ended = { old: 0, new: 0, opened: 0 };
    for (const part of fc.sample(parts, { seed: seed + version, numRuns: killsOfEach })) {
      const copy = copyOf(file);
      const { told } = await openElsewhere(copy, { afterMs: part * openedMs });
      expectWhole(copy, before);
      if (told.includes('opened')) ended.opened += 1;
      else ended[everythingIn(copy).version === version ? 'old' : 'new'] += 1;
      expectMigrated(copy);
    }
    console.log(`version ${version}, seed ${seed}: ${JSON.stringify(ended)}`);
  });

  test('a migration that fails in its middle leaves the store as it was', async () => {
    const copy = copyOf(file);
    const sql = 'DROP TABLE `lines`; DELETE FROM `outbox`; INSERT INTO `nowhere` VALUES (1);';
    vi.resetModules();
    vi.doMock('../../db/migrations.json', () => ({
      default: [...migrations, { name: 'broken', sql }],
    }));
    const { openStore: openBroken } = await import('../../db/open.ts');
    const failure = failureOf(() => openBroken(copy, { environment: 'training' }));
    expect(String(failure.cause ?? failure)).toContain('nowhere');
    expect(everythingIn(copy)).toEqual(before);
    expectMigrated(copy);
  });

  test('every decision that waited then arrives once, in its order', async () => {
    const copy = copyOf(file);
    await openElsewhere(copy, { atMoment: 1 });
    const registry = await startRegistry({ file: copyOf(lived.registryFile) });
    const { username } = lived;
    const desk = await startService({ registry, username, file: copy });
    await desk.untilSynced();
    const { entries } = await desk.call('outbox:list', undefined);
    const unresolved = lived.content.decisions.filter(
      ({ state }) => state === 'conflict' || state === 'refused',
    );
    expect(
      entries.map(({ id, state, code, personName, bodyName }) => [
        id,
        state,
        code,
        personName,
        bodyName,
      ]),
    ).toEqual(
      unresolved.map(({ decision, state, code, personName, bodyName }) => [
        decision.id,
        state,
        code ?? undefined,
        personName,
        bodyName,
      ]),
    );
    for (const { id, canDecideAnew, currentRevision = 0 } of entries) {
      expect(canDecideAnew).toBe(true);
      const anew = { decisionId: id, keep: 'mine', revision: currentRevision } as const;
      await desk.call('outbox:settle', anew);
    }
    await desk.untilSynced();
    expect((await desk.call('outbox:list', undefined)).entries).toEqual([]);
    const caller = await registry.as(username);
    const inOrder: string[] = [];
    for (const { state, decision } of lived.content.decisions) {
      const mine = (await caller.history(decision.roleId)).filter(
        ({ desk }) => desk === lived.content.desk.deskId,
      );
      expect(mine).toMatchObject([{ action: decision.action }]);
      if (state === 'conflict' || state === 'refused') continue;
      expect(mine[0]?.decidedAt).toBe(decision.decidedAt);
      inOrder.push(mine[0]?.recordedAt ?? '');
    }
    expect(inOrder).toEqual(inOrder.toSorted());
    await desk.close();
    await registry.kill();
  });
});

test('a store that is being made is made anew, whenever it was killed', async () => {
  const moments = momentsOf(await openElsewhere(newFile()));
  for (const at of moments.keys()) {
    const file = newFile();
    await openElsewhere(file, { atMoment: at + 1 });
    const store = openStore(file, { environment: 'training' });
    expect(store.reader.select().from(outbox).all()).toEqual([]);
    expect(readDesk(store.reader)).toMatchObject({ environment: 'training', cursor: null });
    store.close();
  }
});
