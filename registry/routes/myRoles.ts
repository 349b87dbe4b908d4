import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Body } from '../../shared/domain/body.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Status } from '../../shared/domain/vocabulary.ts';
import { myRolesSchema } from '../../shared/wire/roleRequests.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Storage } from '../storage/storage.ts';

/** `GET /v1/my/roles`: the caller's own roles, oldest request first, each with its body. */
export function myRolesRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/v1/my/roles', { schema: { response: answers(myRolesSchema) } }, (request) =>
      storage.read(async (reader) => {
        const { personId } = await callerOfRequest(reader, request);
        const roles: (Role & { body: Body })[] = [];
        for (const role of await reader.rolesOfPerson(personId)) {
          const body = await reader.body(role.bodyId);
          if (!body) throw new Error(`role ${role.id} has no body`);
          roles.push({ ...role, body });
        }
        roles.sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
        const count = (status: Status) => roles.filter((role) => role.status === status).length;
        const counts = {
          requested: count('requested'),
          suspended: count('suspended'),
          valid: count('valid'),
        };
        return { counts, roles };
      }),
    );
  };
}
