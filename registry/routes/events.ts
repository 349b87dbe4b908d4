import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { seatsOfCaller } from '../caller.ts';
import type { Events } from '../events.ts';
import { failing } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';

const eventStream = {
  description: 'Event `changed` whenever something in scope changed; a comment every 15 s',
  content: { 'text/event-stream': { schema: z.string() } },
};

/** `GET /v1/events`: server-sent events, open until the desk leaves or its token ends. */
export function eventsRoutes(storage: Storage, events: Events): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { response: { 200: eventStream, ...failing } };
    app.get(
      '/v1/events',
      { schema, compress: false, exposeHeadRoute: false, config: { isStream: true } },
      async (request, reply) => {
        const caller = await storage.read((reader) => callerOfRequest(reader, request));
        reply.hijack();
        const untilMs = request.tokenExpiresAt * 1000;
        events.open(reply.raw, caller.personId, seatsOfCaller(caller), untilMs);
      },
    );
  };
}
