import { and, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { OutboxState } from '../shared/desk/outbox.ts';
import { type Advice, aboutOthers, adviceOn, areConcerned } from '../shared/domain/advice.ts';
import type { Body } from '../shared/domain/body.ts';
import { fold } from '../shared/domain/fold.ts';
import { fullName, type Person } from '../shared/domain/person.ts';
import { nearestSeats } from '../shared/domain/profile.ts';
import type { Role } from '../shared/domain/role.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import { formerNames, type Status } from '../shared/domain/vocabulary.ts';
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

/** Whether a decision still waits to be recorded: then the role shows what it will be. */
export function isWaiting(state: OutboxState): boolean {
  return state === 'held' || state === 'waiting' || state === 'sent';
}

/** The status of a role as it stands here: the registry's, or what a decision that waits makes of it. */
export function statusHere(role: Pick<Role, 'status'>, unsent: Unsent | undefined): Status {
  if (!unsent || !isWaiting(unsent.state)) return role.status;
  return statusAfter(unsent.decision.action, role.status) ?? role.status;
}

/**
 * Makes the lines of these roles anew, and those of other roles of the same persons whose advice speaks of them (rule
 * 8). A role whose body or person is not here yet has no line.
 */
export function refreshLines(writer: Writer, roleIds: Iterable<string>): void {
  for (const ids of chunked([...new Set(roleIds)], chunkSize)) {
    const concerned = makeLines(writer, ids);
    for (const others of chunked(concerned, chunkSize)) makeLines(writer, others);
  }
}

/** Makes every line anew: after a migration what they are made of, or how, may be other than it was. */
export function refreshAllLines(writer: Writer): void {
  const all = writer.select({ id: roles.id }).from(roles).all();
  refreshLines(
    writer,
    all.map(({ id }) => id),
  );
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

/** The persons of the roles that are about to go: what is left of theirs may be advised on otherwise without them. */
export function personsOf(reader: Reader, going: SQL): string[] {
  const found = reader.selectDistinct({ id: roles.personId }).from(roles).where(going).all();
  return found.map(({ id }) => id);
}

interface Found {
  /** With status and country as its line shows them. */
  here: Role & { country: string };
  role: Role;
  body: Body;
  person: Person;
  unsent: Unsent | undefined;
}

/** Returns other roles of the same persons whose advice may have changed by it. */
function makeLines(writer: Writer, ids: string[]): string[] {
  const found = findRoles(writer, ids);
  const changed = Map.groupBy(
    found.map(({ here }) => here),
    ({ personId }) => personId,
  );
  const complete = new Set(found.map(({ role }) => role.id));
  const incomplete = ids.filter((id) => !complete.has(id));
  const persons = [...changed.keys(), ...personsOf(writer, inArray(roles.id, incomplete))];
  const others = rolesBeside(writer, persons, ids);
  const beside = Map.groupBy(others, ({ personId }) => personId);

  const made = found.map((each) => {
    const { id } = each.person;
    const ofPerson = [...(changed.get(id) ?? []), ...(beside.get(id) ?? [])];
    return lineOf(each, adviceOn(each.here, each.body, each.person, ofPerson));
  });
  if (made.length > 0) {
    writer.insert(lines).values(made).onConflictDoUpdate({ target: lines.id, set: replaced }).run();
  }
  if (incomplete.length > 0) writer.delete(lines).where(inArray(lines.id, incomplete)).run();

  const isConcerned = (other: RoleBeside) =>
    other.advice.some((code) => aboutOthers.has(code)) ||
    changed.get(other.personId)?.some((role) => areConcerned(role, other));
  return others.filter(isConcerned).map(({ id }) => id);
}

function findRoles(reader: Reader, ids: string[]): Found[] {
  return reader
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
    .all()
    .map(({ role, body, person, state, decision }) => {
      const unsent = state && decision ? { state, decision } : undefined;
      const [status, country] = [statusHere(role, unsent), role.country ?? body.country];
      return { here: { ...role, status, country }, role, body, person, unsent };
    });
}

type RoleBeside = ReturnType<typeof rolesBeside>[number];

/** Other roles of the same persons, as far as advice needs them: their lines say enough. */
function rolesBeside(reader: Reader, personIds: string[], ids: string[]) {
  // One parameter each instead of hundreds: a first pull comes by here with every role.
  const among = (list: string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(list)}))`;
  return reader
    .select({
      id: roles.id,
      personId: roles.personId,
      bodyId: roles.bodyId,
      type: lines.type,
      status: lines.status,
      country: lines.country,
      requestedAt: lines.requestedAt,
      advice: lines.advice,
    })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(
      and(sql`${roles.personId} IN ${among(personIds)}`, sql`${roles.id} NOT IN ${among(ids)}`),
    )
    .all();
}

function lineOf({ here, role, body, person, unsent }: Found, advice: Advice[]): Line {
  const personName = fullName(person);
  const decided = decidedOf(role, unsent);
  const asked = body.activities.find(({ activity }) => activity === role.function);
  return {
    id: role.id,
    revision: role.revision,
    status: here.status,
    isDecided: decided !== undefined,
    type: role.type,
    function: role.function,
    chapter: asked?.chapter ?? null,
    section: asked?.section ?? null,
    country: here.country,
    bodyId: body.id,
    personName,
    personEmail: person.email,
    bodyName: body.name,
    bodyCode: body.code ?? null,
    requestedAt: role.requestedAt,
    dueAt: role.dueAt,
    decidedAt: decided?.at ?? null,
    decided: decided ?? null,
    deciderId: decided?.byName === undefined ? null : (role.lastDecision?.by.personId ?? null),
    unsent: unsent?.state ?? null,
    isSuspendedBySystem: here.status === 'suspended' && role.suspension?.cause === 'system',
    advice,
    claim: role.claim ?? null,
    seats: nearestSeats({ role, body }),
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
