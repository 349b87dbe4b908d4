import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Reader } from '../storage.ts';
import { searchBodies } from './bodySearch.ts';
import { sqliteFeedReader } from './feedReader.ts';
import * as schema from './schema.ts';

const { placeholder } = sql;

/** Reads over one connection; the caller opens and ends the transaction. */
export function sqliteReader(db: BetterSQLite3Database): Reader {
  const { bodies, decisions, filings, history, persons, preferences, roles } = schema;
  const identity = db.select().from(schema.registry).prepare();
  const signingKey = db.select().from(schema.signingKeys).limit(1).prepare();
  const anyBody = db.select({ id: bodies.id }).from(bodies).limit(1).prepare();
  const anyPerson = db.select({ id: persons.id }).from(persons).limit(1).prepare();
  const person = db
    .select({ document: persons.document })
    .from(persons)
    .where(eq(persons.id, placeholder('id')))
    .prepare();
  const personByUsername = db
    .select({ document: persons.document })
    .from(persons)
    .where(eq(persons.username, placeholder('username')))
    .prepare();
  const people = db
    .select({ document: persons.document })
    .from(persons)
    .orderBy(asc(persons.username))
    .limit(placeholder('limit'))
    .prepare();
  const body = db
    .select({ document: bodies.document })
    .from(bodies)
    .where(eq(bodies.id, placeholder('id')))
    .prepare();
  const authoritiesIn = db
    .select({ document: bodies.document })
    .from(bodies)
    .where(and(eq(bodies.type, 'authority'), eq(bodies.country, placeholder('country'))))
    .orderBy(asc(bodies.number))
    .prepare();
  const operatorTexts = db
    .select({ id: bodies.id, nameKey: bodies.nameKey, searchText: bodies.searchText })
    .from(bodies)
    .where(and(eq(bodies.type, 'operator'), eq(bodies.country, placeholder('country'))))
    .prepare();
  const role = db
    .select({ document: roles.document })
    .from(roles)
    .where(eq(roles.id, placeholder('id')))
    .prepare();
  const rolesInBody = db
    .select({ id: roles.id, status: roles.status })
    .from(roles)
    .where(eq(roles.bodyId, placeholder('bodyId')))
    .prepare();
  const rolesOfPerson = db
    .select({ document: roles.document })
    .from(roles)
    .where(eq(roles.personId, placeholder('personId')))
    .prepare();
  const lines = db
    .select({ line: history.line })
    .from(history)
    .where(eq(history.roleId, placeholder('roleId')))
    .orderBy(asc(history.number))
    .prepare();
  const decision = db
    .select()
    .from(decisions)
    .where(eq(decisions.id, placeholder('id')))
    .prepare();
  const filing = db
    .select()
    .from(filings)
    .where(and(eq(filings.personId, placeholder('personId')), eq(filings.key, placeholder('key'))))
    .prepare();
  const chosen = db
    .select()
    .from(preferences)
    .where(eq(preferences.personId, placeholder('personId')))
    .prepare();
  const authoritiesBelow = db
    .select({ id: bodies.id })
    .from(bodies)
    .where(eq(bodies.parentId, placeholder('parentId')))
    .prepare();
  const roleIds = (column: typeof roles.bodyId | typeof roles.responsibleId) =>
    db
      .select({ id: roles.id })
      .from(roles)
      .where(eq(column, placeholder('id')))
      .prepare();
  const naming = { body: roleIds(roles.bodyId), responsible: roleIds(roles.responsibleId) };

  return {
    identity: async () => {
      const { environment, feedId } = only(identity.get());
      return { environment, feedId };
    },
    signingKey: async () => signingKey.get(),
    isEmpty: async () => anyBody.get() === undefined && anyPerson.get() === undefined,
    person: async (id) => person.get({ id })?.document,
    personByUsername: async (username) => personByUsername.get({ username })?.document,
    people: async (limit) => people.all({ limit }).map(({ document }) => document),
    body: async (id) => body.get({ id })?.document,
    authoritiesIn: async (country) =>
      authoritiesIn.all({ country }).map(({ document }) => document),
    operatorTexts: async (country) => operatorTexts.all({ country }),
    searchBodies: async (search) => searchBodies(db, search),
    role: async (id) => role.get({ id })?.document,
    roles: async (ids) => {
      const found = db
        .select({ document: roles.document })
        .from(roles)
        .where(inArray(roles.id, ids));
      return found.all().map(({ document }) => document);
    },
    rolesInBody: async (bodyId) => rolesInBody.all({ bodyId }),
    rolesOfPerson: async (personId) =>
      rolesOfPerson.all({ personId }).map(({ document }) => document),
    authoritiesBelow: async (parentId) => authoritiesBelow.all({ parentId }).map(({ id }) => id),
    roleIdsNaming: async (as, id) => naming[as].all({ id }).map((role) => role.id),
    history: async (roleId) => lines.all({ roleId }).map(({ line }) => line),
    decision: async (id) => decision.get({ id }),
    filing: async (personId, key) => filing.get({ personId, key }),
    preferences: async (personId) => {
      const row = chosen.get({ personId });
      return row && { revision: row.revision, preferences: row.document };
    },
    ...sqliteFeedReader(db),
  };
}

function only<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the registry row is missing');
  return row;
}
