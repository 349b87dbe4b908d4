import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { Environment } from '../shared/domain/vocabulary.ts';
import { dueAtBy, type ServiceTarget, usualServiceTarget } from './calendar.ts';
import { eventsOf } from './events.ts';
import { requireToken } from './http/authentication.ts';
import { readJson } from './http/json.ts';
import { serverLimits, type Timeouts } from './http/limits.ts';
import { logAnswer, logAnswers } from './http/log.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { metricsOf } from './http/metrics.ts';
import { openApi, tokenNeeded } from './http/openApi.ts';
import { Problem } from './http/problem.ts';
import { answerError, sendProblem } from './http/problems.ts';
import { limitCalls } from './http/rateLimit.ts';
import { refuseBrokenQueries } from './http/text.ts';
import { validatorCompiler } from './http/validation.ts';
import { bodiesRoutes } from './routes/bodies.ts';
import { bodyUpkeepRoutes } from './routes/bodyUpkeep.ts';
import { changesRoutes } from './routes/changes.ts';
import { claimsRoutes } from './routes/claims.ts';
import { decisionsRoutes } from './routes/decisions.ts';
import { developmentRoutes } from './routes/development.ts';
import { eventsRoutes } from './routes/events.ts';
import { fullControlRoutes } from './routes/fullControl.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { meRoutes } from './routes/me.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { myRolesRoutes } from './routes/myRoles.ts';
import { preferencesRoutes } from './routes/preferences.ts';
import { roleRequestsRoutes } from './routes/roleRequests.ts';
import { suspensionsRoutes } from './routes/suspensions.ts';
import type { DevelopmentSignIn } from './sign-in/development/signIn.ts';
import { keepPersons } from './sign-in/persons.ts';
import { noTokens, type SignIn } from './sign-in/signIn.ts';
import { answerBeforeClosing } from './stop.ts';
import type { Storage } from './storage/storage.ts';

export interface RegistryOptions {
  storage: Storage;
  environment: Environment;
  /** Sign-in at a provider elsewhere. */
  signIn?: SignIn;
  /** Sign-in at the registry itself, in place of that one. Without either nobody can sign in. */
  development?: DevelopmentSignIn;
  logger: FastifyBaseLogger;
  /** For each person, system or unknown address; without it there is no limit. */
  callsPerMinute?: number;
  timeouts?: Timeouts;
  serviceTarget?: ServiceTarget;
}

/** The registry as an HTTP server that does not listen yet; closing it ends the event streams, not the storage. */
export async function buildRegistry(options: RegistryOptions): Promise<FastifyInstance> {
  const { storage, environment, development, logger } = options;
  const signIn = development ?? options.signIn;
  const dueAtOf = dueAtBy(options.serviceTarget ?? usualServiceTarget);
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // A proxy on this machine says from where calls come.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    ...serverLimits(options.timeouts),
    // What has no readable address reaches no hook.
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply);
      logAnswer(request, reply);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readJson(app);
  app.setErrorHandler(answerError);
  app.decorateRequest('subject', '');
  app.decorateRequest('scopes');
  app.decorateRequest('tokenExpiresAt', 0);
  const events = eventsOf(storage);
  app.addHook('preClose', async () => events.close());
  answerBeforeClosing(app);
  logAnswers(app);
  const metrics = metricsOf(app, storage, events);
  refuseBrokenQueries(app);

  await app.register(compress, { encodings: ['gzip'], requestEncodings: ['identity'] });
  const countRefused = await limitCalls(app, options.callsPerMinute ?? 0);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) =>
    sendProblem(reply, new Problem(404, 'not_found')),
  );
  await app.register(swagger, openApi);
  const routesAreComplete = refuseOtherMethods(app);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(healthRoutes(environment, signIn));
  await app.register(metricsRoutes(metrics));
  if (development) {
    await app.register(developmentRoutes(storage, development));
    await app.register(development.routes);
  }
  await app.register(async (signedIn) => {
    requireToken(signedIn, {
      verify: (signIn ?? noTokens).verify,
      keepPerson: keepPersons(storage),
      onRefused: countRefused,
    });
    signedIn.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, security: tokenNeeded };
    });
    await signedIn.register(meRoutes(storage));
    await signedIn.register(changesRoutes(storage));
    await signedIn.register(decisionsRoutes(storage, metrics));
    await signedIn.register(claimsRoutes(storage));
    await signedIn.register(historyRoutes(storage));
    await signedIn.register(eventsRoutes(storage, events));
    await signedIn.register(preferencesRoutes(storage));
    await signedIn.register(roleRequestsRoutes(storage, dueAtOf));
    await signedIn.register(myRolesRoutes(storage));
    await signedIn.register(bodiesRoutes(storage));
    await signedIn.register(bodyUpkeepRoutes(storage, dueAtOf));
    await signedIn.register(suspensionsRoutes(storage));
    await signedIn.register(fullControlRoutes(storage));
  });
  routesAreComplete();
  return app;
}
