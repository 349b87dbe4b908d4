import { expect, test } from 'vitest';
import { fullName } from '../../../shared/domain/person.ts';
import { newDatabase, onPostgres } from '../../fixtures/databases.ts';
import { newOperator, RegistryClient } from '../../fixtures/registryClient.ts';
import { mark, suspicious } from '../../malformed/breaking.ts';
import { watchDatabase } from '../../malformed/database.ts';
import { fuzz } from '../../malformed/fuzz.ts';
import { badTokens } from '../../malformed/tokens.ts';
import type { Variant } from '../../variants/variant.ts';
import { spawnRegistry } from './childRegistry.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const { ROLEDESK_MALFORMED, ROLEDESK_MALFORMED_SEED } = process.env;
const requests = Number(ROLEDESK_MALFORMED ?? (onPostgres ? 150 : 500));
/** More than are needed to meet a broken variant, which ends it. */
const enough = 5000;
const seed = Number(ROLEDESK_MALFORMED_SEED ?? Date.now() % 2 ** 31);

test(
  'whatever is malformed is refused as a problem, and the registry is as it was',
  async () => {
    console.log(`ROLEDESK_MALFORMED=${requests} ROLEDESK_MALFORMED_SEED=${seed}`);
    const { address: database } = await newDatabase();
    const child = spawnRegistry('--db', database, '--dev', '--seed', '60');
    const elsewhere = spawnRegistry(
      ...['--db', (await newDatabase()).address, '--dev', '--seed', '60'],
      ...['--environment', 'acceptance'],
    );
    const url = await child.url;
    const people = await new RegistryClient(url).people();
    const { username } = people.find(({ administers }) =>
      administers.some(({ kind, country }) => kind === 'CCA' && country === 'BE'),
    )!;
    const client = await RegistryClient.signIn(url, username);
    const { person } = await client.me();
    const bad = await badTokens(client, {
      username,
      elsewhere: await RegistryClient.signIn(await elsewhere.url, username),
    });
    elsewhere.process.kill();

    await fuzz({ url, database, tokens: { good: () => client.token!, bad } }, { requests, seed });

    expect(child.process.exitCode).toBeNull();
    expect((await client.me()).person).toEqual(person);
    child.process.kill();
    const { code, stderr } = await child.ended;
    expect(code).toBe(0);
    expect(stderr.match(/"status":4\d\d/g)?.length).toBeGreaterThanOrEqual(requests);
    for (const secret of [username, fullName(person), person.email, client.token!, mark]) {
      expect(stderr).not.toContain(secret);
    }
    expect(stderr).not.toContain('"level":50');
  },
  240_000 + requests * 100,
);

/** Fuzzes a registry in this process, with the tokens of systems where calls are for them. */
async function fuzzHere(registry: TestRegistry, count: number): Promise<void> {
  const central = await registry.administrator('CCA', 'BE');
  const bodies = await registry.system('registry:bodies');
  const accounts = await registry.system('registry:accounts');
  const good = ({ method, path }: { method: string; path: string }) => {
    if (path === '/v1/suspensions') return accounts.token!;
    return method === 'PATCH' ? bodies.token! : central.token!;
  };
  const tokens = { good, bad: { none: undefined } };
  const target = { url: registry.url, database: registry.address, tokens };
  await fuzz(target, { requests: count, seed });
}

test('calls of systems refuse what is malformed too', async () => {
  const registry = await startTestRegistry({ requests: 20 });
  await fuzzHere(registry, Math.min(requests, 2000));
  await registry.stop();
});

test("somebody else's role is not there to be read, claimed or withdrawn", async () => {
  const registry = await startTestRegistry();
  const post = await registry.authority('FR', 'FRLEH1');
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
  const stranger = await registry.administrator('CCA', 'IT');
  const database = await watchDatabase(registry.address);
  const before = await database.fingerprint();
  for (const [method, path] of [
    ['GET', `/v1/roles/${role!.id}/history`],
    ['POST', `/v1/roles/${role!.id}/claim`],
    ['DELETE', `/v1/roles/${role!.id}/claim`],
    ['DELETE', `/v1/role-requests/${role!.id}`],
  ] as const) {
    expect(await stranger.refusal(method, path)).toMatchObject({ status: 404, code: 'not_found' });
  }
  const control = { fullControl: true };
  const path = `/v1/bodies/${post.id}/full-control`;
  expect((await stranger.refusal('PUT', path, control)).status).toBeLessThan(500);
  expect(await database.fingerprint()).toBe(before);
  await database.close();
  await registry.stop();
});

test.each(suspicious)('where text is free it is kept as it is: %s', async (text) => {
  const registry = await startTestRegistry();
  const requester = await registry.newcomer();
  const texts = { name: text, region: text, city: text, address: text, postcode: text };
  const more = { website: text, identifiers: [{ scheme: text, value: text }] };
  const operator = newOperator({ ...texts, ...more });
  const request = { operator, message: text, contactPhone: text.slice(0, 50) };
  const [role] = await requester.file(request, text);
  expect(await requester.file(request, text)).toEqual([role]);
  const central = await registry.administrator('CCA', 'BE');
  const reject = { reason: 'unknown_to_body', message: text };
  expect((await central.decide(role!, 'reject', reject)).outcome).toBe('applied');

  const { changes } = await central.pull();
  const body = changes.find((each) => each.kind === 'body' && each.id === role!.bodyId);
  expect(body).toMatchObject({ body: { ...texts, ...more } });
  const lines = await central.history(role!.id);
  expect(lines.map(({ message }) => message)).toEqual([text, text]);
  const query = new URLSearchParams({ type: 'operator', country: 'BE', q: text });
  expect((await requester.send('GET', `/v1/bodies?${query}`)).status).toBe(200);
  await registry.stop();
});

const variants: [string, Variant, RegExp][] = [
  [
    'answers 500',
    {
      app: (app) => {
        app.addHook('onSend', async (_request, reply) => {
          if (reply.statusCode === 413) reply.code(500);
        });
      },
    },
    /answered 500/,
  ],
  [
    'takes what it should not',
    {
      app: (app) => {
        app.addHook('onSend', async (_request, reply) => {
          if (reply.statusCode === 405) reply.code(200);
        });
      },
    },
    /answered 200/,
  ],
  [
    'answers with something else',
    {
      app: (app) => {
        app.addHook('onSend', async (_request, reply) => {
          if (reply.statusCode === 415) reply.type('text/html');
        });
      },
    },
    /answered 415 as text\/html/,
  ],
  [
    'writes before it refuses',
    {
      storage: (storage) => {
        const touch = () => storage.write((writer) => writer.feedMove('above:x', 'body', 'x'));
        return { ...storage, read: (work) => touch().then(() => storage.read(work)) };
      },
    },
    /the database was written to/,
  ],
];

test.each(variants)('a registry that %s is caught', async (_what, variant, told) => {
  const registry = await startTestRegistry({ requests: 20, variant });
  await expect(fuzzHere(registry, enough)).rejects.toThrow(told);
  await registry.stop();
});
