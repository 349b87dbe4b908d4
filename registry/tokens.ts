import { errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Environment } from '../shared/domain/vocabulary.ts';
import { Problem } from './http/problem.ts';
import type { Storage } from './storage/storage.ts';

const algorithm = 'ES256';
const issuer = 'roledesk-registry:development';
const audience = 'roledesk-registry';

const claimsSchema = z.object({
  sub: z.string().min(1),
  scope: z.string().default(''),
  environment: z.string(),
  exp: z.int(),
});

/** Whom a token stands for, what it may do beside that, and until when (seconds since 1970). */
export interface TokenHolder {
  /** The user name of a person, or the client id of a system. */
  subject: string;
  scopes: ReadonlySet<string>;
  expiresAt: number;
}

/** What only systems may do: keep the bodies, or the accounts of people. */
export type SystemScope = 'registry:bodies' | 'registry:accounts';

/** Makes and checks access tokens (RFC 7519). */
export interface Tokens {
  sign(subject: string, expiresInSeconds: number, scope?: SystemScope): Promise<string>;
  /** @throws {Problem} 401 `token_invalid` or `token_expired` */
  verify(token: string): Promise<TokenHolder>;
}

/** The tokens of development sign-in: signed with a key that is kept in the database, so that they outlive a restart. */
export async function developmentTokens(
  storage: Storage,
  environment: Environment,
): Promise<Tokens> {
  const { id, jwk } = await signingKey(storage);
  const privateJwk = z.looseObject({ kty: z.string() }).parse(jwk);
  const { d: _, ...publicJwk } = privateJwk;
  const privateKey = await importJWK(privateJwk, algorithm);
  const publicKey = await importJWK(publicJwk, algorithm);
  return {
    sign: (subject, expiresInSeconds, scope) =>
      new SignJWT({ environment, ...(scope && { scope }) })
        .setProtectedHeader({ alg: algorithm, kid: id, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(privateKey),
    verify: async (token) => {
      const claims = await jwtVerify(token, publicKey, {
        issuer,
        audience,
        algorithms: [algorithm],
      }).then(
        ({ payload }) => claimsSchema.safeParse(payload).data,
        (error: unknown) => {
          throw tokenProblem(
            error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid',
          );
        },
      );
      if (claims?.environment !== environment) throw tokenProblem('token_invalid');
      const scopes = new Set(claims.scope.split(' '));
      return { subject: claims.sub, scopes, expiresAt: claims.exp };
    },
  };
}

/** Without a way to sign in, no token is good. */
export const noTokens: Pick<Tokens, 'verify'> = {
  verify: async () => {
    throw tokenProblem('token_invalid');
  },
};

/** Why a call is not let in (RFC 6750). */
export function tokenProblem(code: 'token_missing' | 'token_invalid' | 'token_expired'): Problem {
  const challenge = code === 'token_missing' ? 'Bearer' : 'Bearer error="invalid_token"';
  return new Problem(401, code, { headers: { 'www-authenticate': challenge } });
}

async function signingKey(storage: Storage): Promise<{ id: string; jwk: unknown }> {
  return storage.write(async (writer) => {
    const kept = await writer.signingKey();
    if (kept) return kept;
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const key = { id: crypto.randomUUID(), jwk: await exportJWK(privateKey) };
    await writer.addSigningKey(key);
    return key;
  });
}
