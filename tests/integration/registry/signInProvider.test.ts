import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { developmentSecret } from '../../../registry/sign-in/development/clients.ts';
import { newDatabase } from '../../fixtures/databases.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { spawnRegistry } from './childRegistry.ts';
import {
  ask,
  authorizationUrl,
  Browser,
  codeFor,
  codeGrant,
  granted,
  proof,
  redirectUri,
  refreshGrant,
  signInThrough,
} from './signInBrowser.ts';
import { startTestRegistry } from './testRegistry.ts';

const registry = await startTestRegistry();
afterAll(() => registry.stop());
const { url } = registry;
const { person } = await registry.newcomer();
const { username } = person;
const audience = 'urn:roledesk:registry:training';
const withToken = (token: string) => new RegistryClient(url, token);
const refused = { status: 400, body: { error: 'invalid_grant' } };

test('a person who signs in on the page gets tokens that tell who it is', async () => {
  const { access_token, id_token, expires_in } = await signInThrough(new Browser(url), username);
  expect((await withToken(access_token).me()).person).toEqual(person);
  expect(expires_in).toBe(3600);
  const told = {
    sub: username,
    ...{ preferred_username: username, given_name: person.firstName, family_name: person.lastName },
    ...{ email: person.email, locale: person.language, iss: `${url}/dev/oidc` },
  };
  expect(decodeJwt(id_token)).toMatchObject({ ...told, aud: 'roledesk', nonce: 'the-nonce' });
  expect(decodeJwt(access_token)).toMatchObject({ ...told, aud: audience });
});

test('a token without a browser is of the same kind', async () => {
  const { access_token } = await signInThrough(new Browser(url), username);
  const { token = '' } = await registry.as(username);
  const shape = ({ iat: _i, exp: _e, jti: _j, ...claims }: ReturnType<typeof decodeJwt>) => claims;
  expect(shape(decodeJwt(token))).toEqual(shape(decodeJwt(access_token)));
  expect(decodeProtectedHeader(token)).toEqual(decodeProtectedHeader(access_token));
});

test('an ID token lets nobody in', async () => {
  const { id_token } = await signInThrough(new Browser(url), username);
  const problem = await withToken(id_token).refusal('GET', '/v1/me');
  expect(problem).toMatchObject({ status: 401, code: 'token_invalid' });
});

test('a code is good once, and its second use ends what came of the first', async () => {
  const { verifier, challenge } = proof();
  const code = await codeFor(new Browser(url), username, { code_challenge: challenge });
  const { refresh_token } = await granted(url, codeGrant(code, verifier));
  expect(await ask(url, codeGrant(code, verifier))).toMatchObject(refused);
  expect(await ask(url, refreshGrant(refresh_token))).toMatchObject(refused);
});

test.each<[string, Record<string, string>]>([
  ['with the proof of another', { code_verifier: proof().verifier }],
  ['without a proof', { code_verifier: '' }],
  ['for another redirect', { redirect_uri: 'http://127.0.0.1:49153/callback' }],
  ['by another client', { client_id: 'development-bodies' }],
])('a code is not good %s', async (_name, more) => {
  const { verifier, challenge } = proof();
  const code = await codeFor(new Browser(url), username, { code_challenge: challenge });
  const { status, body } = await ask(url, codeGrant(code, verifier, more));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).not.toHaveProperty('access_token');
});

test.each([
  ['another host', 'http://198.51.100.7:49152/callback'],
  ['another name of this machine', 'http://localhost:49152/callback'],
  ['another loopback address', 'http://127.0.0.2:49152/callback'],
  ['another path', 'http://127.0.0.1:49152/other'],
  ['a path below', 'http://127.0.0.1:49152/callback/x'],
  ['a query', 'http://127.0.0.1:49152/callback?next=https://evil.example'],
  ['HTTPS', 'https://127.0.0.1:49152/callback'],
  ['a host that starts the same', 'http://127.0.0.1.evil.example/callback'],
  ['a user name in front', 'http://127.0.0.1@evil.example/callback'],
  ['nowhere', ''],
])('nobody is sent to %s with a code', async (_name, redirect_uri) => {
  const page = await new Browser(url).go(authorizationUrl(url, { redirect_uri }));
  expect(page.status).toBe(400);
  expect(page.next).toBeUndefined();
  expect(page.text).toContain('<h1>Signing in did not work</h1>');
});

test.each<[string, Record<string, string>]>([
  ['without a proof of possession', { code_challenge: '', code_challenge_method: '' }],
  ['with a proof in the clear', { code_challenge_method: 'plain' }],
  ['for tokens in the address', { response_type: 'token' }],
  ['for another resource', { resource: 'urn:roledesk:registry:production' }],
  ['for what systems may do', { scope: 'openid registry:bodies' }],
])('a desk that asks %s is sent back with an error', async (_name, parameters) => {
  const { next = '' } = await new Browser(url).go(authorizationUrl(url, parameters));
  expect(next.startsWith(redirectUri)).toBe(true);
  expect(next).toMatch(/[?#&]error=/);
  expect(next).not.toMatch(/code=|token=/);
});

test('any free port of the loopback address is good, and what was asked comes back', async () => {
  const redirect_uri = 'http://127.0.0.1:50007/callback';
  const browser = new Browser(url);
  const page = await browser.go(authorizationUrl(url, { redirect_uri }));
  const { next = '' } = await browser.go(page.url, { username });
  const { origin, pathname, searchParams } = new URL(next);
  expect(`${origin}${pathname}`).toBe(redirect_uri);
  expect(searchParams.get('state')).toBe('the-state');
  expect(searchParams.get('iss')).toBe(`${url}/dev/oidc`);
});

test('a refresh token is good once; its second use ends the newer one as well', async () => {
  const { refresh_token } = await signInThrough(new Browser(url), username);
  const second = await granted(url, refreshGrant(refresh_token));
  expect((await withToken(second.access_token).me()).person.username).toBe(username);
  expect(decodeJwt(second.id_token).sub).toBe(username);
  expect(second.refresh_token).not.toBe(refresh_token);
  expect(await ask(url, refreshGrant(refresh_token))).toMatchObject(refused);
  expect(await ask(url, refreshGrant(second.refresh_token))).toMatchObject(refused);
});

test('a refresh token that is revoked is good no longer', async () => {
  const { refresh_token } = await signInThrough(new Browser(url), username);
  await revoke(url, refresh_token);
  expect(await ask(url, refreshGrant(refresh_token))).toMatchObject(refused);
});

test('each system gets a token for what it may do, and for nothing else', async () => {
  const credentials = { client_id: 'development-bodies', grant_type: 'client_credentials' };
  const token = await granted(url, { ...credentials, scope: 'registry:bodies' }, developmentSecret);
  expect(decodeJwt(token.access_token)).toMatchObject({
    ...{ sub: 'development-bodies', scope: 'registry:bodies', aud: audience },
    environment: 'training',
  });
  const problem = await withToken(token.access_token).refusal('GET', '/v1/me');
  expect(problem).toMatchObject({ status: 403, code: 'person_unknown' });
  const greedy = { ...credentials, scope: 'registry:accounts' };
  expect(await ask(url, greedy, developmentSecret)).toMatchObject({ status: 400 });
  expect(await ask(url, { ...credentials, scope: 'registry:bodies' }, 'guessed')).toMatchObject({
    ...{ status: 401, body: { error: 'invalid_client' } },
  });
});

test('signing in and out leaves nothing of a person in what the command writes', async () => {
  const database = await newDatabase();
  const child = spawnRegistry('--db', database.address, '--dev', '--seed', '1');
  const own = await child.url;
  const [someone] = await new RegistryClient(own).people();
  const browser = new Browser(own);
  const { id_token, refresh_token } = await signInThrough(browser, someone!.username);
  await granted(own, refreshGrant(refresh_token));
  await browser.go(`${own}/dev/oidc/session/end?id_token_hint=${id_token}`);
  await browser.go(authorizationUrl(own, { login_hint: someone!.username, redirect_uri: 'x' }));
  await revoke(own, refresh_token);
  child.process.kill();
  const { stdout, stderr } = await child.ended;
  await database.drop();
  expect(stdout).toBe(`registry listening on ${own}\n`);
  expect(stderr).toContain('"route":"/dev/oidc/*"');
  for (const line of stderr.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  for (const secret of [someone!.username, someone!.name, refresh_token, id_token]) {
    expect(stderr).not.toContain(secret);
  }
});

async function revoke(registryUrl: string, token: string): Promise<void> {
  await fetch(`${registryUrl}/dev/oidc/token/revocation`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'roledesk', token }),
  });
}
