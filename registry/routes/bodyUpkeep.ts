import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { bodySchema } from '../../shared/domain/body.ts';
import { bodyChangeSchema } from '../../shared/wire/bodyUpkeep.ts';
import type { DueAtOf } from '../calendar.ts';
import { answers, idParams } from '../http/answers.ts';
import { requireScope } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';
import { changeBody } from '../upkeep/changeBody.ts';

/** `PATCH /v1/bodies/{id}`: the system that keeps the reference data of TRACES tells what has changed. */
export function bodyUpkeepRoutes(storage: Storage, dueAtOf: DueAtOf): FastifyPluginAsyncZod {
  return async (app) => {
    requireScope(app, 'registry:bodies');
    const schema = { params: idParams, body: bodyChangeSchema, response: answers(bodySchema) };
    app.patch('/v1/bodies/:id', { schema }, (request) =>
      storage.write((writer) => changeBody(writer, request.params.id, request.body, dueAtOf)),
    );
  };
}
