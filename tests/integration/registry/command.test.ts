import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { newDatabase } from '../../fixtures/databases.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { spawnRegistry } from './childRegistry.ts';

const database = async () => (await newDatabase()).address;

test('it says where it listens, keeps its tokens over a restart, and stops at once when told to', async () => {
  const args = ['--db', await database(), '--dev', '--seed', '20'];
  const first = spawnRegistry(...args);
  const url = await first.url;
  const [someone] = await new RegistryClient(url).people();
  const client = await RegistryClient.signIn(url, someone!.username);
  const me = await client.me();
  const stream = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  first.process.kill('SIGTERM');
  expect(await first.ended).toMatchObject({
    ...{ code: 0, signal: null, stdout: `registry listening on ${url}\n` },
  });
  await stream.body!.cancel();

  const second = spawnRegistry(...args, '--port', new URL(url).port);
  expect(await new RegistryClient(await second.url, client.token).me()).toEqual(me);
  second.process.kill('SIGINT');
  const { code, stderr } = await second.ended;
  expect(code).toBe(0);
  expect(stderr).toMatch(/--seed left alone/);
});

test('without --dev it says that nobody can sign in', async () => {
  const child = spawnRegistry('--db', await database());
  const problem = await new RegistryClient(await child.url, 'x').refusal('GET', '/v1/me');
  expect(problem).toMatchObject({ status: 401, code: 'token_invalid' });
  child.process.kill();
  expect((await child.ended).stderr).toMatch(/no sign-in without --issuer or --dev/);
});

test('with --issuer it tells where to sign in, and does without the provider until a token comes', async () => {
  const flags = ['--audience', 'https://registry.example', '--client-id', 'desk'];
  const issuer = 'http://127.0.0.1:9/realms/traces';
  const child = spawnRegistry('--db', await database(), '--issuer', issuer, ...flags);
  const client = new RegistryClient(await child.url, 'x.y.z');
  expect((await client.send('GET', '/v1/health')).body).toMatchObject({
    signIn: { issuer, clientId: 'desk', resource: 'https://registry.example' },
  });
  child.process.kill();
  expect((await child.ended).stderr).not.toMatch(/no sign-in/);
});

test('with --restored it is another database to who knew it', async () => {
  const args = ['--db', await database(), '--dev', '--seed', '20'];
  const ids = new Set<string | undefined>();
  for (const more of [[], [], ['--restored']]) {
    const child = spawnRegistry(...args, ...more);
    const url = await child.url;
    const [someone] = await new RegistryClient(url).people();
    ids.add((await (await RegistryClient.signIn(url, someone!.username)).me()).database);
    child.process.kill();
    await child.ended;
  }
  expect(ids.size).toBe(2);
});

test('a database of one environment is not opened for another', async () => {
  const address = await database();
  const first = spawnRegistry('--db', address, '--environment', 'acceptance');
  const { body } = await new RegistryClient(await first.url).send('GET', '/v1/health');
  expect(body).toMatchObject({ environment: 'acceptance' });
  first.process.kill();
  await first.ended;
  const { code, stderr } = await spawnRegistry('--db', address).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/--db .* belongs to the environment acceptance/);
});

test('a port in use is named', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { code, stderr } = await spawnRegistry('--port', port, '--db', await database()).ended;
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`--port ${port}`);
});

test('nothing of a person gets into the log', async () => {
  const child = spawnRegistry('--db', await database(), '--dev', '--seed', '20');
  const url = await child.url;
  const people = await new RegistryClient(url).people();
  const { username, name } = people.find(({ administers }) => administers.length > 0)!;
  const client = await RegistryClient.signIn(url, username);
  const { person } = await client.me();
  await client.pull();
  await client.send('GET', `/v1/changes?cursor=${encodeURIComponent(name)}`);
  await client.send('POST', '/dev/token', { username: person.email });
  child.process.kill();
  const { stderr } = await child.ended;
  expect(stderr).toContain('"route":"/v1/changes"');
  for (const secret of [username, name, encodeURIComponent(name), person.email, person.id]) {
    expect(stderr).not.toContain(secret);
  }
  expect(stderr).not.toContain(client.token);
});
