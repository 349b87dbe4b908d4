import { expect, test } from 'vitest';
import { readDesk } from '../db/desk.ts';
import { listOutbox, outboxCounts } from '../db/outbox.ts';
import { queueCounts } from '../db/queues.ts';
import { aRole, storeWith, told } from '../db/world.fixture.ts';
import type { Connection } from '../shared/desk/state.ts';
import { until } from './registry.fixture.ts';
import {
  RegistryIntercepted,
  RegistryProblem,
  RegistrySilent,
  RegistryUnreachable,
} from './registry.ts';
import { around, aSync, body, decideOn, person } from './sync.fixture.ts';

const dayMs = 24 * 60 * 60_000;

function retryAtOf(connection: Connection): string | undefined {
  return connection.state === 'offline' ? connection.retryAt : undefined;
}

test('a page in the place of the registry refuses no decision', async () => {
  const roles = [aRole(body, person), aRole(body, person)];
  const { store, registry, clock, sync } = aSync({ store: storeWith([body], [person], roles) });
  decideOn(store, roles, clock.now());
  registry.failures.set('decide', new RegistryIntercepted('a page', { status: 400 }));
  void sync.start();
  await until(() => sync.connection.state === 'offline' && sync.connection.cause === 'intercepted');
  expect(outboxCounts(store.reader)).toEqual({ waiting: 2, unresolved: 0 });
  sync.ask();
  await until(() => outboxCounts(store.reader).waiting === 0);
  expect(listOutbox(store.reader).entries).toEqual([]);
});

test('the desk says when it tries again by itself', async () => {
  const { registry, clock, sync } = aSync();
  registry.failure = new RegistryUnreachable();
  void sync.start();
  await until(() => clock.waits.includes(250));
  expect(retryAtOf(sync.connection)).toBe('2026-11-22T12:00:00.250Z');
  clock.move(250);
  await until(() => clock.waits.includes(500));
  expect(retryAtOf(sync.connection)).toBe('2026-11-22T12:00:00.750Z');
});

test('a registry in maintenance is tried again when it said so, or when a person asks', async () => {
  const { registry, clock, sync } = aSync();
  registry.failure = new RegistryProblem(503, 'unavailable', 5 * 60_000);
  void sync.start();
  await until(() => clock.waits.includes(5 * 60_000));
  expect(sync.connection).toMatchObject({
    cause: 'maintenance',
    retryAt: '2026-11-22T12:05:00.000Z',
  });
  registry.failure = undefined;
  sync.ask();
  await until(() => sync.connection.state === 'online');
});

test('a registry that wants a pause gets it, whoever asks', async () => {
  const { registry, clock, sync } = aSync();
  registry.failure = new RegistryProblem(429, 'too_many_requests', 60_000);
  void sync.start();
  await until(() => clock.waits.includes(60_000));
  expect(sync.connection).toMatchObject({ cause: 'busy', retryAt: '2026-11-22T12:01:00.000Z' });
  const asked = registry.asked.length;
  registry.failure = undefined;
  sync.ask();
  sync.hearOfToken(true);
  clock.move(59_999);
  await until(() => clock.waits.includes(1));
  expect(registry.asked.length).toBe(asked);
  clock.move(1);
  await until(() => sync.connection.state === 'online');
});

test('a clock that is set meanwhile makes no wait longer or shorter', async () => {
  const { registry, clock, sync } = aSync();
  registry.failure = new RegistryProblem(503, 'unavailable', 60_000);
  void sync.start();
  await until(() => clock.waits.includes(60_000));
  clock.setWrong(-dayMs);
  registry.failure = undefined;
  clock.move(60_000);
  await until(() => sync.connection.state === 'online');
});

test('pages become smaller while nothing comes in time, and larger again', async () => {
  const { registry, clock, sync } = aSync();
  registry.pages = [around, ...Array.from({ length: 12 }, () => [told(aRole(body, person))])];
  registry.failures.set('changes', new RegistrySilent());
  void sync.start();
  await until(() => clock.waits.includes(250));
  registry.failures.set('changes', new RegistrySilent());
  clock.move(250);
  await until(() => clock.waits.includes(500));
  clock.move(500);
  await until(() => sync.connection.state === 'online' && registry.limits.length === 15);
  const usual = [500, 500, 500, 500, 500];
  expect(registry.limits).toEqual([500, 250, 125, 175, 225, 275, 325, 375, 425, 475, ...usual]);
});

test('an answer that takes long is told of until it comes', async () => {
  const { registry, clock, sync } = aSync();
  let answer = () => {};
  registry.held = new Promise((resolve) => {
    answer = resolve;
  });
  void sync.start();
  await until(() => clock.waits.includes(5000));
  clock.move(4999);
  await until(() => clock.waits.includes(1));
  expect(sync.awaitedSince).toBeUndefined();
  clock.move(1);
  await until(() => sync.awaitedSince === '2026-11-22T12:00:00.000Z');
  answer();
  await until(() => sync.connection.state === 'online');
  expect(sync.awaitedSince).toBeUndefined();
});

test('a clock that is wrong is told of, until it is set right', async () => {
  const { registry, clock, sync, started } = aSync();
  registry.now = () => new Date(clock.elapsedMs());
  clock.setWrong(dayMs);
  await started();
  expect(sync.clockAheadMs).toBe(dayMs);
  clock.setWrong(0);
  await until(() => clock.waits.includes(60_000));
  clock.move(60_000);
  await until(() => sync.clockAheadMs === undefined);
});

test('while all is fetched anew the roles from before stay, and the progress is told', async () => {
  const [stays, leaves] = [aRole(body, person), aRole(body, person)];
  const { store, registry, clock, sync, started } = aSync();
  registry.pages = [around, [told(stays), told(leaves)]];
  await started();
  registry.failures.set('changes', new RegistryProblem(410, 'cursor_expired'));
  registry.pages = [around, [told(aRole(body, person))], [told(stays)]];
  // The way breaks in the middle.
  let page = 0;
  const changes = registry.changes.bind(registry);
  registry.changes = async (cursor, limit) => {
    page += 1;
    if (page === 4) throw new RegistryUnreachable();
    return changes(cursor, limit);
  };
  decideOn(store, [stays], clock.now(), dayMs);
  registry.tellChanged();
  await until(() => sync.connection.state === 'offline');
  expect(sync.firstPull).toEqual({ done: around.length + 1, remaining: 1, isAnew: true });
  expect(queueCounts(store.reader)).toMatchObject({ requested: 2, valid: 1 });
  expect(outboxCounts(store.reader).waiting).toBe(1);
  sync.ask();
  await until(() => readDesk(store.reader).pullDone);
  await until(() => sync.firstPull === undefined);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 1, valid: 1 });
  expect(outboxCounts(store.reader).waiting).toBe(1);
});

test('a first pull that was stopped counts on from where it was', async () => {
  const first = aSync();
  const pages = [around, ...[0, 1, 2].map(() => [told(aRole(body, person))])];
  first.registry.pages = pages;
  const changes = first.registry.changes.bind(first.registry);
  first.registry.changes = async (cursor, limit) => {
    if (cursor === '2') throw new RegistryUnreachable();
    return changes(cursor, limit);
  };
  void first.sync.start();
  await until(
    () => first.sync.connection.state === 'offline' && first.sync.firstPull !== undefined,
  );
  await first.sync.stop();

  const second = aSync({ store: first.store });
  second.registry.pages = pages;
  const counts = new Set<number | undefined>();
  const pull = second.registry.changes.bind(second.registry);
  second.registry.changes = async (cursor, limit) => {
    counts.add(second.sync.firstPull?.done);
    return pull(cursor, limit);
  };
  await second.started();
  expect(counts).toEqual(new Set([undefined, around.length + 2]));
});

test('a token that runs out again and again does not make the desk call itself off line', async () => {
  const { registry, sync, tokensWanted } = aSync();
  registry.pages = [around, ...Array.from({ length: 4 }, () => [told(aRole(body, person))])];
  const changes = registry.changes.bind(registry);
  let isFresh = true;
  registry.changes = async (cursor, limit) => {
    isFresh = !isFresh;
    if (isFresh) return changes(cursor, limit);
    throw new RegistryProblem(401, 'token_expired');
  };
  void sync.start();
  for (let tokens = 1; tokens <= 5; tokens += 1) {
    await until(() => tokensWanted() === tokens);
    expect(sync.connection.state).toBe('online');
    sync.hearOfToken(true);
  }
  await until(() => registry.asked.filter((call) => call === 'changes').length === 5);
});

test('attempts that get on are not made to wait longer and longer', async () => {
  const { registry, clock, sync } = aSync();
  registry.pages = [around, ...Array.from({ length: 6 }, () => [told(aRole(body, person))])];
  const changes = registry.changes.bind(registry);
  let isCut = false;
  registry.changes = async (cursor, limit) => {
    isCut = !isCut;
    if (isCut) return changes(cursor, limit);
    throw new RegistryUnreachable();
  };
  void sync.start();
  for (let cuts = 0; cuts < 6; cuts += 1) {
    await until(() => clock.waits.includes(250));
    clock.move(250);
  }
  await until(() => sync.connection.state === 'online' && sync.firstPull === undefined);
});
