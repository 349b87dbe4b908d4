import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roleSchema } from '../../shared/domain/role.ts';
import { claim, unclaim } from '../claims/claims.ts';
import { answers, failing, idParams } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';

/** `POST` and `DELETE /v1/roles/{id}/claim`: somebody is on it, or no longer. */
export function claimsRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const path = '/v1/roles/:id/claim';
    const schema = { params: idParams, response: answers(roleSchema) };
    app.post(path, { schema }, (request) =>
      storage.write(async (writer) =>
        claim(writer, await callerOfRequest(writer, request), request.params.id),
      ),
    );
    const ending = { params: idParams, response: { 204: z.undefined(), ...failing } };
    app.delete(path, { schema: ending }, async (request, reply) => {
      await storage.write(async (writer) =>
        unclaim(writer, await callerOfRequest(writer, request), request.params.id),
      );
      reply.code(204);
    });
  };
}
