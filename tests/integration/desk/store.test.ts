import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { colleaguesAt, type TestRegistry } from '../../fixtures/registry.ts';
import type { TestService } from '../../fixtures/service.ts';
import { lockStore, makeNewer, pagesOfLines, spoil } from '../../fixtures/spoiledStore.ts';
import { aDesk, aRegistry, aSyncedDesk, rowsOf } from './desks.ts';

test('a store that another program has open is left alone, and opened as soon as it is free', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const { file } = await closedAfterSync(registry, username);
  const free = await lockStore(file);
  const before = hashOf(file);
  const desk = await aDesk({ registry, username, file, trouble: 'locked' });
  expect(await desk.answer('decisions:decide', nothing)).toEqual({
    ...{ ok: false, error: { code: 'not_ready' } },
  });
  expect(hashOf(file)).toBe(before);
  await free();
  await desk.untilTrouble(undefined);
  await desk.untilSynced();
  expect(await rowsOf(desk)).not.toEqual([]);
});

test('a second desk waits for the first to let the store go, and can be closed meanwhile', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const first = await aSyncedDesk({ registry, username });
  const { file } = first;
  const second = await aDesk({ registry, username, file, trouble: 'locked' });
  await second.close();
  const third = await aDesk({ registry, username, file, trouble: 'locked' });
  await first.close();
  third.send({ kind: 'reopen' });
  await third.untilTrouble(undefined);
  await third.untilSynced();
});

test('a store of a newer application is refused, however often, and not a byte of it changes', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const { file } = await closedAfterSync(registry, username);
  makeNewer(file);
  const before = hashOf(file);
  const desk = await aDesk({ registry, username, file, trouble: 'newer_schema' });
  for (let tries = 0; tries < 3; tries += 1) {
    const again = desk.untilTold();
    desk.send({ kind: 'reopen' });
    await again;
    expect(desk.trouble).toBe('newer_schema');
  }
  await desk.close();
  expect(hashOf(file)).toBe(before);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
});

test('of a store that was damaged while closed, all that waits is saved and arrives once', async () => {
  const registry = await aRegistry({ seed: 300, callsPerMinute: 0 });
  const [username] = await colleaguesAt(registry);
  const { file, roleIds } = await closedWithDecisions(registry, username);
  spoil(file, pagesOfLines(file));
  await registry.restart();
  const desk = await aDesk({ registry, username, file });
  await expectSaved(desk, registry, username, roleIds);
});

test('damage that a call meets sets the store aside; what waits is saved and arrives once', async () => {
  const registry = await aRegistry({ seed: 300, callsPerMinute: 0 });
  const [username] = await colleaguesAt(registry);
  const { file, roleIds } = await closedWithDecisions(registry, username);
  const pages = pagesOfLines(file);
  const desk = await aDesk({ registry, username, file });
  // The sync begins after the store was read and found to be whole.
  await untilOffline(desk);
  spoil(file, pages);
  expect(await desk.answer('roles:matching', everything)).toEqual({
    ...{ ok: false, error: { code: 'interrupted' } },
  });
  await registry.restart();
  await expectSaved(desk, registry, username, roleIds);
});

/** The damaged store is still there, the person was told until they read it, and each decision is recorded once. */
async function expectSaved(
  desk: TestService,
  registry: TestRegistry,
  username: string,
  roleIds: string[],
): Promise<void> {
  const { mishap } = await desk.until(
    'desk:state',
    undefined,
    (state) => state.mishap !== undefined && state.lastSyncAt !== undefined && state.waiting === 0,
  );
  expect(mishap).toMatchObject({ kind: 'set_aside', saved: roleIds.length, unreadable: 0 });
  const aside = mishap?.kind === 'set_aside' ? mishap.file : '';
  expect(existsSync(join(dirname(desk.file), aside))).toBe(true);
  await desk.call('desk:mishapRead', undefined);
  expect((await desk.call('desk:state', undefined)).mishap).toBeUndefined();
  const person = await registry.as(username);
  for (const id of roleIds) expect(await person.timesRecorded(id, 'approve')).toBe(1);
  expect(roleIds.length).toBeGreaterThanOrEqual(100);
}

async function closedAfterSync(registry: TestRegistry, username: string): Promise<TestService> {
  const desk = await aSyncedDesk({ registry, username });
  await desk.close();
  return desk;
}

/** A store that is not open, in which a hundred decisions and more wait for a registry that does not run. */
async function closedWithDecisions(registry: TestRegistry, username: string) {
  const desk = await aSyncedDesk({ registry, username });
  await registry.kill();
  await untilOffline(desk);
  const roles = (await rowsOf(desk)).map(({ id, revision }) => ({ roleId: id, revision }));
  const { outcomes } = await desk.call('decisions:decide', { action: 'approve', roles });
  await desk.close();
  const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted');
  return { file: desk.file, roleIds: accepted.map(({ roleId }) => roleId) };
}

async function untilOffline(desk: TestService): Promise<void> {
  await desk.until(
    'desk:state',
    undefined,
    ({ connection }) => connection.state === 'offline' && connection.cause === 'unreachable',
  );
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

const everything = {
  queue: 'requested' as const,
  filter: { text: '', countries: [], types: [] },
  sort: { column: 'due' as const, direction: 'ascending' as const },
};

const nothing = {
  action: 'approve' as const,
  roles: [{ roleId: '00000000-0000-4000-8000-000000000000', revision: 1 }],
};
