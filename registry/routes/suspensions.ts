import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { suspensionAnswerSchema, suspensionRequestSchema } from '../../shared/wire/suspensions.ts';
import { answers } from '../http/answers.ts';
import { requireScope } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';
import { suspendPerson } from '../upkeep/suspend.ts';

/** `POST /v1/suspensions`: the system that keeps the accounts suspends a person (rule 11). */
export function suspensionsRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    requireScope(app, 'registry:accounts');
    const schema = { body: suspensionRequestSchema, response: answers(suspensionAnswerSchema) };
    app.post('/v1/suspensions', { schema }, async (request) => {
      const { username, code } = request.body;
      const roles = await storage.write((writer) => suspendPerson(writer, username, code));
      return { roles };
    });
  };
}
