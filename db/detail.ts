import { and, asc, eq, ne } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import { type OfferedAction, offeredActions, type RoleDetail } from '../shared/desk/detail.ts';
import type { OutboxEntry } from '../shared/desk/outbox.ts';
import { becomesAdministrator } from '../shared/domain/administrator.ts';
import { adviceOn } from '../shared/domain/advice.ts';
import { controlBodiesOf } from '../shared/domain/seats.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import { readDesk } from './desk.ts';
import { judgeFor, type KnownRole, knownRole } from './judge.ts';
import { isWaiting, statusHere } from './lines.ts';
import { outboxEntryOn } from './outbox.ts';
import { lines, roles } from './schema.ts';
import type { Reader } from './store.ts';

/** Everything the desk knows of a role. @throws {CallRefused} `not_found`; `not_ready` until the desk knows its person */
export function roleDetail(reader: Reader, roleId: string): RoleDetail {
  const known = knownRole(reader, roleId);
  if (!known) throw new CallRefused('not_found');
  const { role, body, person } = known;
  const judge = judgeFor(reader, readDesk(reader).me);
  const unsent = outboxEntryOn(reader, roleId);
  const responsible = judge.body(role.responsibleId);
  return {
    role,
    status: statusHere(role, unsent && { state: unsent.state, decision: unsent }),
    person,
    body,
    ...(responsible ? { responsible } : {}),
    controlBodies: controlBodiesOf(known).flatMap((id) => judge.body(id) ?? []),
    advice: adviceOn(role, body, person),
    actions: openActions(known, unsent).map((action) => {
      const objection = judge.objection(action, known);
      return objection === undefined ? { action } : { action, objection };
    }),
    willBeAdministrator: becomesAdministrator(undefined, othersInBody(reader, known)),
    otherRoles: otherRoles(reader, known),
    ...(unsent ? { unsent } : {}),
  };
}

/** A decision that waits can be replaced by another one, until it is sent. */
function openActions({ role }: KnownRole, unsent: OutboxEntry | undefined): OfferedAction[] {
  if (unsent?.state === 'sent') return [];
  const taken = unsent && isWaiting(unsent.state) ? unsent.action : undefined;
  return offeredActions.filter(
    (action) => action !== taken && statusAfter(action, role.status) !== undefined,
  );
}

function othersInBody(reader: Reader, { role }: KnownRole) {
  return reader
    .select({ status: lines.status })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(and(eq(roles.bodyId, role.bodyId), ne(roles.id, role.id)))
    .all();
}

function otherRoles(reader: Reader, { role }: KnownRole): RoleDetail['otherRoles'] {
  return reader
    .select({ roleId: lines.id, bodyName: lines.bodyName, status: lines.status })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(and(eq(roles.personId, role.personId), ne(roles.id, role.id)))
    .orderBy(asc(lines.bodyKey), asc(lines.id))
    .all();
}
