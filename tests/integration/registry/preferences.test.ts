import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultPreferences } from '../../../shared/domain/preferences.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

const path = '/v1/preferences';
const chosen = {
  language: 'mt',
  timeZone: 'Europe/Malta',
  holdSeconds: 30,
  notifications: { newRequest: 'off', dueSoon: 'desktop', conflict: 'off' },
};

test('preferences hold until others are chosen, and come back with me', async () => {
  const client = await registry.newcomer();
  const first = await client.send('GET', path);
  expect(first.body).toEqual(defaultPreferences);
  const etag = first.headers.get('etag')!;
  const put = await client.send('PUT', path, chosen, { 'if-match': etag });
  expect(put).toMatchObject({ status: 200, body: chosen });
  const second = await client.send('GET', path);
  expect(second.body).toEqual(chosen);
  expect(second.headers.get('etag')).toBe(put.headers.get('etag'));
  expect(second.headers.get('etag')).not.toBe(etag);
  expect((await client.me()).preferences).toEqual(chosen);
});

test('whoever has not read the last ones does not overwrite them', async () => {
  const client = await registry.newcomer();
  const blind = await client.refusal('PUT', path, chosen);
  expect(blind).toMatchObject({ status: 428, code: 'if_match_missing' });
  const { headers } = await client.send('GET', path);
  const ifMatch = { 'if-match': headers.get('etag')! };
  await client.send('PUT', path, chosen, ifMatch);
  const stale = await client.refusal('PUT', path, { ...chosen, language: 'fr' }, ifMatch);
  expect(stale).toMatchObject({ status: 412, code: 'stale' });
  expect((await client.send('GET', path)).body).toEqual(chosen);
  expect((await client.send('PUT', path, chosen, { 'if-match': '"x", *' })).status).toBe(200);
});

test('what is no preference is refused by its field', async () => {
  const client = await registry.newcomer();
  const wrong = {
    ...{ ...chosen, timeZone: 'Europe/Atlantis', colour: 'red' },
    notifications: { ...chosen.notifications, newRequest: 'mail', sound: 'loud' },
  };
  const problem = await client.refusal('PUT', path, wrong, { 'if-match': '*' });
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(problem.errors?.map((each) => each.path).sort()).toEqual([
    ...['colour', 'notifications.newRequest', 'notifications.sound', 'timeZone'],
  ]);
});
