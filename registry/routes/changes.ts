import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { changesQuerySchema, changesSchema } from '../../shared/wire/changes.ts';
import { pull } from '../feed/pull.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /v1/changes`: what changed in the caller's scope behind a cursor. */
export function changesRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { querystring: changesQuerySchema, response: answers(changesSchema) };
    app.get('/v1/changes', { schema }, (request) =>
      storage.read(async (reader) =>
        pull(reader, await callerOfRequest(reader, request), request.query),
      ),
    );
  };
}
