import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { SignedIn } from '../../../electron/session/signIn.ts';
import { type Lies, subject } from '../../fixtures/issuer.ts';
import { anIssuer, asking, goTo, signInAt, visit } from './signIn.fixture.ts';

const hourMs = 3_600_000;

test('a right answer signs the person in', async () => {
  const issuer = await anIssuer();
  const signedIn = await signInAt(issuer).ask(asking());
  expect(signedIn).toMatchObject({ outcome: 'signed_in', subject });
  // It is counted from the answer on.
  const { expiresInMs } = signedIn as SignedIn;
  expect(expiresInMs).toBeGreaterThan(hourMs / 2);
  expect(expiresInMs).toBeLessThanOrEqual(hourMs);
});

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

/** An id token of a provider by whose clock it is `seconds` earlier than here. */
const earlierBy = (seconds: number): Lies => ({
  claims: {
    iat: secondsAgo(seconds),
    nbf: secondsAgo(seconds),
    exp: secondsAgo(seconds - 300),
  },
});
const daySeconds = 86_400;

test.each([
  ['ahead', 240],
  ['behind', -240],
])('a clock that is some minutes %s is no hindrance', async (_, seconds) => {
  const issuer = await anIssuer(earlierBy(seconds));
  expect(await signInAt(issuer).ask(asking())).toMatchObject({ outcome: 'signed_in', subject });
});

test.each([
  ['ahead', daySeconds],
  ['behind', -daySeconds],
])(
  'a clock that is a day %s signs nobody in, and the window says that it is the clock',
  async (_, seconds) => {
    const issuer = await anIssuer(earlierBy(seconds));
    expect(await signInAt(issuer).ask(asking())).toEqual({
      outcome: 'refused',
      problem: 'clock_wrong',
    });
  },
);

test.each<[string, Lies]>([
  ['a description of another issuer', { metadata: { issuer: 'https://login.example' } }],
  ['another issuer in the answer', { callback: { iss: 'https://login.example' } }],
  ['no issuer in the answer of a provider that names it', { callback: { iss: undefined } }],
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another issuer in the id token', { claims: { iss: 'https://login.example' } }],
  ['another audience', { claims: { aud: 'another-client' } }],
  [
    'several audiences and another authorised party',
    { claims: { aud: ['roledesk', 'x'], azp: 'x' } },
  ],
  ['an id token that is over', { claims: { exp: secondsAgo(600) } }],
  ['an id token of the future', { claims: { nbf: secondsAgo(-600) } }],
  ['an id token without a subject', { claims: { sub: undefined } }],
  ['an id token without a signature', { signature: 'none' }],
  [
    'an id token without a signature, of a provider that says it may',
    { signature: 'none', metadata: { id_token_signing_alg_values_supported: ['none', 'ES256'] } },
  ],
  ['an id token signed by another key', { signature: 'by_another_key' }],
  [
    'a token endpoint where secrets could be overheard',
    { metadata: { token_endpoint: 'http://192.0.2.1/token' } },
  ],
  [
    'a sign-in page where secrets could be overheard',
    { metadata: { authorization_endpoint: 'http://192.0.2.1/a' } },
  ],
  ['a sign-in page that is a file', { metadata: { authorization_endpoint: 'file:///etc/passwd' } }],
])('%s signs nobody in', async (_, lies) => {
  const issuer = await anIssuer(lies);
  expect(await signInAt(issuer).ask(asking())).toEqual({
    outcome: 'refused',
    problem: 'provider_invalid',
  });
});

test.each<[string, Lies, string]>([
  ['a person who breaks off', { callback: { error: 'access_denied', code: undefined } }, 'denied'],
  ['a provider that refuses', { callback: { error: 'invalid_scope', code: undefined } }, 'refused'],
  ['a code that is not good', { callback: { code: 'another' } }, 'refused'],
  ['a provider that is down', { tokenError: { status: 503, error: 'x' } }, 'provider_unreachable'],
  [
    'a registry of another environment',
    { health: { environment: 'production' } },
    'wrong_environment',
  ],
  ['a registry of another version', { health: { protocol: 2 } }, 'wrong_protocol'],
  ['a registry without a sign-in', { health: { signIn: undefined } }, 'not_set_up'],
  ['a registry that is none', { health: { status: 'fine' } }, 'registry_invalid'],
])('%s signs nobody in, and the window can say why', async (_, lies, problem) => {
  const issuer = await anIssuer(lies);
  expect(await signInAt(issuer).ask(asking())).toEqual({ outcome: 'refused', problem });
});

test('an answer with another state is turned away, and the right one still waited for', async () => {
  const issuer = await anIssuer();
  const turnedAway: number[] = [];
  const open = async (address: string) => {
    for (const state of ['another', '']) {
      issuer.lies = { callback: { state } };
      turnedAway.push((await visit(address)).status);
    }
    issuer.lies = {};
    await visit(address);
  };
  expect(await signInAt(issuer, { open }).ask(asking())).toMatchObject({ outcome: 'signed_in' });
  expect(turnedAway).toEqual([400, 400]);
  expect(issuer.times('/token')).toBe(1);
});

test('a second answer finds nobody', async () => {
  const issuer = await anIssuer();
  let callback: URL | undefined;
  const open = async (address: string) => {
    ({ callback } = await visit(address));
  };
  await signInAt(issuer, { open }).ask(asking());
  await expect(goTo(callback!)).rejects.toThrow();
  expect(issuer.times('/token')).toBe(1);
});

/** The status of a request to the place that waits for the answer. */
function statusOf(
  callback: URL,
  { method = 'GET', path = `${callback.pathname}${callback.search}`, host = callback.host },
): Promise<number | undefined> {
  const { hostname, port } = callback;
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['by another name of this computer', { host: 'login.example' }, 421],
  ['by another port', { host: '127.0.0.1:1' }, 421],
  ['by another method', { method: 'POST' }, 405],
  ['by a mere look', { method: 'HEAD' }, 405],
  ['without parameters', { path: '/callback' }, 404],
])('an answer %s is turned away', async (_, how, expected) => {
  const issuer = await anIssuer();
  let status: number | undefined;
  const open = async (address: string) => {
    const sent = await fetch(address, { redirect: 'manual' });
    const callback = new URL(sent.headers.get('location') ?? '');
    status = await statusOf(callback, how);
    await goTo(callback);
  };
  expect(await signInAt(issuer, { open }).ask(asking())).toMatchObject({ outcome: 'signed_in' });
  expect(status).toBe(expected);
});

test('an answer on another path is turned away', async () => {
  const issuer = await anIssuer();
  const statuses: (number | undefined)[] = [];
  const open = async (address: string) => {
    const sent = await fetch(address, { redirect: 'manual' });
    const callback = new URL(sent.headers.get('location') ?? '');
    for (const path of ['/', '/callback/x', '/callback/../callback', '//callback', '/Callback']) {
      statuses.push(await statusOf(callback, { path: `${path}${callback.search}` }));
    }
    await goTo(callback);
  };
  expect(await signInAt(issuer, { open }).ask(asking())).toMatchObject({ outcome: 'signed_in' });
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('only this computer is listened to, and the page that ends it can load and run nothing', async () => {
  const issuer = await anIssuer();
  let end: Awaited<ReturnType<typeof visit>> | undefined;
  const open = async (address: string) => {
    end = await visit(address);
  };
  await signInAt(issuer, { open }).ask(asking());
  expect(end?.callback.hostname).toBe('127.0.0.1');
  expect(end?.page).toBe('received');
  expect(end?.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha/,
  );
  expect(end?.headers.get('content-security-policy')).not.toContain('script');
  expect(end?.headers.get('cache-control')).toBe('no-store');
  expect(end?.headers.get('referrer-policy')).toBe('no-referrer');
});

test('the request to sign in carries what the checks are made of', async () => {
  const issuer = await anIssuer();
  const addresses: URL[] = [];
  const open = async (address: string) => {
    addresses.push(new URL(address));
    await visit(address);
  };
  const way = signInAt(issuer, { open });
  await way.ask(asking());
  await way.ask(asking({ isAnew: false }));
  const [first, second] = addresses.map(({ searchParams }) => Object.fromEntries(searchParams));
  expect(first).toMatchObject({
    response_type: 'code',
    client_id: 'roledesk',
    scope: 'openid profile email offline_access',
    code_challenge_method: 'S256',
    resource: 'urn:registry',
    prompt: 'login consent',
  });
  expect(second).toMatchObject({ prompt: 'consent' });
  for (const name of ['state', 'nonce', 'code_challenge', 'redirect_uri'] as const) {
    expect(first?.[name]).toBeTruthy();
    if (name !== 'redirect_uri') expect(first?.[name]).not.toBe(second?.[name]);
  }
});
