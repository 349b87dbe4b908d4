import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { healthSchema } from '../../../shared/wire/health.ts';
import { decision, RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let nobody: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 20 });
  nobody = new RegistryClient(registry.url);
});
afterAll(() => registry.stop());

test('health needs no token and names the environment', async () => {
  const { status, body } = await nobody.send('GET', '/v1/health');
  expect(status).toBe(200);
  expect(healthSchema.parse(body)).toMatchObject({
    ...{ status: 'ok', environment: 'training', protocol: 1 },
  });
  expect(healthSchema.parse(body).time).toMatch(/\.\d{3}Z$/);
});

const protectedCalls = [
  ['GET', '/v1/me'],
  ['GET', '/v1/changes'],
  ['POST', '/v1/decisions'],
  ['GET', `/v1/roles/${crypto.randomUUID()}/history`],
  ['POST', `/v1/roles/${crypto.randomUUID()}/claim`],
  ['DELETE', `/v1/roles/${crypto.randomUUID()}/claim`],
  ['PUT', `/v1/bodies/${crypto.randomUUID()}/full-control`],
  ['GET', '/v1/events'],
  ['GET', '/v1/preferences'],
  ['PUT', '/v1/preferences'],
  ['POST', '/v1/role-requests'],
  ['DELETE', `/v1/role-requests/${crypto.randomUUID()}`],
  ['GET', '/v1/my/roles'],
  ['GET', '/v1/bodies'],
  ['PATCH', `/v1/bodies/${crypto.randomUUID()}`],
  ['POST', '/v1/suspensions'],
] as const;

test.each(protectedCalls)('%s %s needs a good token', async (method, path) => {
  expect(await nobody.refusal(method, path)).toMatchObject({ status: 401, code: 'token_missing' });
  const forged = new RegistryClient(registry.url, 'eyJhbGciOiJub25lIn0.e30.');
  expect(await forged.refusal(method, path)).toMatchObject({ status: 401, code: 'token_invalid' });
});

test('a token of another registry or environment is invalid, an old one has expired', async () => {
  const other = await startTestRegistry();
  const theirs = await other.administrator('CCA', 'BE');
  const foreign = new RegistryClient(registry.url, theirs.token);
  expect((await foreign.refusal('GET', '/v1/me')).code).toBe('token_invalid');
  await other.stop();
  const { person } = await registry.newcomer();
  const shortLived = await RegistryClient.signIn(registry.url, person.username, 1);
  const expiresAtMs = Date.now() + 1000;
  let code: string | undefined;
  while (code !== 'token_expired' && Date.now() < expiresAtMs + 10_000) {
    const { status, body } = await shortLived.send('GET', '/v1/me');
    code = status === 200 ? undefined : z.object({ code: z.string() }).parse(body).code;
  }
  expect(code).toBe('token_expired');
});

test('a 401 says how to sign in', async () => {
  const { headers } = await nobody.send('GET', '/v1/me');
  expect(headers.get('www-authenticate')).toBe('Bearer');
});

test('an unknown address is not found, an unknown method not allowed', async () => {
  const client = await registry.administrator('CCA', 'BE');
  expect((await client.refusal('GET', '/v1/%zz')).status).toBe(400);
  for (const path of ['/', '/v1', '/v1/nothing', '/v1/me/']) {
    expect(await client.refusal('GET', path)).toMatchObject({ status: 404, code: 'not_found' });
  }
  const problem = await client.refusal('DELETE', '/v1/me');
  expect(problem).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect((await client.send('PUT', '/v1/decisions', {})).headers.get('allow')).toBe('POST');
});

test('JSON that is none, too much and another media type are problems too', async () => {
  const client = await registry.administrator('CCA', 'BE');
  const post = (content: unknown, headers = {}) =>
    client.refusal('POST', '/v1/decisions', content, headers);
  expect(await post('{"decisions":')).toMatchObject({ status: 400, code: 'malformed_json' });
  expect(await post('')).toMatchObject({ status: 400, code: 'invalid_request' });
  const text = await post('x', { 'content-type': 'text/csv' });
  expect(text).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  const huge = JSON.stringify({ decisions: 'x'.repeat(11 * 1024 * 1024) });
  expect(await post(huge)).toMatchObject({ status: 413, code: 'payload_too_large' });
});

test('a body that is missing, or of another kind, names what is wrong', async () => {
  const client = await registry.administrator('CCA', 'BE');
  expect(await client.refusal('POST', '/v1/decisions')).toMatchObject({ status: 400 });
  const problem = await client.refusal('POST', '/v1/decisions', { decisions: [{ id: 3 }], x: 1 });
  expect(problem.code).toBe('invalid_request');
  expect(problem.errors).toEqual(
    expect.arrayContaining([
      { path: 'x', code: 'unknown_field' },
      { path: 'decisions.0.id', code: 'wrong_type' },
      { path: 'decisions.0.roleId', code: 'required' },
    ]),
  );
  const id = await client.refusal('GET', '/v1/roles/7/history');
  expect(id.errors).toEqual([{ path: 'id', code: 'invalid_format' }]);
});

test('500 decisions with the longest messages fit', async () => {
  const client = await registry.administrator('CCA', 'BE');
  const [role] = [...(await client.roles()).values()];
  const decisions = Array.from({ length: 500 }, () =>
    decision(role!, 'grant_admin', { message: 'ж'.repeat(4000), baseRevision: 99 }),
  );
  expect((await client.send('POST', '/v1/decisions', { decisions })).status).toBe(200);
});

test('answers are gzipped for who takes it', async () => {
  const client = await registry.administrator('CCA', 'BE');
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const headers = { authorization: `Bearer ${client.token}`, 'accept-encoding': 'gzip' };
    get(`${registry.url}/v1/changes`, { headers }, (response) => {
      expect(response.headers['content-encoding']).toBe('gzip');
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).once('error', reject);
  });
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(await client.page());
});

test('the OpenAPI document tells every call', async () => {
  const { body } = await nobody.send('GET', '/openapi.json');
  const document = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(body);
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual(
    [
      ...protectedCalls.map(
        ([method, path]) => `${method} ${path.replace(/[0-9a-f-]{36}/, '{id}')}`,
      ),
      ...['GET /v1/health', 'GET /dev/people', 'POST /dev/token'],
    ].sort(),
  );
});

test('without development sign-in there is no way in but health', async () => {
  const closed = await startTestRegistry({ development: false });
  const stranger = new RegistryClient(closed.url, (await registry.newcomer()).token);
  expect((await stranger.send('GET', '/v1/health')).status).toBe(200);
  expect((await stranger.refusal('GET', '/v1/me')).code).toBe('token_invalid');
  expect((await stranger.refusal('GET', '/dev/people')).status).toBe(404);
  expect((await stranger.refusal('POST', '/dev/token', { username: 'x' })).status).toBe(404);
  await closed.stop();
});

test('a development token is for somebody who exists', async () => {
  const problem = await nobody.refusal('POST', '/dev/token', { username: 'nobody' });
  expect(problem).toMatchObject({ status: 404, code: 'unknown_username' });
  const unknown = await nobody.refusal('POST', '/dev/token', { user: 'n00000001' });
  expect(unknown.errors).toEqual([
    { path: 'username', code: 'required' },
    { path: 'user', code: 'unknown_field' },
  ]);
});
