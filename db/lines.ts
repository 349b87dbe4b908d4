import { eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import type { OutboxState } from '../shared/desk/outbox.ts';
import { adviceOn } from '../shared/domain/advice.ts';
import type { Body } from '../shared/domain/body.ts';
import { fold } from '../shared/domain/fold.ts';
import { fullName, type Person } from '../shared/domain/person.ts';
import type { Role } from '../shared/domain/role.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import type { Status } from '../shared/domain/vocabulary.ts';
import type { Decision } from '../shared/wire/decisions.ts';
import { bodies, lines, outbox, persons, roles } from './schema.ts';
import { chunked, chunkSize, type Reader, type Writer } from './store.ts';

/** This desk's decision on a role, as far as the role's line shows it. */
export interface Unsent {
  state: OutboxState;
  decision: Pick<Decision, 'action' | 'decidedAt'>;
}

type Line = typeof lines.$inferInsert;

const replaced = Object.fromEntries(
  Object.entries(getTableColumns(lines))
    .filter(([key]) => key !== 'id')
    .map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
);

/** Names under which search finds kinds that have been renamed. */
const formerNames: Partial<Record<string, string>> = { EAOC: 'CAFOP', OPL: 'CAOPL' };

/** Whether a decision still waits to be recorded: then the role shows what it will be. */
export function isWaiting(state: OutboxState): boolean {
  return state === 'held' || state === 'waiting' || state === 'sent';
}

/** The status of a role as it stands here: the registry's, or what a decision that waits makes of it. */
export function statusHere(role: Pick<Role, 'status'>, unsent: Unsent | undefined): Status {
  if (!unsent || !isWaiting(unsent.state)) return role.status;
  return statusAfter(unsent.decision.action, role.status) ?? role.status;
}

/** Makes the lines of these roles anew. A role whose body or person is not here yet has none. */
export function refreshLines(writer: Writer, roleIds: Iterable<string>): void {
  for (const ids of chunked([...new Set(roleIds)], chunkSize)) refreshSome(writer, ids);
}

/** The roles in these bodies and of these persons. */
export function rolesNaming(reader: Reader, bodyIds: string[], personIds: string[]): string[] {
  return reader
    .select({ id: roles.id })
    .from(roles)
    .where(or(inArray(roles.bodyId, bodyIds), inArray(roles.personId, personIds)))
    .all()
    .map(({ id }) => id);
}

function refreshSome(writer: Writer, ids: string[]): void {
  const found = writer
    .select({
      role: roles.document,
      body: bodies.document,
      person: persons.document,
      state: outbox.state,
      decision: outbox.decision,
    })
    .from(roles)
    .innerJoin(bodies, eq(bodies.id, roles.bodyId))
    .innerJoin(persons, eq(persons.id, roles.personId))
    .leftJoin(outbox, eq(outbox.roleId, roles.id))
    .where(inArray(roles.id, ids))
    .all();
  const made = found.map(({ role, body, person, state, decision }) =>
    lineOf(role, body, person, state && decision ? { state, decision } : undefined),
  );
  if (made.length > 0) {
    writer.insert(lines).values(made).onConflictDoUpdate({ target: lines.id, set: replaced }).run();
  }
  const complete = new Set(made.map(({ id }) => id));
  const incomplete = ids.filter((id) => !complete.has(id));
  if (incomplete.length > 0) writer.delete(lines).where(inArray(lines.id, incomplete)).run();
}

function lineOf(role: Role, body: Body, person: Person, unsent: Unsent | undefined): Line {
  const personName = fullName(person);
  const decided = decidedOf(role, unsent);
  return {
    id: role.id,
    revision: role.revision,
    status: statusHere(role, unsent),
    isDecided: decided !== undefined,
    type: role.type,
    function: role.function,
    country: role.country ?? body.country,
    personName,
    personEmail: person.email,
    bodyName: body.name,
    bodyCode: body.code ?? null,
    requestedAt: role.requestedAt,
    dueAt: role.dueAt,
    decidedAt: decided?.at ?? null,
    decided: decided ?? null,
    unsent: unsent?.state ?? null,
    advice: adviceOn(role, body, person),
    claim: role.claim ? { name: role.claim.name, until: role.claim.until } : null,
    personKey: fold(personName),
    bodyKey: fold(body.name),
    searchText: searchTextOf(role, body, person),
  };
}

function decidedOf({ lastDecision }: Role, unsent: Unsent | undefined): Line['decided'] {
  if (unsent && isWaiting(unsent.state)) {
    return { action: unsent.decision.action, at: unsent.decision.decidedAt };
  }
  return (
    lastDecision && {
      action: lastDecision.action,
      at: lastDecision.decidedAt,
      byName: lastDecision.by.name,
    }
  );
}

function searchTextOf(role: Role, body: Body, person: Person): string {
  const texts = [
    fullName(person),
    person.email,
    person.username,
    body.name,
    body.city,
    body.code,
    ...(body.countries ?? []).map(({ code }) => code),
    ...body.identifiers.map(({ value }) => value),
    role.function,
    formerNames[role.function],
  ];
  return fold(texts.filter((text) => text !== undefined).join('\n'));
}
