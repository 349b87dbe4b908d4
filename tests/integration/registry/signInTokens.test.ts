import { exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { remoteSignIn } from '../../../registry/sign-in/remote.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { startIssuer, testKey, usualClaims } from './signInIssuer.ts';
import { startTestRegistry } from './testRegistry.ts';

const issuer = await startIssuer();
const signIn = remoteSignIn({
  issuer: issuer.url,
  environment: 'training',
  onUnreachable: () => undefined,
});
const registry = await startTestRegistry({ development: false, options: { signIn } });
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

const withToken = (token: string) => new RegistryClient(registry.url, token);
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

test('a good token of the issuer lets its person in', async () => {
  const { person } = await withToken(await issuer.token()).me();
  expect(person).toMatchObject({ username: 'somebody', firstName: 'Žofie', language: 'cs-CZ' });
});

test('a token whose issuer has no notion of environments is told by its audience', async () => {
  const token = await issuer.token({ environment: 'training' });
  expect((await withToken(token).me()).person.username).toBe('somebody');
});

test('clocks may differ a little', async () => {
  const token = await issuer.token({ exp: seconds(-2), nbf: seconds(2) });
  expect((await withToken(token).me()).person.username).toBe('somebody');
});

test.each<[string, () => Promise<string>, string?]>([
  ['of another issuer', () => issuer.token({ iss: 'https://login.example' })],
  ['of the issuer with a slash more', () => issuer.token({ iss: `${issuer.url}/` })],
  ['without an issuer', () => issuer.token({ iss: undefined })],
  ['for another audience', () => issuer.token({ aud: 'urn:somebody:else' })],
  ['for another environment', () => issuer.token({ aud: 'urn:roledesk:registry:production' })],
  ['without an audience', () => issuer.token({ aud: undefined })],
  ['that names another environment', () => issuer.token({ environment: 'production' })],
  ['that names an environment in another form', () => issuer.token({ environment: 7 })],
  ['that has expired', () => issuer.token({ exp: seconds(-60) }), 'token_expired'],
  ['that is not yet valid', () => issuer.token({ nbf: seconds(60) })],
  ['that never expires', () => issuer.token({ exp: undefined })],
  ['of nobody', () => issuer.token({ sub: undefined })],
  ['of an empty subject', () => issuer.token({ sub: '' })],
  [
    'that is an ID token',
    () => issuer.token({ aud: 'roledesk', nonce: 'x' }, { header: { typ: 'JWT' } }),
  ],
  ['that is an ID token for the audience', () => issuer.token({}, { header: { typ: 'JWT' } })],
  ['of no type', () => issuer.token({}, { header: { typ: undefined } })],
  ['of an unknown key', async () => issuer.token({}, { key: await testKey('unknown') })],
  [
    'of a foreign key under a known name',
    async () => issuer.token({}, { key: await testKey('first') }),
  ],
  ['of a foreign key that it brings along', foreignKeyInside],
  ['that is not signed', async () => unsigned('none')],
  ['that is not signed, in other letters', async () => unsigned('nOnE')],
  ['signed with the public key as a secret', signedWithPublicKey],
  ['that is cut short', async () => (await issuer.token()).slice(0, -4)],
  ['whose claims were changed', changedClaims],
  ['that is none', async () => 'x.y.z'],
])('a token %s is refused', async (_name, make, code = 'token_invalid') => {
  const answer = await withToken(await make()).send('GET', '/v1/me');
  expect(answer).toMatchObject({ status: 401, body: { code } });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

test('a call without a token is told so', async () => {
  const answer = await new RegistryClient(registry.url).send('GET', '/v1/me');
  expect(answer).toMatchObject({ status: 401, body: { code: 'token_missing' } });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});

test('health tells a desk where to sign in, and for what', async () => {
  const { body } = await new RegistryClient(registry.url).send('GET', '/v1/health');
  expect(body).toMatchObject({
    signIn: {
      issuer: issuer.url,
      clientId: 'roledesk',
      resource: 'urn:roledesk:registry:training',
    },
  });
});

async function foreignKeyInside(): Promise<string> {
  const key = await testKey('first');
  return issuer.token({}, { key, header: { jwk: key.publicJwk, jku: `${issuer.url}/keys` } });
}

function unsigned(alg: string): string {
  const header = { alg, kid: issuer.key.kid, typ: 'at+jwt' };
  const parts = [header, usualClaims(issuer.url)].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.`;
}

async function signedWithPublicKey(): Promise<string> {
  const publicKey = await importJWK(issuer.key.publicJwk, 'ES256', { extractable: true });
  if (publicKey instanceof Uint8Array) throw new Error('not a public key');
  return new SignJWT(usualClaims(issuer.url))
    .setProtectedHeader({ alg: 'HS256', kid: issuer.key.kid, typ: 'at+jwt' })
    .sign(Buffer.from(await exportSPKI(publicKey)));
}

async function changedClaims(): Promise<string> {
  const [header, , signature] = (await issuer.token()).split('.');
  const claims = JSON.stringify({ ...usualClaims(issuer.url), sub: 'n00000001' });
  return [header, Buffer.from(claims).toString('base64url'), signature].join('.');
}
