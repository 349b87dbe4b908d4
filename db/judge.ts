import { eq, inArray, sql } from 'drizzle-orm';
import { CallRefused } from '../shared/desk/answers.ts';
import type { Body } from '../shared/domain/body.ts';
import {
  type DecidedRole,
  type Decider,
  objectionTo,
  type Refusal,
} from '../shared/domain/decide.ts';
import type { Person } from '../shared/domain/person.ts';
import type { Role } from '../shared/domain/role.ts';
import type { Action, RoleType } from '../shared/domain/vocabulary.ts';
import type { Me } from '../shared/wire/me.ts';
import { isWaiting } from './lines.ts';
import { bodies, outbox, persons, roles } from './schema.ts';
import { chunked, chunkSize, type Reader } from './store.ts';

/** A role with its body and its person, all of them here. */
export interface KnownRole {
  role: Role;
  body: Body;
  person: Person;
}

/**
 * Applies the rules to roles of the store, from the positions of this desk's person. What it has read it remembers:
 * one judge serves one call.
 */
export class Judge {
  readonly #reader: Reader;
  readonly #decider: Decider;
  readonly #rolesOf: ReturnType<typeof rolesOfPerson>;
  readonly #bodies = new Map<string, Body | undefined>();
  readonly #heldTypes = new Map<string, Map<string, RoleType>>();

  constructor(reader: Reader, me: Me) {
    this.#reader = reader;
    this.#rolesOf = rolesOfPerson(reader);
    this.#decider = { personId: me.person.id, positions: me.scopes };
  }

  /** Why an action cannot be taken on a role as the registry knows it, reason aside (rules 1 to 4). */
  objection(action: Action, known: KnownRole): Refusal | undefined {
    return objectionTo(action, this.#decider, this.decided(known));
  }

  /** The role as the rules read it. */
  decided({ role, body, person }: KnownRole): DecidedRole {
    return {
      role,
      body,
      bodyById: (id) => this.body(id),
      person: { heldTypes: [...person.heldTypes, ...this.#typesHere(role)] },
    };
  }

  get decider(): Decider {
    return this.#decider;
  }

  /** Reckons with a role as approved from here on: rule 4 holds within a selection too. */
  countAsApproved({ role }: KnownRole): void {
    this.#heldBy(role.personId).set(role.id, role.type);
  }

  body(id: string): Body | undefined {
    if (!this.#bodies.has(id)) this.#bodies.set(id, readBody(this.#reader, id));
    return this.#bodies.get(id);
  }

  /** Types of the person's other roles that are held, or whose approval waits in the outbox (rule 4). */
  #typesHere(role: Role): RoleType[] {
    const held = this.#heldBy(role.personId);
    return [...held].flatMap(([id, type]) => (id === role.id ? [] : type));
  }

  #heldBy(personId: string): Map<string, RoleType> {
    const known = this.#heldTypes.get(personId);
    if (known) return known;
    const read = heldHere(this.#rolesOf.all({ personId }));
    this.#heldTypes.set(personId, read);
    return read;
  }
}

/** A judge for the person of this desk. @throws {CallRefused} `not_ready` until the registry has said who that is */
export function judgeFor(reader: Reader, me: Me | null): Judge {
  if (!me) throw new CallRefused('not_ready');
  return new Judge(reader, me);
}

/** Looks up roles with their bodies and persons; what is not here is not in the map. */
export function knownRoles(reader: Reader, roleIds: string[]): Map<string, KnownRole> {
  const found = new Map<string, KnownRole>();
  for (const ids of chunked(roleIds, chunkSize)) {
    const rows = reader
      .select({ role: roles.document, body: bodies.document, person: persons.document })
      .from(roles)
      .innerJoin(bodies, eq(bodies.id, roles.bodyId))
      .innerJoin(persons, eq(persons.id, roles.personId))
      .where(inArray(roles.id, ids))
      .all();
    for (const row of rows) found.set(row.role.id, row);
  }
  return found;
}

/** A role with its body and its person, if all of them are here. */
export function knownRole(reader: Reader, roleId: string): KnownRole | undefined {
  return knownRoles(reader, [roleId]).get(roleId);
}

function readBody(reader: Reader, id: string): Body | undefined {
  return reader.select({ body: bodies.document }).from(bodies).where(eq(bodies.id, id)).get()?.body;
}

/** Prepared once: a selection may hold thousands of persons. */
function rolesOfPerson(reader: Reader) {
  return reader
    .select({ role: roles.document, state: outbox.state, decision: outbox.decision })
    .from(roles)
    .leftJoin(outbox, eq(outbox.roleId, roles.id))
    .where(eq(roles.personId, sql.placeholder('personId')))
    .prepare();
}

function heldHere(
  rows: ReturnType<ReturnType<typeof rolesOfPerson>['all']>,
): Map<string, RoleType> {
  const held = rows.filter(({ role, state, decision }) => {
    const approvedHere = state !== null && isWaiting(state) && decision?.action === 'approve';
    return role.status === 'valid' || role.status === 'suspended' || approvedHere;
  });
  return new Map(held.map(({ role }) => [role.id, role.type]));
}
