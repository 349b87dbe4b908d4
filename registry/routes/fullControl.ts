import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type Body, bodySchema } from '../../shared/domain/body.ts';
import { countriesOf, mayControl } from '../../shared/domain/fullControl.ts';
import { fullName } from '../../shared/domain/person.ts';
import { fullControlSchema } from '../../shared/wire/fullControl.ts';
import { type Caller, seatsOfCaller } from '../caller.ts';
import { updateBody } from '../feed/publish.ts';
import { answers, idParams } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import { Problem } from '../http/problem.ts';
import type { Reader, Storage, Writer } from '../storage/storage.ts';

/** `PUT /v1/bodies/{id}/full-control`: a central competent authority keeps the decisions in a body, or no longer. */
export function fullControlRoutes(storage: Storage): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { params: idParams, body: fullControlSchema, response: answers(bodySchema) };
    app.put('/v1/bodies/:id/full-control', { schema }, (request) =>
      storage.write(async (writer) => {
        const caller = await callerOfRequest(writer, request);
        const body = await controlledBody(writer, caller, request.params.id);
        const { fullControl } = request.body;
        if (body.fullControl === fullControl) return body;
        const changed = await updateBody(writer, { ...body, fullControl });
        await addLines(writer, caller, changed);
        return changed;
      }),
    );
  };
}

/**
 * The body that the caller may keep full control of.
 * @throws {Problem} 404 where the caller sees no such body, 403 where it is not under the caller's control
 */
async function controlledBody(reader: Reader, caller: Caller, id: string): Promise<Body> {
  const body = await reader.body(id);
  if (!body) throw new Problem(404, 'not_found');
  const authorities: Body[] = [];
  for (const country of countriesOf(body)) {
    authorities.push(...(await reader.authoritiesIn(country)));
  }
  if (mayControl(caller.positions, body, authorities)) return body;
  const seats = new Set(seatsOfCaller(caller));
  const isSeen = (await reader.seatsShowing(id)).some((seat) => seats.has(seat));
  throw isSeen ? new Problem(403, 'not_allowed') : new Problem(404, 'not_found');
}

/** Who decides on the body's roles is another from now on: the audit log of each that is still open says so. */
async function addLines(writer: Writer, { person }: Caller, body: Body): Promise<void> {
  const recordedAt = new Date().toISOString();
  const actor = { personId: person.id, name: fullName(person) };
  const action = body.fullControl ? 'take_full_control' : 'end_full_control';
  for (const { id, status } of await writer.rolesInBody(body.id)) {
    if (status === 'rejected' || status === 'withdrawn') continue;
    const role = await writer.role(id);
    if (role) await writer.addHistory(id, { recordedAt, actor, action, revision: role.revision });
  }
}
