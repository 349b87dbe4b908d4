import { expect, test } from 'vitest';
import { readDesk } from '../db/desk.ts';
import { listOutbox, outboxCounts } from '../db/outbox.ts';
import { queueCounts } from '../db/queues.ts';
import { aPerson, aRole, storeWith, told } from '../db/world.fixture.ts';
import { until } from './registry.fixture.ts';
import {
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistrySilent,
  RegistryUnreachable,
} from './registry.ts';
import { around, aSync, body, decideOn, person } from './sync.fixture.ts';

test('all pages are taken in, and an event makes it pull again at once', async () => {
  const { store, registry, started, rounds } = aSync();
  registry.pages = [around, [told(aRole(body, person))], [told(aRole(body, person))]];
  await started();
  expect(queueCounts(store.reader).requested).toBe(2);
  registry.pages.push([told(aRole(body, person))]);
  registry.tellChanged();
  await until(() => queueCounts(store.reader).requested === 3);
  expect(rounds()).toBe(4);
});

test('without events it asks every minute', async () => {
  const { registry, clock, started, rounds } = aSync();
  await started();
  await until(() => clock.waits.includes(60_000));
  const [before, greetings] = [rounds(), registry.asked.filter((call) => call === 'me').length];
  clock.move(60_000);
  await until(() => rounds() > before);
  expect(registry.asked.filter((call) => call === 'me').length).toBeGreaterThan(greetings);
});

test('a registry of another environment or protocol is neither pulled from nor pushed to', async () => {
  for (const [wrong, cause] of [
    [{ environment: 'acceptance' }, 'wrong_environment'],
    [{ protocol: 0 }, 'registry_older'],
    [{ protocol: 2 }, 'registry_newer'],
  ] as const) {
    const role = aRole(body, person);
    const { store, registry, clock, sync } = aSync({ store: storeWith([body], [person], [role]) });
    decideOn(store, [role], clock.now());
    Object.assign(registry, wrong);
    void sync.start();
    await until(() => sync.connection.state === 'offline' && sync.connection.cause === cause);
    expect(new Set(registry.asked)).toEqual(new Set(['health']));
    expect(listOutbox(store.reader).entries).toMatchObject([{ state: 'waiting' }]);
  }
});

test.each([
  [new RegistryUnreachable(), 'unreachable'],
  [new RegistrySilent(), 'no_answer'],
  [new RegistryIntercepted('a page'), 'intercepted'],
  [new RegistryProblem(500, 'internal'), 'registry_error'],
  [new RegistryProblem(502, 'unknown'), 'registry_error'],
  [new RegistryProblem(503, 'unknown'), 'maintenance'],
  [new RegistryProblem(403, 'person_unknown'), 'person_unknown'],
  [new RegistryAnswerInvalid(), 'answer_invalid'],
] as const)('%s makes the desk off line, and the next success on line', async (failure, cause) => {
  const { registry, clock, sync, started } = aSync();
  await started();
  registry.failure = failure;
  registry.tellChanged();
  await until(() => sync.connection.state === 'offline');
  expect(sync.connection).toMatchObject({ cause });
  registry.failure = undefined;
  await until(() => clock.waits.includes(250));
  clock.move(250);
  await until(() => sync.connection.state === 'online');
});

test('attempts come at growing intervals, and at once where a person asks', async () => {
  const { registry, clock, sync } = aSync({ random: () => 0.999_999 });
  registry.failure = new RegistryUnreachable();
  void sync.start();
  for (const ms of [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
    await until(() => clock.waits.includes(ms));
    clock.move(ms);
  }
  await until(() => clock.waits.includes(60_000));
  registry.failure = undefined;
  sync.ask();
  await until(() => sync.connection.state === 'online');
});

test('a registry that asks to be left alone is left alone as long', async () => {
  const { registry, clock, sync } = aSync();
  registry.failure = new RegistryProblem(503, 'busy', 7000);
  void sync.start();
  await until(() => clock.waits.includes(7000));
});

test('the end of the events is looked into at once', async () => {
  const { registry, sync, started } = aSync();
  await started();
  registry.failure = new RegistryUnreachable();
  registry.endEvents();
  await until(() => sync.connection.state === 'offline');
});

test('events that end again and again are not chased', async () => {
  const { registry, clock, started } = aSync();
  await started();
  const greetings = () => registry.asked.filter((call) => call === 'health').length;
  registry.endEvents();
  await until(() => greetings() === 2);
  await until(() => clock.waits.includes(60_000));
  registry.endEvents();
  await until(() => clock.waits.includes(500));
  expect(greetings()).toBe(2);
});

test('what is decided while lost events are not chased is sent at once', async () => {
  const role = aRole(body, person);
  const store = storeWith([body], [person], [role]);
  const { registry, clock, sync, started } = aSync({ store });
  await started();
  registry.endEvents();
  await until(() => registry.asked.filter((call) => call === 'listen').length === 2);
  await until(() => clock.waits.includes(60_000));
  registry.endEvents();
  await until(() => clock.waits.includes(500));
  decideOn(store, [role], clock.now());
  sync.follow();
  await until(() => registry.batches.length === 1);
});

test('a lost cursor makes it start afresh, and the outbox stays', async () => {
  const [stays, leaves] = [aRole(body, person), aRole(body, person)];
  const store = storeWith([body], [person], [stays, leaves]);
  const { registry, clock, started } = aSync({ store });
  decideOn(store, [stays], clock.now(), 60_000);
  registry.failures.set('changes', new RegistryProblem(410, 'cursor_expired'));
  registry.pages = [around, [told(stays)]];
  void started();
  await until(() => readDesk(store.reader).pullNumber === 2 && readDesk(store.reader).pullDone);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 1 });
  expect(listOutbox(store.reader).entries).toMatchObject([{ roleId: stays.id, state: 'held' }]);
});

test('after an answer that never came the same decisions are sent again under the same ids', async () => {
  const role = aRole(body, person);
  const { store, registry, clock, sync, started } = aSync({
    store: storeWith([body], [person], [role]),
  });
  await started();
  const unanswered: string[] = [];
  registry.judge = ({ id }) => {
    unanswered.push(id);
    throw new RegistryUnreachable();
  };
  decideOn(store, [role], clock.now());
  sync.follow();
  await until(() => sync.connection.state === 'offline');
  expect(listOutbox(store.reader).entries).toMatchObject([{ state: 'sent' }]);
  registry.judge = ({ id }) => ({
    id,
    outcome: 'applied',
    role: { ...role, revision: 2, status: 'valid' },
  });
  sync.ask();
  await until(() => outboxCounts(store.reader).waiting === 0);
  expect(registry.batches.at(-1)?.map(({ id }) => id)).toEqual(unanswered);
});

test('more than 500 decisions go in several batches', async () => {
  const roles = Array.from({ length: 501 }, () => aRole(body, person));
  const { store, registry, clock, started } = aSync({ store: storeWith([body], [person], roles) });
  decideOn(store, roles, clock.now());
  await started();
  expect(registry.batches.map((batch) => batch.length)).toEqual([500, 1]);
});

test('a decision that the registry cannot take does not hold up the others', async () => {
  const roles = [0, 1, 2, 3, 4].map(() => aRole(body, person));
  const { store, registry, clock, started } = aSync({ store: storeWith([body], [person], roles) });
  decideOn(store, roles, clock.now());
  const bad = roles[3]?.id;
  registry.judge = ({ id, roleId }) => {
    if (roleId === bad) throw new RegistryProblem(400, 'invalid');
    return { id, outcome: 'applied', role: null };
  };
  await started();
  expect(listOutbox(store.reader).entries).toMatchObject([
    { roleId: bad, state: 'refused', code: 'invalid' },
  ]);
});

test('a held decision is sent when its time is over, and not before', async () => {
  const role = aRole(body, person);
  const { store, registry, clock, sync, started } = aSync({
    store: storeWith([body], [person], [role]),
  });
  await started();
  decideOn(store, [role], clock.now(), 10_000);
  sync.follow();
  await until(() => clock.waits.includes(10_000));
  clock.move(9999);
  await until(() => clock.waits.includes(1));
  expect(registry.batches).toEqual([]);
  clock.move(1);
  await until(() => registry.batches.length === 1);
});

test('a refused token is asked for anew without going off line; where there is none the desk is signed out', async () => {
  const { registry, sync, started, tokensWanted } = aSync();
  await started();
  registry.failures.set('changes', new RegistryProblem(401, 'token_expired'));
  registry.tellChanged();
  await until(() => tokensWanted() === 1);
  expect(sync.connection.state).toBe('online');
  const { since } = sync.connection;
  sync.hearOfToken(true);
  await until(
    () =>
      registry.asked.at(-1) === 'changes' &&
      registry.asked.filter((call) => call === 'listen').length === 2,
  );
  expect(sync.connection).toEqual({ state: 'online', since });

  registry.failure = new RegistryProblem(401, 'token_expired');
  registry.tellChanged();
  await until(() => tokensWanted() === 2);
  sync.hearOfToken(false);
  await until(() => sync.connection.state === 'offline');
  expect(sync.connection).toMatchObject({ cause: 'signed_out' });
  registry.failure = undefined;
  sync.hearOfToken(true);
  await until(() => sync.connection.state === 'online');
});

test('a registry that refuses every token is not asked without end', async () => {
  const { registry, clock, sync, tokensWanted } = aSync();
  registry.failure = new RegistryProblem(401, 'token_invalid');
  void sync.start();
  await until(() => tokensWanted() === 1);
  sync.hearOfToken(true);
  await until(() => clock.waits.includes(250));
  expect(sync.connection).toMatchObject({ cause: 'signed_out' });
  expect(tokensWanted()).toBe(2);
});

test('it ends at once, also while a token is awaited', async () => {
  const { registry, sync, tokensWanted } = aSync();
  registry.failure = new RegistryProblem(401, 'token_expired');
  void sync.start();
  await until(() => tokensWanted() === 1);
  await sync.stop();
});

test('new requests give a notice together, what was there before none', async () => {
  const { registry, notices, started } = aSync();
  registry.pages = [around, [told(aRole(body, person))]];
  await started();
  expect(notices).toEqual([]);
  const fresh = [aRole(body, person), aRole(body, person)];
  const decided = aRole(body, person, { status: 'valid' });
  const foreign = aRole(body, person, { responsibleId: body.id });
  registry.pages.push([told(decided), told(foreign), ...fresh.map(told)]);
  registry.tellChanged();
  await until(() => notices.length > 0);
  expect(notices).toEqual([{ notice: 'newRequest', roleId: fresh[0]?.id, count: 2 }]);
});

test('a store of one person is not synced with the token of another', async () => {
  const { registry, sync, started } = aSync();
  await started();
  const stranger = { ...(await registry.me()), person: aPerson() };
  registry.me = async () => stranger;
  registry.endEvents();
  await until(() => sync.connection.state === 'offline' || registry.asked.at(-1) === 'health');
  sync.hearOfToken(false);
  await until(() => sync.connection.state === 'offline');
  expect(sync.connection).toMatchObject({ cause: 'signed_out' });
});
