import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Moment } from '../../db/moments.ts';
import { earlierSchemas, writeEarlierStore } from '../fixtures/earlierStores.ts';
import { colleaguesAt, type TestRegistry } from '../fixtures/registry.ts';
import type { ServiceOptions, TestService } from '../fixtures/service.ts';
import { aSmallDisk, type SmallDisk, whyNoSmallDisk } from '../fixtures/smallDisk.ts';
import {
  aDesk,
  approvable,
  approve,
  aRegistry,
  aSyncedDesk,
  recordedOn,
  rowsOf,
} from '../integration/desk/desks.ts';
import { readDead } from './deadStore.ts';
import { copyOf, type LivedIn, liveIn } from './migrations.fixture.ts';
import { Reference } from './reference.ts';

const whyNot = whyNoSmallDisk();
if (whyNot !== undefined) console.log(`No small file system can be mounted here: ${whyNot}`);

const decided = 8;

describe.skipIf(whyNot !== undefined)('a disk that is full', () => {
  let lived: LivedIn;
  beforeAll(async () => {
    lived = await liveIn();
  });

  test.each<Moment>(['pull:answered', 'page:written'])(
    'during the first pull (%s): nothing of the page is kept, it comes when there is space',
    async (moment) => {
      const world = await aWorld();
      const desk = await aDesk(fullAt(moment, world));
      await untilDiskFull(desk);
      expect(await desk.call('queues:counts', {})).toEqual({
        ...{ requested: 0, suspended: 0, valid: 0, decided: 0 },
      });
      world.disk.clear();
      await desk.untilSynced();
      await expectEnd(desk, world, []);
    },
  );

  test('while deciding: the answer says so, and nothing is decided', async () => {
    const world = await aWorld();
    const desk = await aSyncedDesk(fullAt('decide:written', world));
    const rows = await approvable(desk, decided);
    const roles = rows.map(({ id, revision }) => ({ roleId: id, revision }));
    expect(await desk.answer('decisions:decide', { action: 'approve', roles })).toEqual({
      ...{ ok: false, error: { code: 'disk_full' } },
    });
    expect(await desk.call('outbox:list', undefined)).toMatchObject({ entries: [] });
    const now = new Map((await rowsOf(desk)).map((row) => [row.id, row]));
    expect(rows.map(({ id }) => now.get(id))).toEqual(rows);
    world.disk.clear();
    await approve(desk, rows);
    await desk.untilSynced();
    await expectEnd(desk, world, rows);
  });

  test.each<Moment>(['push:marked', 'push:answered', 'results:written'])(
    'while the answer of the registry is kept (%s): it is asked for again, and nothing is recorded twice',
    async (moment) => {
      const world = await aWorld();
      const desk = await aSyncedDesk(fullAt(moment, world));
      const rows = await approvable(desk, decided);
      await approve(desk, rows);
      await untilDiskFull(desk);
      const { entries } = await desk.call('outbox:list', undefined);
      expect(entries.map(({ state }) => state)).toEqual(rows.map(() => 'sent'));
      for (const { id } of rows) {
        expect(await recordedOn(world.registry, world.username, id)).toEqual(['approve']);
      }
      world.disk.clear();
      await desk.untilSynced();
      await expectEnd(desk, world, rows);
    },
  );

  test('when the moment of undo ends: what is held goes out as soon as there is space', async () => {
    const world = await aWorld();
    const desk = await aSyncedDesk({ ...inside(world), holdMs: 200 });
    const rows = await approvable(desk, decided);
    await approve(desk, rows);
    world.disk.fill();
    await untilDiskFull(desk);
    expect(await desk.call('desk:state', undefined)).toMatchObject({ waiting: decided });
    world.disk.clear();
    await desk.untilSynced();
    await expectEnd(desk, world, rows);
  });

  test('while the desk closes and opens: what was decided is in sight, and goes out when there is space', async () => {
    const world = await aWorld();
    const { disk, registry } = world;
    const first = inside(world);
    const desk = await aSyncedDesk(first);
    const rows = await approvable(desk, decided);
    await registry.kill();
    await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
    await approve(desk, rows);
    disk.fill();
    await desk.close();
    expect(first.process?.exitCode).toBe(0);

    await registry.restart();
    for (let opened = 0; opened < 2; opened += 1) {
      // What fits into the file of the store leaves the log when it closes.
      disk.fill();
      const reading = inside(world);
      const desk = await aDesk(reading);
      await untilDiskFull(desk);
      const { entries } = await desk.call('outbox:list', undefined);
      expect(entries.map(({ roleId }) => roleId)).toEqual(rows.map(({ id }) => id));
      expect(await desk.call('desk:state', undefined)).toMatchObject({ waiting: decided });
      await desk.close();
      expect(reading.process?.exitCode).toBe(0);
    }

    const again = await aDesk(inside(world));
    await untilDiskFull(again);
    disk.clear();
    await again.untilSynced();
    await expectEnd(again, world, rows);
  });

  test.each(earlierSchemas)(
    'while a store of $name is migrated: it stays as it was, then all of it comes along',
    async ({ version }) => {
      const { content, registryFile, username } = lived;
      const decisions = content.decisions.map((each) => ({
        ...each,
        ...{ state: 'waiting' as const, heldUntil: null, code: null, current: null },
      }));
      const disk = await aDisk();
      const earlier = join(mkdtempSync(join(tmpdir(), 'roledesk-earlier-')), 'store.sqlite');
      writeEarlierStore(earlier, version, { ...content, decisions });
      copyFileSync(earlier, join(disk.outside, 'store.sqlite'));
      const registry = await aRegistry({ file: copyOf(registryFile) });
      const world = { disk, registry, username };
      const desk = await aDesk({ ...fullAt('migration:step', world), trouble: 'disk_full' });
      expect(versionAndDecisions(copyOut(world))).toEqual([version, decisions.length]);
      disk.clear();
      await desk.untilTrouble(undefined);
      await desk.untilSynced();
      await expectEnd(desk, world, []);
      const person = await registry.as(username);
      for (const { decision } of decisions) {
        const lines = await person.history(decision.roleId);
        expect(lines.filter(({ decidedAt }) => decidedAt === decision.decidedAt)).toHaveLength(1);
      }
    },
  );
});

interface World {
  disk: SmallDisk;
  registry: TestRegistry;
  username: string;
}

async function aWorld(): Promise<World> {
  const disk = await aDisk();
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  return { disk, registry, username };
}

async function aDisk(): Promise<SmallDisk> {
  const disk = await aSmallDisk('32m');
  onTestFinished(() => disk.unmount());
  return disk;
}

/** A desk service whose store is on the small disk. */
function inside({ disk, registry, username }: World): ServiceOptions {
  const process = disk.fork('electron/service.ts');
  return { registry, username, process, file: join(disk.folder, 'store.sqlite') };
}

/** The same, and the disk is full from a moment on. */
function fullAt(moment: Moment, world: World): ServiceOptions {
  const { disk } = world;
  const args = [moment, disk.folder];
  return { ...inside(world), process: disk.fork('tests/faults/fillingService.ts', args) };
}

async function untilDiskFull(desk: TestService): Promise<void> {
  await desk.until(
    'desk:state',
    undefined,
    ({ connection }) => connection.state === 'offline' && connection.cause === 'disk_full',
  );
}

/** The desk has what the registry has, nothing waits, and each decision is once in the audit log. */
async function expectEnd(
  desk: TestService,
  world: World,
  approved: { id: string }[],
): Promise<void> {
  const { registry, username } = world;
  // What a decision has changed in other things comes with the pull after it.
  const asked = new Date().toISOString();
  await desk.call('desk:sync', undefined);
  await desk.until('desk:state', undefined, ({ lastSyncAt = '' }) => lastSyncAt > asked);
  await desk.close();
  const { things, decisions } = readDead(copyOut(world));
  const reference = new Reference(registry, await registry.as(username));
  await reference.catchUp();
  expect(new Map([...things].map(([key, { document }]) => [key, document]))).toEqual(
    reference.documents,
  );
  expect(decisions.filter(({ state }) => state !== 'recorded')).toEqual([]);
  for (const { id } of approved) {
    expect(await recordedOn(registry, username, id)).toEqual(['approve']);
  }
}

const parts = ['store.sqlite', 'store.sqlite-wal'];

/** The store as it lies on the disk, with its log. */
function copyOut({ disk }: World): string {
  const folder = mkdtempSync(join(tmpdir(), 'roledesk-copy-'));
  for (const part of parts) {
    const file = join(disk.outside, part);
    if (existsSync(file)) copyFileSync(file, join(folder, part));
  }
  return join(folder, 'store.sqlite');
}

function versionAndDecisions(file: string): unknown[] {
  const client = new Database(file, { readonly: true });
  const version = client.pragma('user_version', { simple: true });
  const count = client.prepare('SELECT count(*) FROM outbox').pluck().get();
  client.close();
  return [version, count];
}
