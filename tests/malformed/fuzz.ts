import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { problemMediaType, problemSchema } from '../../shared/wire/problem.ts';
import { watchDatabase } from './database.ts';
import { operationsOf } from './document.ts';
import { type MalformedRequest, malformedRequests, type Tokens } from './requests.ts';

/** A registry under fire. */
export interface Target {
  url: string;
  /** Its database, as `--db` takes it. */
  database: string;
  tokens: Tokens;
}

/**
 * Sends malformed requests: every answer is a problem document with a status of 4xx, and the database stays as it is.
 * @throws naming the request that was answered otherwise or left a trace
 */
export async function fuzz(target: Target, how: { requests: number; seed: number }): Promise<void> {
  const operations = await operationsOf(target.url);
  const database = await watchDatabase(target.database);
  const before = await database.fingerprint();
  const property = fc.asyncProperty(
    malformedRequests(operations, target.tokens),
    async (request) => {
      const version = await database.version();
      await expectRefusal(target.url, request);
      if (!isDeepStrictEqual(await database.version(), version))
        throw new Error('the database was written to');
    },
  );
  try {
    const run = { numRuns: how.requests, seed: how.seed, endOnFailure: true };
    const { failed, counterexample, errorInstance } = await fc.check(property, run);
    if (failed) throw new Error(`${told(counterexample)}: ${errorInstance}`);
    if ((await database.fingerprint()) !== before) throw new Error('the database changed');
  } finally {
    await database.close();
  }
}

function told(counterexample: [MalformedRequest] | null): string {
  if (!counterexample) return 'no request';
  const [{ how, method, target, body = '' }] = counterexample;
  return `${method} ${target.slice(0, 200)} (${how}) ${body.slice(0, 500)}`;
}

/** @throws where the answer to a request is anything but a problem document with a status of 4xx */
async function expectRefusal(url: string, request: MalformedRequest): Promise<void> {
  const { method, target, headers, body = null } = request;
  const response = await fetch(url + target, { method, headers, body });
  const { status } = response;
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (status < 400 || status > 499) throw new Error(`answered ${status}: ${text.slice(0, 500)}`);
  if (!type.startsWith(problemMediaType)) throw new Error(`answered ${status} as ${type}`);
  const problem = problemSchema.parse(JSON.parse(text));
  if (problem.status !== status) throw new Error(`answered ${status} and said ${problem.status}`);
}
