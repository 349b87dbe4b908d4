import { beforeEach, expect, test } from 'vitest';
import { usualCallsPerMinute } from '../../../registry/http/rateLimit.ts';
import { newDatabase } from '../../fixtures/databases.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { spawnRegistry } from './childRegistry.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const callsPerMinute = 10;

let registry: TestRegistry;
beforeEach(async () => {
  registry = await startTestRegistry({ options: { callsPerMinute } });
  return () => registry.stop();
});

/** Makes a call until it is refused for being made too often; how often it was not. */
async function callsUntilRefused(client: RegistryClient, path: string, headers = {}) {
  for (let calls = 0; calls < 10 * callsPerMinute; calls += 1) {
    const answer = await client.send('GET', path, undefined, headers);
    if (answer.status === 429) return { calls, answer };
  }
  throw new Error('never refused');
}

test('who calls too often is told when to come again', async () => {
  const client = await registry.newcomer();
  const { calls, answer } = await callsUntilRefused(client, '/v1/me');
  expect(calls).toBe(callsPerMinute);
  expect(answer.body).toMatchObject({ status: 429, code: 'too_many_requests' });
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('the calls of a person count together, whatever the token and the route', async () => {
  const client = await registry.newcomer();
  const other = await registry.as(client.person.username);
  await callsUntilRefused(client, '/v1/me');
  expect((await other.refusal('GET', '/v1/my/roles')).status).toBe(429);
  expect((await other.refusal('POST', '/v1/decisions', { decisions: [] })).status).toBe(429);
});

test("nobody uses up what is somebody else's", async () => {
  const client = await registry.newcomer();
  const colleague = await registry.newcomer();
  await callsUntilRefused(colleague, '/v1/me');
  const { person } = client;
  const [head, , signature] = client.token!.split('.');
  const claims = Buffer.from(JSON.stringify({ sub: person.username })).toString('base64url');
  const forged = new RegistryClient(registry.url, `${head}.${claims}.${signature}`);
  await callsUntilRefused(forged, '/v1/me');
  await callsUntilRefused(new RegistryClient(registry.url), '/v1/me');
  const { calls } = await callsUntilRefused(client, '/v1/me');
  expect(calls).toBe(callsPerMinute);
});

test.each(['/v1/me', '/openapi.json', '/v1/nothing', '/dev/people'])(
  'without a good token an address counts: %s',
  async (path) => {
    const stranger = new RegistryClient(registry.url);
    const { calls } = await callsUntilRefused(stranger, path);
    expect(calls).toBe(callsPerMinute);
    const elsewhere = { 'x-forwarded-for': '192.0.2.7' };
    expect((await stranger.send('GET', path, undefined, elsewhere)).status).not.toBe(429);
  },
);

test('health and metrics can be asked for at any time', async () => {
  const stranger = new RegistryClient(registry.url);
  await callsUntilRefused(stranger, '/openapi.json');
  expect((await fetch(`${registry.url}/v1/health`)).status).toBe(200);
  expect((await fetch(`${registry.url}/metrics`)).status).toBe(200);
  for (let call = 0; call < 2 * callsPerMinute; call += 1) {
    expect((await stranger.send('GET', '/v1/health')).status).toBe(200);
  }
});

test('the command takes the limit as a flag', async () => {
  const database = await newDatabase();
  const child = spawnRegistry('--db', database.address, '--dev', '--rate-limit', '3');
  const { calls } = await callsUntilRefused(new RegistryClient(await child.url), '/v1/me');
  expect(calls).toBe(3);
  child.process.kill();
  await child.ended;
  await database.drop();
});

test('unless it is told otherwise the command has a limit, and none in development', async () => {
  const database = await newDatabase();
  const calledOften = async (...flags: string[]) => {
    const child = spawnRegistry('--db', database.address, ...flags);
    const client = new RegistryClient(await child.url);
    const statuses = new Set<number>();
    for (let call = 0; call <= usualCallsPerMinute; call += 1) {
      statuses.add((await client.send('GET', '/v1/me')).status);
    }
    child.process.kill();
    await child.ended;
    return [...statuses];
  };
  expect(await calledOften()).toEqual([401, 429]);
  expect(await calledOften('--dev')).toEqual([401]);
  await database.drop();
});
