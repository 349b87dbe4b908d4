import { afterAll, beforeAll, expect, test } from 'vitest';
import { decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 20 });
});
afterAll(() => registry.stop());

/** What is measured now: `name{label="value"}` → number. */
async function measured(): Promise<Map<string, number>> {
  const response = await fetch(`${registry.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line): [string, number] => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const requests = (route: string, method: string, status: number) =>
  `roledesk_http_requests_total{route="${route}",method="${method}",status="${status}"}`;

test('answers are counted by the pattern of their route', async () => {
  const client = await registry.newcomer();
  const before = await measured();
  await client.me();
  await client.me();
  await client.send('GET', `/v1/roles/${crypto.randomUUID()}/history`);
  await client.send('GET', '/v1/no-such-thing');
  await client.send('PUT', '/v1/me');
  const after = await measured();
  const risen = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
  expect(risen(requests('/v1/me', 'GET', 200))).toBe(2);
  expect(risen(requests('/v1/roles/:id/history', 'GET', 404))).toBe(1);
  expect(risen(requests('unknown', 'GET', 404))).toBe(1);
  expect(risen(requests('/v1/me', 'PUT', 405))).toBe(1);
  const durations = 'roledesk_http_request_duration_seconds_count{route="/v1/me",method="GET"}';
  expect(risen(durations)).toBe(2);
});

test('decisions are counted by their outcome', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const role = [...(await central.roles()).values()].find(({ status }) => status === 'requested')!;
  const before = await measured();
  await central.decideAll([decision(role, 'reject'), decision(role, 'approve')]);
  await central.decide({ ...role, id: crypto.randomUUID() }, 'reject');
  const after = await measured();
  for (const outcome of ['applied', 'conflict', 'refused']) {
    const key = `roledesk_decisions_total{outcome="${outcome}"}`;
    expect((after.get(key) ?? 0) - (before.get(key) ?? 0)).toBe(1);
  }
});

test('open streams, the head of the feed and the process are told', async () => {
  const client = await registry.newcomer();
  const left = new AbortController();
  await fetch(`${registry.url}/v1/events`, {
    headers: { authorization: `Bearer ${client.token}` },
    signal: left.signal,
  });
  const now = await measured();
  expect(now.get('roledesk_event_streams')).toBe(1);
  const head = await registry.storage.read((reader) => reader.feedHead());
  expect(now.get('roledesk_feed_head')).toBe(head);
  expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  left.abort();
  await expect
    .poll(async () => (await measured()).get('roledesk_event_streams'), { timeout: 30_000 })
    .toBe(0);
});

test('how long a stream was open is no time to an answer', async () => {
  const { person } = await registry.newcomer();
  const { token } = await RegistryClient.signIn(registry.url, person.username, 1);
  const headers = { authorization: `Bearer ${token}` };
  await (await fetch(`${registry.url}/v1/events`, { headers })).text();
  const ended = async () =>
    [...(await measured()).keys()].filter((key) => key.includes('"/v1/events",method="GET"'));
  await expect.poll(ended).toEqual([requests('/v1/events', 'GET', 200)]);
});

test('nobody but this machine reads them', async () => {
  const stranger = new RegistryClient(registry.url);
  const from = { 'x-forwarded-for': '192.0.2.7' };
  const problem = await stranger.refusal('GET', '/metrics', undefined, from);
  expect(problem).toMatchObject({ status: 404, code: 'not_found' });
});

test('no label is of a person', async () => {
  const { person, ...client } = await registry.newcomer();
  await new RegistryClient(client.url, client.token).send(
    'GET',
    `/v1/${person.username}?q=${person.email}`,
  );
  const text = await (await fetch(`${registry.url}/metrics`)).text();
  for (const secret of [person.username, person.email, person.id, client.token!]) {
    expect(text).not.toContain(secret);
  }
});
