import { expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { decisionsAnswerSchema } from '../../../shared/wire/decisions.ts';
import { seededDatabase } from '../../fixtures/databases.ts';
import { decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { type ChildRegistry, spawnRegistry } from './childRegistry.ts';
import { type RawConnection, rawConnection, requestText } from './rawHttp.ts';

const newArgs = async () => ['--db', (await seededDatabase(900)).address, '--dev'];

/** The desk of Belgium's central authority, and what is requested there. */
async function centralDesk(child: ChildRegistry) {
  const url = await child.url;
  const people = await new RegistryClient(url).people();
  const { username } = people.find(({ administers }) =>
    administers.some(({ kind, country }) => kind === 'CCA' && country === 'BE'),
  )!;
  const client = await RegistryClient.signIn(url, username);
  const requested = [...(await client.roles()).values()].filter(
    ({ status }) => status === 'requested',
  );
  return { url, client, requested };
}

/** Sends a batch of 500 but for its last byte, which `complete` sends. */
async function halfSentBatch(url: string, { token }: RegistryClient, requested: Role[]) {
  const roles = Array.from({ length: 500 }, (_, at) => requested[at % requested.length]!);
  const body = JSON.stringify({ decisions: roles.map((role) => decision(role, 'reject')) });
  const connection = await rawConnection(url);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  connection.socket.write(requestText('POST', '/v1/decisions', headers) + body.slice(0, -1));
  return { ...connection, complete: () => connection.socket.write(body.slice(-1)) };
}

/** Resolves once no new connection is taken. */
async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const connected = await rawConnection(url).catch(() => undefined);
    if (connected === undefined) return;
    connected.socket.destroy();
  }
}

test('a batch under way when the registry is told to stop is answered and kept', async () => {
  const args = await newArgs();
  const child = spawnRegistry(...args);
  const { url, client, requested } = await centralDesk(child);
  const preconnected = await rawConnection(url);
  const stream = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  const batch = await halfSentBatch(url, client, requested);
  // Answered behind the batch's head: the registry is at it.
  await client.me();

  child.process.kill('SIGTERM');
  await Promise.all([preconnected.closed, refusesConnections(url), stream.text()]);
  batch.complete();
  const { status, headers, body } = await batch.answer();
  expect(status).toBe(200);
  expect(headers.get('connection')).toBe('close');
  const { results } = decisionsAnswerSchema.parse(JSON.parse(body));
  expect(results.length).toBe(500);
  expect(await child.ended).toMatchObject({ code: 0, signal: null });

  const again = spawnRegistry(...args, '--port', new URL(url).port);
  const kept = await new RegistryClient(await again.url, client.token).roles();
  const applied = results.filter(({ outcome }) => outcome === 'applied');
  expect(applied.length).toBe(Math.min(500, requested.length));
  for (const { role } of applied) expect(kept.get(role!.id)).toEqual(role);
  again.process.kill();
  await again.ended;
});

test.each(['SIGTERM', 'SIGINT'] as const)('a second signal ends it at once: %s', async (second) => {
  const args = await newArgs();
  const child = spawnRegistry(...args);
  const { url, client, requested } = await centralDesk(child);
  const batch: RawConnection = await halfSentBatch(url, client, requested);
  await client.me();
  child.process.kill('SIGTERM');
  await refusesConnections(url);
  child.process.kill(second);
  expect(await child.ended).toMatchObject({ code: null, signal: second });
  await batch.closed;
});

test('who does not end a request is cut off, and the registry ends well', async () => {
  const child = spawnRegistry(...(await newArgs()));
  const { url, client, requested } = await centralDesk(child);
  const batch: RawConnection = await halfSentBatch(url, client, requested);
  await client.me();
  child.process.kill('SIGTERM');
  await batch.closed;
  expect(await child.ended).toMatchObject({ code: 0, signal: null });
});
