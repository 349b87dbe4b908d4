import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { defaultPreferences, preferencesSchema } from '../../shared/domain/preferences.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import { Problem } from '../http/problem.ts';
import type { Reader, Storage } from '../storage/storage.ts';

const chosenSchema = z.strictObject({
  ...preferencesSchema.shape,
  notifications: z.strictObject(preferencesSchema.shape.notifications.shape),
});

/** `GET` and `PUT /v1/preferences`, kept from being lost to each other by `ETag` and `If-Match` (RFC 9110). */
export function preferencesRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const headers = z.looseObject({ 'if-match': z.string().optional() });
    const response = answers(preferencesSchema);
    app.get('/v1/preferences', { schema: { response } }, async (request, reply) => {
      const { revision, preferences } = await storage.read(async (reader) => {
        const { personId } = await callerOfRequest(reader, request);
        return chosenBy(reader, personId);
      });
      reply.header('etag', tagOf(revision));
      return preferences;
    });
    app.put(
      '/v1/preferences',
      { schema: { headers, body: chosenSchema, response } },
      async (request, reply) => {
        const ifMatch = request.headers['if-match'];
        if (ifMatch === undefined) throw new Problem(428, 'if_match_missing');
        const revision = await storage.write(async (writer) => {
          const { personId } = await callerOfRequest(writer, request);
          const current = await chosenBy(writer, personId);
          if (!matches(ifMatch, tagOf(current.revision))) throw new Problem(412, 'stale');
          await writer.savePreferences(personId, current.revision + 1, request.body);
          return current.revision + 1;
        });
        reply.header('etag', tagOf(revision));
        return request.body;
      },
    );
  };
}

async function chosenBy(reader: Reader, personId: string) {
  return (await reader.preferences(personId)) ?? { revision: 0, preferences: defaultPreferences };
}

function tagOf(revision: number): string {
  return `"${revision}"`;
}

function matches(ifMatch: string, tag: string): boolean {
  return ifMatch
    .split(',')
    .map((each) => each.trim())
    .some((each) => each === '*' || each === tag);
}
