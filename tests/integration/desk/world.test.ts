import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DeskState, OfflineCause } from '../../../shared/desk/state.ts';
import { startFaultyProxy } from '../../fixtures/faultyProxy.ts';
import { aPage, aProblem, startGateway } from '../../fixtures/gateway.ts';
import { colleaguesAt, startRegistry, type TestRegistry } from '../../fixtures/registry.ts';
import type { TestService } from '../../fixtures/service.ts';
import { aDesk, approvable, approve, aSyncedDesk, recordedOn, rowsOf } from './desks.ts';

const dayMs = 24 * 60 * 60_000;

/** Long enough to start two registries on a busy machine. */
const startMs = 60_000;

// The Belgian authority sees several pages of the larger one. Each test decides on requests that are left.
let registry: TestRegistry;
let largeRegistry: TestRegistry;
let username: string;

beforeAll(async () => {
  [registry, largeRegistry] = await Promise.all([
    startRegistry({ seed: 60 }),
    startRegistry({ seed: 1500 }),
  ]);
  [username] = await colleaguesAt(registry);
}, startMs);

afterAll(() => Promise.all([registry.kill(), largeRegistry.kill()]));

async function aProxied(behind = registry) {
  const proxy = await startFaultyProxy(behind.url);
  onTestFinished(() => proxy.stop());
  return { proxy, given: given(proxy.url, behind) };
}

async function aGated(behind = registry) {
  const gateway = await startGateway(behind.url);
  onTestFinished(() => gateway.stop());
  return { gateway, given: given(gateway.url, behind) };
}

function given(url: string, { token }: TestRegistry) {
  return { registry: { url, token }, username };
}

const stateOf = (desk: TestService) => desk.call('desk:state', undefined);
const untilState = (desk: TestService, isWanted: (state: DeskState) => boolean) =>
  desk.until('desk:state', undefined, isWanted);

async function untilCause(desk: TestService, cause: OfflineCause) {
  const { connection } = await untilState(
    desk,
    (state) => state.connection.state === 'offline' && state.connection.cause === cause,
  );
  if (connection.state === 'online') throw new Error('the desk is on line');
  return connection;
}

/** Asks the desk to sync until it has: as a person would who presses the button. */
async function comesBack(desk: TestService) {
  await desk.call('desk:sync', undefined);
  await desk.untilSynced();
}

async function isRecordedOnce(roleId: string, at = registry) {
  expect(await recordedOn(at, username, roleId)).toEqual(['approve']);
}

test('behind the sign-in page of a network nothing is sent, and everything is afterwards', async () => {
  const { proxy, given } = await aProxied();
  const desk = await aSyncedDesk(given);
  const rows = await approvable(desk, 2);
  proxy.switchOn({ kind: 'portal' });
  proxy.breakAll();
  await untilCause(desk, 'intercepted');
  await approve(desk, rows);
  expect(await stateOf(desk)).toMatchObject({ waiting: 2, unresolved: 0 });
  proxy.switchOn({ kind: 'redirect' });
  await desk.call('desk:sync', undefined);
  await untilCause(desk, 'intercepted');
  proxy.switchOff();
  await comesBack(desk);
  for (const { id } of rows) await isRecordedOnce(id);
});

test('a page in the place of the registry refuses no decision', async () => {
  const { gateway, given } = await aGated();
  const desk = await aSyncedDesk(given);
  const rows = await approvable(desk, 4);
  for (const [at, status] of [400, 403, 413, 422].entries()) {
    gateway.answer = (path) => (path === '/v1/decisions' ? aPage(status) : undefined);
    await approve(desk, [rows[at]!]);
    await untilCause(desk, 'intercepted');
    expect(await stateOf(desk)).toMatchObject({ waiting: 1, unresolved: 0 });
    gateway.answer = () => undefined;
    await comesBack(desk);
    await isRecordedOnce(rows[at]!.id);
  }
});

test('a registry in maintenance is waited for as long as it says, or until a person asks', async () => {
  const { proxy, given } = await aProxied();
  const desk = await aSyncedDesk(given);
  proxy.switchOn({ kind: 'error', status: 503, as: 'problem', retryAfterS: 1800 });
  proxy.breakAll();
  const { retryAt } = await untilCause(desk, 'maintenance');
  expect(Date.parse(retryAt!)).toBeGreaterThan(Date.now() + 1_700_000);
  proxy.switchOff();
  await comesBack(desk);
});

test('a registry that wants a pause is not asked before it is over', async () => {
  const { proxy, given } = await aProxied();
  const desk = await aSyncedDesk(given);
  proxy.switchOn({ kind: 'error', status: 429, as: 'problem', retryAfterS: 3 });
  proxy.breakAll();
  const { retryAt } = await untilCause(desk, 'busy');
  const { calls } = proxy.counts;
  proxy.switchOff();
  await desk.call('desk:sync', undefined);
  await desk.call('desk:sync', undefined);
  const { connection } = await untilState(desk, (state) => state.connection.state === 'online');
  expect(connection.since >= retryAt!).toBe(true);
  expect(proxy.counts.calls).toBeGreaterThan(calls);
});

test('a registry that takes a call and does not answer is told of, and found again', async () => {
  const { proxy, given } = await aProxied();
  const desk = await aSyncedDesk(given);
  proxy.switchOn({ kind: 'half_open' }, '/v1/health');
  await desk.call('desk:sync', undefined);
  const { awaitedSince, connection } = await untilState(desk, (state) => !!state.awaitedSince);
  expect(Date.parse(awaitedSince!)).toBeLessThan(Date.now());
  expect(connection.state).toBe('online');
  proxy.switchOff();
  proxy.breakAll();
  await untilState(desk, (state) => state.awaitedSince === undefined);
  await comesBack(desk);
});

test.each([
  ['registry_newer', { protocol: 2, limits: { batch: 100 }, motto: 'ever onward' }],
  ['registry_older', { protocol: 0 }],
] as const)('%s: nothing is exchanged, and decisions stay', async (cause, other) => {
  const { gateway, given } = await aGated();
  const desk = await aSyncedDesk(given);
  const [row] = await approvable(desk, 1);
  gateway.health = (told) => ({ ...told, ...other });
  await desk.call('desk:sync', undefined);
  await untilCause(desk, cause);
  gateway.passed.length = 0;
  await approve(desk, [row!]);
  await desk.call('desk:sync', undefined);
  await untilState(desk, () => gateway.passed.length > 0);
  await untilCause(desk, cause);
  expect(new Set(gateway.passed)).toEqual(new Set(['/v1/health']));
  expect(await stateOf(desk)).toMatchObject({ waiting: 1, unresolved: 0 });
  gateway.health = (told) => told;
  await comesBack(desk);
  await isRecordedOnce(row!.id);
});

test('a clock that is a day wrong is told of until it is set right', async () => {
  const { gateway, given } = await aGated();
  const setRegistryClock = (aheadMs: number) => {
    gateway.health = (told) => ({
      ...told,
      time: new Date(Date.parse(told.time) + aheadMs).toISOString(),
    });
  };
  setRegistryClock(-dayMs);
  const desk = await aSyncedDesk(given);
  const { clockAheadMs } = await stateOf(desk);
  expect(Math.round(clockAheadMs! / 60_000)).toBe(24 * 60);
  setRegistryClock(dayMs);
  await desk.call('desk:sync', undefined);
  await untilState(desk, (state) => (state.clockAheadMs ?? 0) < 0);
  setRegistryClock(0);
  await desk.call('desk:sync', undefined);
  await untilState(desk, (state) => state.clockAheadMs === undefined);
});

test('a token that runs out in the middle of the first pull and of a push is replaced on line', async () => {
  const { proxy, given } = await aProxied(largeRegistry);
  const longer = { kind: 'delay', ms: 2500 } as const;
  proxy.next('/v1/changes', { kind: 'delay', ms: 0 }, longer, { kind: 'delay', ms: 0 }, longer);
  const desk = await aDesk({ ...given, tokenSeconds: 2 });
  const states = new Set<string>();
  await untilState(desk, ({ connection, firstPull, lastSyncAt }) => {
    if (firstPull) states.add(connection.state);
    return lastSyncAt !== undefined;
  });
  const { tokensWanted } = desk;
  expect(tokensWanted).toBeGreaterThanOrEqual(2);
  const rows = await approvable(desk, 20);
  proxy.next('/v1/decisions', longer);
  await approve(desk, rows);
  await untilState(desk, ({ connection, waiting }) => {
    states.add(connection.state);
    return waiting === 0;
  });
  expect(desk.tokensWanted).toBeGreaterThan(tokensWanted);
  expect(states).toEqual(new Set(['online']));
  for (const { id } of rows) await isRecordedOnce(id, largeRegistry);
});

test('where the registry no longer knows the cursor all is fetched anew, and the queues stay', async () => {
  const { gateway, given } = await aGated(largeRegistry);
  const desk = await aSyncedDesk(given);
  const before = (await rowsOf(desk)).map(({ id }) => id);
  const [row] = await approvable(desk, 1);
  let pages = 0;
  gateway.answer = (path) => {
    if (path === '/v1/decisions') return aProblem(503, 'unavailable');
    if (!path.startsWith('/v1/changes')) return undefined;
    pages += 1;
    if (pages === 1) return aProblem(410, 'cursor_expired');
    return pages === 4 ? aPage(502) : undefined;
  };
  await desk.call('desk:sync', undefined);
  const { firstPull } = await untilState(
    desk,
    ({ connection, firstPull }) => connection.state === 'offline' && firstPull !== undefined,
  );
  expect(firstPull).toMatchObject({ isAnew: true });
  expect((await rowsOf(desk)).map(({ id }) => id)).toEqual(before);
  await approve(desk, [row!]);
  expect(await stateOf(desk)).toMatchObject({ waiting: 1 });
  gateway.answer = () => undefined;
  await comesBack(desk);
  await isRecordedOnce(row!.id, largeRegistry);
  const left = before.filter((id) => id !== row!.id);
  expect((await rowsOf(desk, { limit: left.length })).map(({ id }) => id)).toEqual(left);
});
