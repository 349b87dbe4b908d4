import type {
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
  RouteHandler,
} from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { Storage } from '../../storage/storage.ts';
import { errorPage, pageHeaders, signInPage } from './pages.ts';
import { demonstrationPeople } from './people.ts';

/** Where the provider stands on the registry's own port. */
export const mountPath = '/dev/oidc';

/** What the pages need. The provider is made for the first request: its issuer is known only then. */
export interface Mounted {
  provider: () => Provider;
  storage: Storage;
  environment: Environment;
}

/** Hands `/dev/oidc` over to the provider, and serves its page to sign in. */
export function providerRoutes(mounted: Mounted): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    handOver(app, mounted.provider);
    await app.register(signInPages(mounted));
  };
}

function handOver(app: FastifyInstance, provider: () => Provider): void {
  // The provider reads bodies itself.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const handler: RouteHandler = async ({ raw }, reply) => {
    reply.hijack();
    // The provider tells its own addresses from the difference, as Express has it.
    Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(mountPath.length) });
    await provider().callback()(raw, reply.raw);
  };
  app.get(`${mountPath}/*`, { schema: { hide: true } }, handler);
  app.post(`${mountPath}/*`, { schema: { hide: true } }, handler);
}

/** Only the browser that was sent here has the cookie without which both calls fail. */
function signInPages({ provider, storage, environment }: Mounted): FastifyPluginAsyncZod {
  const url = `${mountPath}/interaction/:uid`;
  const peopleShown = () => storage.read(demonstrationPeople);

  return async (app) => {
    readForms(app);
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return sendPage(reply, error.statusCode, errorPage(error.error, error.error_description));
    });

    const querystring = z.object({ q: z.string().max(255).default('') });
    app.get(url, { schema: { hide: true, querystring } }, async (request, reply) => {
      const { prompt } = await provider().interactionDetails(request.raw, reply.raw);
      // Nobody is asked whether a desk may know who they are: it belongs to the registry.
      if (prompt.name === 'consent') return finish(request, reply, { consent: {} });
      const view = { environment, people: await peopleShown(), search: request.query.q };
      return sendPage(reply, 200, signInPage(view));
    });

    const body = z.object({ username: z.string().trim().max(255) });
    app.post(url, { schema: { hide: true, body } }, async (request, reply) => {
      const { username } = request.body;
      await provider().interactionDetails(request.raw, reply.raw);
      const person = await storage.read((reader) => reader.personByUsername(username));
      if (person) return finish(request, reply, { login: { accountId: username } });
      const view = { environment, people: await peopleShown(), search: '', unknown: username };
      return sendPage(reply, 422, signInPage(view));
    });

    function finish(
      request: FastifyRequest,
      reply: FastifyReply,
      result: InteractionResults,
    ): Promise<void> {
      reply.hijack();
      return provider().interactionFinished(request.raw, reply.raw, result);
    }
  };
}

function readForms(app: FastifyInstance): void {
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(text))),
  );
}

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).headers(pageHeaders).serializer(String).send(page);
}
