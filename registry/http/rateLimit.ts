import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** Enough for a desk that fetches everything anew, page by page, while its holder works. */
export const usualCallsPerMinute = 600;

const minuteMs = 60_000;

/** What a route says that is never refused for being called too often. */
export const unlimited = { rateLimit: false } as const;

/**
 * Limits how often one person, one system or, for calls without a good token, one address may call. The holder of a
 * token counts once the token has been checked, so that nobody can use up what is somebody else's.
 * @param callsPerMinute 0 for no limit
 * @returns counts a call whose token was refused, and refuses it too where there were too many
 */
export async function limitCalls(
  app: FastifyInstance,
  callsPerMinute: number,
): Promise<(request: FastifyRequest) => Promise<void>> {
  await app.register(rateLimit, {
    max: callsPerMinute || Number.MAX_SAFE_INTEGER,
    timeWindow: minuteMs,
    keyGenerator: callerKey,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(ttl),
    addHeadersOnExceeding: noHeaders,
    addHeaders: noHeaders,
  });
  const count = app.createRateLimit();
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooManyRequests(counted.ttl);
  };
}

const noHeaders = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

function callerKey({ subject, ip }: FastifyRequest): string {
  return subject === '' ? `address ${normalizeIP(ip)}` : `subject ${subject}`;
}

function tooManyRequests(ttlMs: number): Problem {
  const seconds = Math.ceil(ttlMs / 1000);
  return new Problem(429, 'too_many_requests', { headers: { 'retry-after': `${seconds}` } });
}
