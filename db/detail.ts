import { and, asc, eq, ne } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import { type OfferedAction, offeredActions, type RoleDetail } from '../shared/desk/detail.ts';
import type { OutboxEntry } from '../shared/desk/outbox.ts';
import { becomesAdministrator, isLastAdministrator } from '../shared/domain/administrator.ts';
import type { Advice } from '../shared/domain/advice.ts';
import { missingOf } from '../shared/domain/operatorData.ts';
import type { Role } from '../shared/domain/role.ts';
import { controlBodiesOf } from '../shared/domain/seats.ts';
import { suspendedWith } from '../shared/domain/suspension.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import { rolesInBodies } from './administrators.ts';
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
  const inBody = rolesInBodies(reader, [role.bodyId]);
  const others = othersOfPerson(reader, known);
  const here = {
    ...role,
    status: statusHere(role, unsent && { state: unsent.state, decision: unsent }),
  };
  return {
    role,
    status: here.status,
    person,
    body,
    ...(responsible ? { responsible } : {}),
    controlBodies: controlBodiesOf(known).flatMap((id) => judge.body(id) ?? []),
    advice: adviceHere(reader, roleId),
    missing: missingOf(body),
    actions: openActions(known, unsent).map((action) => {
      const objection = judge.objection(action, known);
      return objection === undefined ? { action } : { action, objection };
    }),
    willBeAdministrator: becomesAdministrator(
      undefined,
      inBody.filter(({ id }) => id !== roleId),
    ),
    isLastAdministrator: isLastAdministrator(here, inBody),
    otherRoles: others.map(({ role: { id }, bodyName, status }) => ({
      roleId: id,
      bodyName,
      status,
    })),
    comeBack: comeBack(role, others),
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

/** The line has it, as the roles of a person speak of each other. */
function adviceHere(reader: Reader, roleId: string): Advice[] {
  const line = reader.select({ advice: lines.advice }).from(lines).where(eq(lines.id, roleId));
  return line.get()?.advice ?? [];
}

type OtherOfPerson = ReturnType<typeof othersOfPerson>[number];

function othersOfPerson(reader: Reader, { role }: KnownRole) {
  return reader
    .select({ role: roles.document, bodyName: lines.bodyName, status: lines.status })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(and(eq(roles.personId, role.personId), ne(roles.id, role.id)))
    .orderBy(asc(lines.bodyKey), asc(lines.id))
    .all();
}

function comeBack(role: Role, others: OtherOfPerson[]): RoleDetail['comeBack'] {
  const together = new Set(
    suspendedWith(
      role,
      others.map((other) => other.role),
    ),
  );
  return others.flatMap(({ role: other, bodyName }) =>
    together.has(other) ? { roleId: other.id, bodyName } : [],
  );
}
