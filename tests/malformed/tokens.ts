import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { RegistryClient } from '../fixtures/registryClient.ts';

/** Authorization headers that let nobody in, by what is the matter with them. */
export async function badTokens(
  good: RegistryClient,
  { username, elsewhere }: { username: string; elsewhere: RegistryClient },
): Promise<Record<string, string | undefined>> {
  const token = good.token ?? '';
  const [head = '', claims = '', signature = ''] = token.split('.');
  return {
    none: undefined,
    'an empty one': 'Bearer ',
    'not a token': 'Bearer x',
    'another scheme': `Basic ${token}`,
    'two of them': `Bearer ${token} ${token}`,
    'no algorithm': `Bearer ${encoded({ alg: 'none' })}.${claims}.`,
    'another algorithm': `Bearer ${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${claims}.${signature}`,
    'no signature': `Bearer ${head}.${claims}.`,
    'other claims': `Bearer ${head}.${encoded({ ...decodeJwt(token), sub: 'x' })}.${signature}`,
    'another key': `Bearer ${await forged(token)}`,
    expired: `Bearer ${await expired(good.url, username)}`,
    'another environment': `Bearer ${elsewhere.token}`,
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** The same token, signed by somebody else under the name of the same key. */
async function forged(token: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  const { typ = 'at+jwt', kid = '' } = decodeProtectedHeader(token);
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({ alg: 'ES256', typ, kid })
    .sign(privateKey);
}

async function expired(url: string, username: string): Promise<string> {
  const client = await RegistryClient.signIn(url, username, 1);
  while ((await client.send('GET', '/v1/me')).status === 200);
  return client.token ?? '';
}
