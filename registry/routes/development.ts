import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { fullName } from '../../shared/domain/person.ts';
import {
  devPeopleSchema,
  devTokenRequestSchema,
  devTokenSchema,
} from '../../shared/wire/development.ts';
import { callerOf } from '../caller.ts';
import { answers } from '../http/answers.ts';
import { Problem } from '../http/problem.ts';
import type { Storage } from '../storage/storage.ts';
import type { Tokens } from '../tokens.ts';

/** The list is for choosing by hand: demonstration people come first by user name. */
const peopleShown = 200;

const usualExpiry = 3600;

/** `GET /dev/people` and `POST /dev/token`: sign-in without a browser, for development only. */
export function developmentRoutes(storage: Storage, tokens: Tokens): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/dev/people', { schema: { response: answers(devPeopleSchema) } }, () =>
      storage.read(async (reader) => {
        const people = [];
        for (const person of await reader.people(peopleShown)) {
          const caller = await callerOf(reader, person.id);
          const administers = (caller?.scopes ?? [])
            .filter(({ isAdmin }) => isAdmin)
            .map(({ bodyId, kind, country, name }) => ({ bodyId, kind, country, name }));
          people.push({ username: person.username, name: fullName(person), administers });
        }
        return people;
      }),
    );
    const schema = { body: devTokenRequestSchema, response: answers(devTokenSchema) };
    app.post('/dev/token', { schema }, async (request) => {
      const { username, expiresIn = usualExpiry } = request.body;
      const person = await storage.read((reader) => reader.personByUsername(username));
      if (!person) throw new Problem(404, 'unknown_username');
      return {
        access_token: await tokens.sign(username, expiresIn),
        expires_in: expiresIn,
      };
    });
  };
}
