import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { Environment } from '../shared/domain/vocabulary.ts';
import { eventsOf } from './events.ts';
import { requireToken } from './http/authentication.ts';
import { readJson } from './http/json.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { openApi, tokenNeeded } from './http/openApi.ts';
import { Problem } from './http/problem.ts';
import { answerError, sendProblem } from './http/problems.ts';
import { validatorCompiler } from './http/validation.ts';
import { changesRoutes } from './routes/changes.ts';
import { decisionsRoutes } from './routes/decisions.ts';
import { developmentRoutes } from './routes/development.ts';
import { eventsRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { meRoutes } from './routes/me.ts';
import { myRolesRoutes } from './routes/myRoles.ts';
import { preferencesRoutes } from './routes/preferences.ts';
import { roleRequestsRoutes } from './routes/roleRequests.ts';
import type { Storage } from './storage/storage.ts';
import { noTokens, type Tokens } from './tokens.ts';

/** 500 decisions, each with the longest message in the widest script, fit. */
const bodyLimitBytes = 10 * 1024 * 1024;

/** How long requests under way have to end when the registry stops; connections without one may linger else. */
const graceMs = 1000;

export interface RegistryOptions {
  storage: Storage;
  environment: Environment;
  /** Development sign-in; without it nobody can sign in yet. */
  development?: Tokens;
  logger: FastifyBaseLogger;
}

/** The registry as an HTTP server that does not listen yet; closing it ends the event streams, not the storage. */
export async function buildRegistry(options: RegistryOptions): Promise<FastifyInstance> {
  const { storage, environment, development, logger } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    frameworkErrors: answerError,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readJson(app);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'not_found')));
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request.routeOptions;
    request.log.info({ method, route: url, status: reply.statusCode, ms: reply.elapsedTime });
  });
  app.decorateRequest('subject', '');
  app.decorateRequest('scopes');
  app.decorateRequest('tokenExpiresAt', 0);
  const events = eventsOf(storage);
  app.addHook('preClose', async () => {
    events.close();
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });

  await app.register(compress, { encodings: ['gzip'] });
  await app.register(swagger, openApi);
  const routesAreComplete = refuseOtherMethods(app);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(healthRoutes(environment));
  if (development) await app.register(developmentRoutes(storage, development));
  await app.register(async (signedIn) => {
    requireToken(signedIn, development ?? noTokens);
    signedIn.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, security: tokenNeeded };
    });
    await signedIn.register(meRoutes(storage));
    await signedIn.register(changesRoutes(storage));
    await signedIn.register(decisionsRoutes(storage));
    await signedIn.register(historyRoutes(storage));
    await signedIn.register(eventsRoutes(storage, events));
    await signedIn.register(preferencesRoutes(storage));
    await signedIn.register(roleRequestsRoutes(storage));
    await signedIn.register(myRolesRoutes(storage));
  });
  routesAreComplete();
  return app;
}
