import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import { healthSchema, protocol } from '../../shared/wire/health.ts';
import { answers } from '../http/answers.ts';

/** `GET /v1/health`: which environment and protocol answer here; needs no token. */
export function healthRoutes(environment: Environment): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/v1/health', { schema: { response: answers(healthSchema) } }, async () => ({
      status: 'ok' as const,
      environment,
      protocol,
      time: new Date().toISOString(),
    }));
  };
}
