import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import { Problem } from '../http/problem.ts';
import { accountIn } from './account.ts';
import { tokenProblem } from './problems.ts';
import type { TokenHolder } from './signIn.ts';

/** What OpenID Connect signs with; with a shared secret, who checks a token could also make one. */
const algorithms = [
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'],
];

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  scope: z.string().default(''),
  environment: z.string().optional(),
  iat: z.number().default(0),
  exp: z.number(),
});

/** What a good token says. */
export interface TokenRules {
  issuer: string;
  audience: string;
  environment: Environment;
  /** How far the clocks of issuer and registry may differ, in seconds. */
  clockTolerance: number;
}

/**
 * Checks an access token (RFC 9068) and tells whom it stands for.
 * @throws {Problem} 401 `token_invalid` or `token_expired`, and what `keys` throws as a problem
 */
export async function holderOf(
  token: string,
  keys: JWTVerifyGetKey,
  { environment, ...rules }: TokenRules,
): Promise<TokenHolder> {
  const payload = await verified(token, keys, rules);
  const { data: claims } = claimsSchema.safeParse(payload);
  if (!claims) throw tokenProblem('token_invalid');
  if (claims.environment !== undefined && claims.environment !== environment) {
    throw tokenProblem('token_invalid');
  }
  return {
    subject: claims.sub,
    scopes: new Set(claims.scope.split(' ')),
    issuedAt: claims.iat,
    expiresAt: claims.exp,
    account: accountIn(payload),
  };
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  rules: Omit<TokenRules, 'environment'>,
): Promise<JWTPayload> {
  try {
    const options = { ...rules, algorithms, typ: 'at+jwt' };
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw tokenProblem(error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid');
  }
}
