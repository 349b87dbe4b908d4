import { and, asc, eq, ne } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import {
  type AskedCountry,
  type FurtherAction,
  furtherActions,
  type OfferedAction,
  offeredActions,
  type RoleDetail,
} from '../shared/desk/detail.ts';
import type { OutboxEntry } from '../shared/desk/outbox.ts';
import { becomesAdministrator, isLastAdministrator } from '../shared/domain/administrator.ts';
import type { Advice } from '../shared/domain/advice.ts';
import type { Body } from '../shared/domain/body.ts';
import { objectionToClaim } from '../shared/domain/claim.ts';
import { otherTypesHeld } from '../shared/domain/decide.ts';
import { missingOf } from '../shared/domain/operatorData.ts';
import { askedOfTaker } from '../shared/domain/responsible.ts';
import type { Role } from '../shared/domain/role.ts';
import { suspendedWith } from '../shared/domain/suspension.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import type { Action } from '../shared/domain/vocabulary.ts';
import { rolesInBodies } from './administrators.ts';
import { decidersOf } from './deciders.ts';
import { readDesk } from './desk.ts';
import { type Judge, judgeFor, type KnownRole, knownRole, knownRoles } from './judge.ts';
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
    named: idsNamedBy(body).flatMap((id) => judge.body(id) ?? []),
    deciders: decidersOf(reader, judge, known),
    otherTypesHeld: [...new Set(otherTypesHeld(role, judge.decided(known).person.heldTypes))],
    advice: adviceHere(reader, roleId),
    missing: missingOf(body),
    actions: openActions(known, unsent).map((action) => {
      const objection = judge.objection(action, known);
      return objection === undefined ? { action } : { action, objection };
    }),
    further: furtherActionsOn(judge, known, unsent),
    canClaim: objectionToClaim(judge.decider, judge.decided(known)) === undefined,
    willBeAdministrator: becomesAdministrator(
      undefined,
      inBody.filter(({ id }) => id !== roleId),
    ),
    isLastAdministrator: isLastAdministrator(here, inBody),
    isAdministrator: administersHere(role, unsent),
    otherRoles: others.map(({ role: { id, type, country }, bodyName, status }) => ({
      roleId: id,
      bodyName,
      type,
      country,
      status,
    })),
    countriesAsked: countriesAsked(reader, judge, known, others),
    comeBack: comeBack(role, others),
    ...(unsent ? { unsent } : {}),
  };
}

/** A decision that waits can be replaced by another one, until it is sent. */
function openActions({ role }: KnownRole, unsent: OutboxEntry | undefined): OfferedAction[] {
  if (unsent?.state === 'sent') return [];
  return offeredActions.filter(
    (action) => action !== takenIn(unsent) && statusAfter(action, role.status) !== undefined,
  );
}

function takenIn(unsent: OutboxEntry | undefined): Action | undefined {
  return unsent && isWaiting(unsent.state) ? unsent.action : undefined;
}

/** What is open to the role and not objected to. */
function furtherActionsOn(
  judge: Judge,
  known: KnownRole,
  unsent: OutboxEntry | undefined,
): FurtherAction[] {
  if (unsent?.state === 'sent') return [];
  return furtherActions.filter(
    (action) =>
      action !== takenIn(unsent) &&
      judge.objection(action, known) === undefined &&
      (action !== 'reassign' || askedOfTaker(known) !== undefined),
  );
}

/** A decision on administration that waits counts as taken. */
function administersHere(role: Role, unsent: OutboxEntry | undefined): boolean {
  const taken = takenIn(unsent);
  return taken === 'grant_admin' || (role.isAdmin && taken !== 'revoke_admin');
}

function idsNamedBy({ activities, parentId }: Body): string[] {
  const ids = activities.flatMap(({ responsibleId, controlBodyId }) => [
    responsibleId,
    controlBodyId,
  ]);
  return [...new Set([...ids, parentId])].filter((id) => id !== undefined);
}

/** What a person asks to certify for in one control body: a role for each country, decided one by one or together. */
function countriesAsked(
  reader: Reader,
  judge: Judge,
  known: KnownRole,
  others: OtherOfPerson[],
): AskedCountry[] {
  const { role } = known;
  if (role.type !== 'control_body' || role.status !== 'requested') return [];
  const siblings = others.filter(
    (other) => other.role.bodyId === role.bodyId && other.status === 'requested',
  );
  const asked = knownRoles(reader, [role.id, ...siblings.map((other) => other.role.id)]);
  return [...asked.values()]
    .map((each): AskedCountry => {
      const { id: roleId, revision, dueAt, country = each.body.country } = each.role;
      const objection = judge.objection('approve', each);
      return { roleId, revision, country, dueAt, ...(objection ? { objection } : {}) };
    })
    .sort((a, b) => a.country.localeCompare(b.country));
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
