import { expect, test } from 'vitest';
import type { CallInput } from '../../../shared/desk/calls.ts';
import { defaultPreferences } from '../../../shared/domain/preferences.ts';
import { colleaguesAt } from '../../fixtures/registry.ts';
import {
  aDesk,
  approvable,
  approve,
  aRegistry,
  aSyncedDesk,
  newcomer,
  recordedOn,
  rowsOf,
} from './desks.ts';

// Events wake a desk at once; without them it would ask after a minute, which is longer than this.
const soon = 20_000;

test('a request that is filed elsewhere shows without being asked for, with a notice', {
  timeout: soon,
}, async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  expect(desk.notices).toEqual([]);
  const [known] = await rowsOf(desk, { filter: { text: '', countries: [], types: ['authority'] } });
  const { body } = await desk.call('roles:detail', { roleId: known!.id });
  const person = await registry.as(await newcomer(registry));
  const [role] = await person.file({ bodyId: body.id });
  const notice = await desk.untilNotice(({ roleId }) => roleId === role!.id);
  expect(notice).toMatchObject({ notice: 'newRequest', count: 1 });
  expect((await rowsOf(desk)).some(({ id }) => id === role!.id)).toBe(true);
});

test('a person who wants no notices gets none', { timeout: soon }, async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const notifications = { ...defaultPreferences.notifications, newRequest: 'off' } as const;
  await desk.call('preferences:save', { ...defaultPreferences, notifications });
  const [known] = await rowsOf(desk, { filter: { text: '', countries: [], types: ['authority'] } });
  const { body } = await desk.call('roles:detail', { roleId: known!.id });
  const person = await registry.as(await newcomer(registry));
  const [role] = await person.file({ bodyId: body.id });
  await desk.until('roles:matching', matchAll, ({ roles }) =>
    roles.some(({ roleId }) => roleId === role!.id),
  );
  // A notice would come before the round's last news.
  await desk.call('desk:sync', undefined);
  await desk.untilSynced();
  expect(desk.notices).toEqual([]);
});

const matchAll: CallInput<'roles:matching'> = {
  queue: 'requested',
  filter: { text: '', countries: [], types: [] },
  sort: { column: 'due', direction: 'ascending' },
};

test('two desks that decide on the same requests come to the same end', async () => {
  const registry = await aRegistry();
  const colleagues = await colleaguesAt(registry);
  const desks = await Promise.all(
    colleagues.map((username) => aSyncedDesk({ registry, username })),
  );
  const [one, other] = [desks[0]!, desks[1]!];
  const rows = await approvable(one, 8);
  const roles = rows.map(({ id, revision }) => ({ roleId: id, revision }));
  await Promise.all([
    one.call('decisions:decide', { action: 'approve', roles: roles.slice(0, 6) }),
    other.call('decisions:decide', { action: 'reject', reason: 'other', roles: roles.slice(2) }),
  ]);
  await Promise.all(desks.map((desk) => desk.untilSynced()));
  for (const { roleId } of roles) {
    expect(await recordedOn(registry, colleagues[0], roleId)).toHaveLength(1);
  }
  const standing = [...(await (await registry.as(colleagues[0])).roles()).values()];
  for (const desk of desks) {
    for (const { roleId } of roles) {
      const expected = standing.find(({ id }) => id === roleId);
      await desk.until(
        'roles:detail',
        { roleId },
        ({ status, role }) => status === expected?.status && role.revision === expected.revision,
      );
    }
  }
  const conflicts = await Promise.all(desks.map((desk) => desk.call('outbox:list', undefined)));
  const inConflict = conflicts.flatMap(({ entries }) => entries.map(({ state }) => state));
  // Each of the four requests that both decided on was recorded for one of them.
  expect(inConflict.length).toBeLessThanOrEqual(4);
  expect(inConflict.every((state) => state === 'conflict')).toBe(true);
});

test('preferences are kept here at once and at the registry, and merge with those saved elsewhere', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const first = { ...(await desk.call('preferences:get', undefined)), language: 'fr' };
  await desk.call('preferences:save', first);
  expect(await desk.call('preferences:get', undefined)).toEqual(first);
  const second = await aSyncedDesk({ registry, username });
  await second.until('preferences:get', undefined, ({ language }) => language === 'fr');

  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await second.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await desk.call('preferences:save', { ...first, holdSeconds: 77 });
  await second.call('preferences:save', { ...first, timeZone: 'Europe/Paris' });
  expect((await desk.call('preferences:get', undefined)).holdSeconds).toBe(77);
  await registry.restart();
  const both = { ...first, holdSeconds: 77, timeZone: 'Europe/Paris' };
  for (const each of [desk, second, desk]) {
    await each.call('desk:sync', undefined);
    await each.untilSynced();
  }
  for (const each of [desk, second]) {
    await each.call('desk:sync', undefined);
    await each.until(
      'preferences:get',
      undefined,
      (now) => JSON.stringify(now) === JSON.stringify({ ...now, ...both }),
    );
  }
});

test('a token that runs out is replaced, and nothing is lost meanwhile', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, tokenSeconds: 1 });
  const rows = await approvable(desk, 1);
  await desk.untilTokenWanted();
  await approve(desk, rows);
  await desk.untilSynced();
  expect(await recordedOn(registry, username, rows[0]!.id)).toEqual(['approve']);
});

test('a registry of another environment is neither pulled from nor pushed to', async () => {
  const training = await aRegistry({ environment: 'training' });
  const [username] = await colleaguesAt(training);
  const desk = await aSyncedDesk({ registry: training, username });
  const rows = await approvable(desk, 1);
  await training.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await approve(desk, rows);
  await desk.close();

  const acceptance = await aRegistry({ environment: 'acceptance' });
  const moved = await aDesk({ registry: acceptance, username, file: desk.file });
  await moved.until(
    'desk:state',
    undefined,
    ({ connection }) => connection.state === 'offline' && connection.cause === 'wrong_environment',
  );
  expect(await moved.call('desk:state', undefined)).toMatchObject({ waiting: 1 });
  const fresh = await aDesk({ registry: acceptance, username });
  await fresh.until(
    'desk:state',
    undefined,
    ({ connection }) => connection.state === 'offline' && connection.cause === 'wrong_environment',
  );
  expect(await rowsOf(fresh)).toEqual([]);
});

test('what waits outlives a crash of the service', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const rows = await approvable(desk, 2);
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await approve(desk, rows);
  await desk.kill();
  const again = await aDesk({ registry, username, file: desk.file });
  expect(await again.call('desk:state', undefined)).toMatchObject({ waiting: 2 });
  await registry.restart();
  await again.untilSynced();
  for (const { id } of rows) expect(await recordedOn(registry, username, id)).toEqual(['approve']);
});

test('a service whose main process is gone ends by itself', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  await desk.abandon();
});

test('calls that make no sense are answered with a code', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aDesk({ registry, username });
  const answer = (name: string, input: unknown) => desk.answer(name as never, input as never);
  expect(await answer('roles:page', { queue: 'all' })).toEqual({
    ok: false,
    error: { code: 'invalid_input', path: 'queue' },
  });
  expect(await answer('app:info', undefined)).toEqual({
    ok: false,
    error: { code: 'unknown_call' },
  });
  expect(await answer('roles:detail', { roleId: crypto.randomUUID() })).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});
