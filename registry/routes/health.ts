import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import { healthSchema, protocol } from '../../shared/wire/health.ts';
import { answers } from '../http/answers.ts';
import { unlimited } from '../http/rateLimit.ts';
import type { SignIn } from '../sign-in/signIn.ts';

/** `GET /v1/health`: which environment and protocol answer here, and where to sign in; needs no token. */
export function healthRoutes(environment: Environment, signIn?: SignIn): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { response: answers(healthSchema) };
    app.get('/v1/health', { schema, config: unlimited }, async () => ({
      status: 'ok' as const,
      environment,
      protocol,
      time: new Date().toISOString(),
      ...(signIn && { signIn: signIn.place() }),
    }));
  };
}
