import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { defaultPreferences } from '../../shared/domain/preferences.ts';
import { meSchema } from '../../shared/wire/me.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /v1/me`: who the caller is, what the caller can work as, and what the caller has chosen. */
export function meRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/v1/me', { schema: { response: answers(meSchema) } }, (request) =>
      storage.read(async (reader) => {
        const { person, scopes } = await callerOfRequest(reader, request);
        const chosen = await reader.preferences(person.id);
        const { feedId: database } = await reader.identity();
        return { person, scopes, preferences: chosen?.preferences ?? defaultPreferences, database };
      }),
    );
  };
}
