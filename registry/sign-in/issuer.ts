import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { issuerUnreachable } from './problems.ts';

const timeoutMs = 5000;

/** How often, at most, the keys are fetched again for a token that names an unknown one. */
const usualCooldownMs = 10_000;

/** After this time the keys are fetched again: one that the issuer withdrew is good no longer. */
const keysAgeMs = 10 * 60_000;

/** Where tokens and keys come from: over HTTPS, or on this machine. */
export const issuerUrlSchema = z
  .string()
  .refine(isSafe, 'expected an address with https, or http on this machine, without ? and #');

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: issuerUrlSchema });

/**
 * The keys of an issuer, found through its discovery document (OpenID Connect Discovery 1.0) when the first token comes.
 * What cannot be fetched is tried again for the next token.
 * @param onUnreachable told why the keys could not be had
 */
export function keysOfIssuer(
  issuer: string,
  onUnreachable: (error: unknown) => void,
  cooldownMs = usualCooldownMs,
): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async () => {
    try {
      const { jwks_uri } = await discover(issuer);
      return createRemoteJWKSet(new URL(jwks_uri), {
        timeoutDuration: timeoutMs,
        cooldownDuration: cooldownMs,
        cacheMaxAge: keysAgeMs,
      });
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
  return async (header, token) => {
    try {
      found ??= find();
      const keys = await found;
      return await keys(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      onUnreachable(error);
      throw issuerUnreachable();
    }
  };
}

/** Why a document that was fetched is of no use. */
class DiscoveryError extends Error {
  readonly code: 'not_found' | 'other_issuer';

  constructor(code: DiscoveryError['code']) {
    super(code);
    this.code = code;
  }
}

/** @throws where the document cannot be had, or is another issuer's */
async function discover(issuer: string): Promise<z.infer<typeof discoverySchema>> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new DiscoveryError('not_found');
  const document = discoverySchema.parse(await answer.json());
  if (document.issuer !== issuer) throw new DiscoveryError('other_issuer');
  return document;
}

/** The keys are there, and the token names none of them. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
  );
}

function isSafe(address: string): boolean {
  const { protocol, hostname = '' } = URL.parse(address) ?? {};
  const isLoopback = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && !/[?#]/.test(address);
}
