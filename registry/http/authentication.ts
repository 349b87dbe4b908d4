import type { FastifyInstance } from 'fastify';
import { type Caller, callerOf } from '../caller.ts';
import type { Reader } from '../storage/storage.ts';
import { type SystemScope, type Tokens, tokenProblem } from '../tokens.ts';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the token of the call stands for; empty where a call needs none. */
    subject: string;
    /** What the token allows a system to do. */
    scopes: ReadonlySet<string>;
    /** When the token ends, in seconds since 1970. */
    tokenExpiresAt: number;
  }
}

/** Lets calls in only with a good token, and says on the request whose it is. */
export function requireToken(app: FastifyInstance, tokens: Pick<Tokens, 'verify'>): void {
  app.addHook('onRequest', async (request) => {
    const token = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw tokenProblem('token_missing');
    const { subject, scopes, expiresAt } = await tokens.verify(token);
    request.subject = subject;
    request.scopes = scopes;
    request.tokenExpiresAt = expiresAt;
  });
}

/**
 * The caller of a request.
 * @throws {Problem} 401 where the token's person is not in this database
 */
export async function callerOfRequest(
  reader: Reader,
  request: { subject: string },
): Promise<Caller> {
  const person = await reader.personByUsername(request.subject);
  const caller = person && (await callerOf(reader, person.id));
  if (!caller) throw tokenProblem('token_invalid');
  return caller;
}

/** Lets calls in only with a token of a system that may do this. */
export function requireScope(app: FastifyInstance, scope: SystemScope): void {
  app.addHook('preValidation', async (request) => {
    if (!request.scopes.has(scope)) throw new Problem(403, 'scope_missing');
  });
}
