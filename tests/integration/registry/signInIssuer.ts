import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** A key of an issuer. */
export interface TestKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** Makes a key pair that signs as `alg` says. */
export async function testKey(kid: string, alg = 'ES256'): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** An issuer of which every part can be bent: what it says of itself, its keys, its tokens. */
export interface TestIssuer {
  url: string;
  key: TestKey;
  /** The keys that it publishes. */
  keys: TestKey[];
  /** How it calls itself. */
  name: string;
  /** A token for the training registry; `undefined` leaves a claim out. */
  token(
    claims?: JWTPayload,
    how?: { key?: TestKey; header?: Record<string, unknown> },
  ): Promise<string>;
  stop(): Promise<void>;
  /** Starts again on the same port. */
  start(): Promise<void>;
}

/** Starts an issuer with one key. */
export async function startIssuer(): Promise<TestIssuer> {
  const key = await testKey('first');
  const server = createServer(({ url }, response) => {
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: issuer.name, jwks_uri: `${issuer.url}/keys` },
      '/keys': { keys: issuer.keys.map(({ publicJwk }) => publicJwk) },
    };
    const document = documents[url ?? ''];
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const issuer: TestIssuer = {
    ...{ url, key, keys: [key], name: url },
    token: (claims = {}, { key: by = key, header = {} } = {}) =>
      new SignJWT({ ...usualClaims(url), ...claims })
        .setProtectedHeader({ alg: by.alg, kid: by.kid, typ: 'at+jwt', ...header })
        .sign(by.privateKey),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    start: () => listen(port),
  };
  return issuer;
}

/** The claims of a good token of somebody whom the registry does not know. */
export function usualClaims(issuer: string) {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: 'urn:roledesk:registry:training',
    sub: 'somebody',
    client_id: 'roledesk',
    iat: now,
    exp: now + 600,
    given_name: 'Žofie',
    family_name: 'Nováková',
    email: 'zofie.novakova@authority.example',
    locale: 'cs_CZ',
  };
}
