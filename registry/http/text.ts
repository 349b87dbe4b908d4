import type { FastifyInstance } from 'fastify';
import { isKeepable } from '../../shared/wire/text.ts';
import { type FieldError, Problem } from './problem.ts';

/** The texts in an input that cannot be kept. */
export function textErrors(input: unknown, path: string[] = []): FieldError[] {
  if (typeof input === 'string') {
    return isKeepable(input) ? [] : [{ path: path.join('.'), code: 'invalid_text' }];
  }
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => textErrors(value, [...path, name]));
}

/** Refuses queries whose percent-encoding is not UTF-8; the parser of queries would take them as they stand. */
export function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    const [, query = ''] = (raw.url ?? '').split('?', 2);
    try {
      decodeURIComponent(query);
    } catch {
      throw new Problem(400, 'invalid_request');
    }
  });
}
