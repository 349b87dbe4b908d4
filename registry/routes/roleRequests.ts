import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roleRequestAnswerSchema, roleRequestSchema } from '../../shared/wire/roleRequests.ts';
import type { DueAtOf } from '../calendar.ts';
import { failing, idParams } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import { Problem } from '../http/problem.ts';
import { answerError } from '../http/problems.ts';
import { fileOnce } from '../requests/file.ts';
import { invalidFields } from '../requests/invalidFields.ts';
import { withdraw } from '../requests/withdraw.ts';
import type { Storage } from '../storage/storage.ts';

const keySchema = z.string().trim().min(1).max(255);

/** `POST /v1/role-requests` files a request, `DELETE /v1/role-requests/{id}` takes it back. */
export function roleRequestsRoutes(storage: Storage, dueAtOf: DueAtOf): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/v1/role-requests',
      {
        schema: {
          headers: z.looseObject({ 'idempotency-key': keySchema }),
          body: roleRequestSchema,
          response: { 201: roleRequestAnswerSchema, ...failing },
        },
        preValidation: async (request) => void keyOf(request),
        errorHandler: answerFieldErrors,
      },
      async (request, reply) => {
        const roles = await storage.write(async (writer) => {
          const { person } = await callerOfRequest(writer, request);
          const key = request.headers['idempotency-key'];
          return fileOnce(writer, person, key, request.body, dueAtOf);
        });
        reply.code(201);
        return { roles };
      },
    );
    const schema = { params: idParams, response: { 204: z.undefined(), ...failing } };
    app.delete('/v1/role-requests/:id', { schema }, async (request, reply) => {
      await storage.write(async (writer) =>
        withdraw(writer, await callerOfRequest(writer, request), request.params.id),
      );
      reply.code(204);
    });
  };
}

function keyOf(request: FastifyRequest): string {
  const key = keySchema.safeParse(request.headers['idempotency-key']);
  if (!key.success) throw new Problem(400, 'idempotency_key_missing');
  return key.data;
}

/** What is missing or badly filled in is 422 here; what is no role request at all stays 400. */
function answerFieldErrors(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const misshapen = ['unknown_field', 'wrong_type'];
  const isInvalid = error instanceof Problem && error.code === 'invalid_request';
  const errors = isInvalid ? error.errors : undefined;
  const isShaped = errors?.every(({ path, code }) => path && !misshapen.includes(code));
  answerError(errors && isShaped ? invalidFields(errors) : error, request, reply);
}
