import type { FastifyInstance } from 'fastify';
import { type Caller, callerOf } from '../caller.ts';
import type { Reader } from '../storage/storage.ts';
import { type Tokens, tokenProblem } from '../tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the token of the call stands for; empty where a call needs none. */
    personId: string;
    /** When the token ends, in seconds since 1970. */
    tokenExpiresAt: number;
  }
}

/** Lets calls in only with a good token, and says on the request whose it is. */
export function requireToken(app: FastifyInstance, tokens: Pick<Tokens, 'verify'>): void {
  app.addHook('onRequest', async (request) => {
    const token = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw tokenProblem('token_missing');
    const { personId, expiresAt } = await tokens.verify(token);
    request.personId = personId;
    request.tokenExpiresAt = expiresAt;
  });
}

/**
 * The caller of a request.
 * @throws {Problem} 401 where the token's person is not in this database
 */
export async function callerOfRequest(
  reader: Reader,
  request: { personId: string },
): Promise<Caller> {
  const caller = await callerOf(reader, request.personId);
  if (!caller) throw tokenProblem('token_invalid');
  return caller;
}
