import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isInScope } from '../../shared/domain/decide.ts';
import { historySchema } from '../../shared/wire/history.ts';
import { answers, idParams } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import { Problem } from '../http/problem.ts';
import { placeOf } from '../place.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /v1/roles/{id}/history`: the audit log of a role in the caller's scope. */
export function historyRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { params: idParams, response: answers(historySchema) };
    app.get('/v1/roles/:id/history', { schema }, (request) =>
      storage.read(async (reader) => {
        const caller = await callerOfRequest(reader, request);
        const role = await reader.role(request.params.id);
        if (!role || !isInScope(caller, await placeOf(reader, role))) {
          throw new Problem(404, 'not_found');
        }
        return { lines: await reader.history(role.id) };
      }),
    );
  };
}
