import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  devPeopleSchema,
  devTokenRequestSchema,
  devTokenSchema,
} from '../../shared/wire/development.ts';
import { answers } from '../http/answers.ts';
import { Problem } from '../http/problem.ts';
import { demonstrationPeople } from '../sign-in/development/people.ts';
import type { DevelopmentSignIn } from '../sign-in/development/signIn.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /dev/people` and `POST /dev/token`: sign-in without a browser, for development only. */
export function developmentRoutes(
  storage: Storage,
  signIn: DevelopmentSignIn,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/dev/people', { schema: { response: answers(devPeopleSchema) } }, () =>
      storage.read(demonstrationPeople),
    );
    const schema = { body: devTokenRequestSchema, response: answers(devTokenSchema) };
    app.post('/dev/token', { schema }, async (request) => {
      const { username, expiresIn = signIn.tokenSeconds } = request.body;
      const person = await storage.read((reader) => reader.personByUsername(username));
      if (!person) throw new Problem(404, 'unknown_username');
      return {
        access_token: await signIn.sign(username, expiresIn),
        expires_in: expiresIn,
      };
    });
  };
}
