import { afterEach, expect, test } from 'vitest';
import { remoteSignIn } from '../../../registry/sign-in/remote.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { startIssuer, type TestIssuer, testKey } from './signInIssuer.ts';
import { startTestRegistry } from './testRegistry.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A registry that takes the tokens of an issuer; what it said of an issuer out of reach is kept. */
async function registryOf(issuer: string) {
  const reasons: unknown[] = [];
  const onUnreachable = (error: unknown) => reasons.push(error);
  // Fetched anew for every unknown key: a test does not wait.
  const signIn = remoteSignIn({ issuer, environment: 'training', onUnreachable, cooldownMs: 0 });
  const registry = await startTestRegistry({ development: false, options: { signIn } });
  stops.push(registry.stop);
  const call = (token: string) => new RegistryClient(registry.url, token).send('GET', '/v1/me');
  return { call, reasons };
}

async function issuerToStop(): Promise<TestIssuer> {
  const issuer = await startIssuer();
  stops.push(issuer.stop);
  return issuer;
}

const unreachable = { status: 503, body: { code: 'issuer_unreachable' } };

test('an issuer that cannot be reached is no reason to sign out, and is asked again', async () => {
  const issuer = await issuerToStop();
  const token = await issuer.token();
  await issuer.stop();
  const { call, reasons } = await registryOf(issuer.url);
  const answer = await call(token);
  expect(answer).toMatchObject(unreachable);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.headers.has('www-authenticate')).toBe(false);
  expect(reasons.length).toBe(1);
  await issuer.start();
  expect((await call(token)).status).toBe(200);
});

test('keys that are known outlive an issuer that is gone; one that is not known does not make a token bad', async () => {
  const issuer = await issuerToStop();
  const { call } = await registryOf(issuer.url);
  expect((await call(await issuer.token())).status).toBe(200);
  await issuer.stop();
  expect((await call(await issuer.token({ sub: 'another' }))).status).toBe(200);
  const next = await testKey('next');
  expect(await call(await issuer.token({}, { key: next }))).toMatchObject(unreachable);
  await issuer.start();
});

test.each([
  ['under another name', (issuer: TestIssuer) => `${issuer.url}/other`],
  ['with a slash more', (issuer: TestIssuer) => `${issuer.url}/`],
])('a discovery document %s is not believed', async (_name, nameOf) => {
  const issuer = await issuerToStop();
  const { call, reasons } = await registryOf(issuer.url);
  issuer.name = nameOf(issuer);
  expect(await call(await issuer.token())).toMatchObject(unreachable);
  expect(reasons).toEqual([expect.objectContaining({ code: 'other_issuer' })]);
});

test('a new key is found when the first token names it, and a withdrawn one is good no longer', async () => {
  const issuer = await issuerToStop();
  const { call } = await registryOf(issuer.url);
  expect((await call(await issuer.token())).status).toBe(200);
  const next = await testKey('next', 'RS256');
  issuer.keys = [next];
  expect((await call(await issuer.token({}, { key: next }))).status).toBe(200);
  expect(await call(await issuer.token())).toMatchObject({ status: 401 });
});

test('a registry takes the tokens of the development provider of another', async () => {
  const first = await startTestRegistry();
  stops.push(first.stop);
  const { call } = await registryOf(`${first.url}/dev/oidc`);
  const { token = '', person } = await first.newcomer();
  const { status, body } = await call(token);
  expect(status).toBe(200);
  const { username, firstName, lastName, email, language } = person;
  expect(body).toMatchObject({ person: { username, firstName, lastName, email, language } });
});
