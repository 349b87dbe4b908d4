import { expect, test } from 'vitest';
import { colleaguesAt } from '../../fixtures/registry.ts';
import { aDesk, approvable, approve, aRegistry, aSyncedDesk, rowsOf } from './desks.ts';

test('on line, a token of another person sends no decision, and the right one sends it after all', async () => {
  const registry = await aRegistry();
  const [username, other] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const [row] = await approvable(desk, 1);
  desk.send({ kind: 'token', token: await registry.token(other) });
  await approve(desk, [row!]);
  await desk.until('desk:state', undefined, ({ connection, waiting }) => {
    return connection.state === 'offline' || waiting === 0;
  });
  expect(await (await registry.as(other)).timesRecorded(row!.id, 'approve')).toBe(0);
  desk.send({ kind: 'token', token: await registry.token(username) });
  await desk.untilSynced();
  expect(await (await registry.as(username)).timesRecorded(row!.id, 'approve')).toBe(1);
});

test('before the first pull, a token of another person fills no store', async () => {
  const registry = await aRegistry();
  const [username, other] = await colleaguesAt(registry);
  const desk = await aDesk({
    registry: { url: registry.url, token: () => registry.token(other) },
    username,
  });
  const { me } = await desk.until(
    'desk:state',
    undefined,
    ({ connection }) => connection.state === 'online' || connection.cause === 'signed_out',
  );
  expect(me).toBeUndefined();
  expect(await rowsOf(desk)).toEqual([]);
});
