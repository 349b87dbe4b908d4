import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Caller, callerOf } from '../caller.ts';
import type { KeepPerson } from '../sign-in/persons.ts';
import { tokenProblem } from '../sign-in/problems.ts';
import { isOfSystem, type SignIn, type SystemScope, type TokenHolder } from '../sign-in/signIn.ts';
import type { Reader } from '../storage/storage.ts';
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

/** What happens with the token of a call. */
export interface Entrance {
  verify: SignIn['verify'];
  /** Told of every person who is let in. */
  keepPerson: KeepPerson;
  /** Told of a call that is not let in. */
  onRefused: (request: FastifyRequest) => Promise<void>;
}

/** Lets calls in only with a good token, and says on the request whose it is. */
export function requireToken(app: FastifyInstance, entrance: Entrance): void {
  app.addHook('onRequest', async (request) => {
    const holder = await holderOf(request, entrance);
    request.subject = holder.subject;
    request.scopes = holder.scopes;
    request.tokenExpiresAt = holder.expiresAt;
    if (!isOfSystem(holder.scopes)) await entrance.keepPerson(holder);
  });
}

async function holderOf(
  request: FastifyRequest,
  { verify, onRefused }: Entrance,
): Promise<TokenHolder> {
  try {
    return await verify(bearerOf(request));
  } catch (error) {
    await onRefused(request);
    throw error;
  }
}

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw tokenProblem('token_missing');
  return token;
}

/**
 * The caller of a request.
 * @throws {Problem} 403 `person_unknown` where the token stands for nobody whom the registry knows
 */
export async function callerOfRequest(
  reader: Reader,
  { subject, scopes }: Pick<FastifyRequest, 'subject' | 'scopes'>,
): Promise<Caller> {
  const person = isOfSystem(scopes) ? undefined : await reader.personByUsername(subject);
  const caller = person && (await callerOf(reader, person.id));
  if (!caller) throw new Problem(403, 'person_unknown');
  return caller;
}

/** Lets calls in only with a token of a system that may do this. */
export function requireScope(app: FastifyInstance, scope: SystemScope): void {
  app.addHook('preValidation', async (request) => {
    if (!request.scopes.has(scope)) throw new Problem(403, 'scope_missing');
  });
}
