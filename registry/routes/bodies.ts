import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { bodiesQuerySchema, foundBodiesSchema } from '../../shared/wire/bodies.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import { searchBodies } from '../search/searchBodies.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /v1/bodies`: what a role can be requested in, for anybody who is signed in. */
export function bodiesRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { querystring: bodiesQuerySchema, response: answers(foundBodiesSchema) };
    app.get('/v1/bodies', { schema }, (request) =>
      storage.read(async (reader) => {
        await callerOfRequest(reader, request);
        return searchBodies(reader, request.query);
      }),
    );
  };
}
