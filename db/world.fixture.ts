import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { noFilter, type PageQuery } from '../shared/desk/queues.ts';
import type { Body } from '../shared/domain/body.ts';
import type { Person } from '../shared/domain/person.ts';
import { defaultPreferences } from '../shared/domain/preferences.ts';
import type { Role } from '../shared/domain/role.ts';
import type { Change } from '../shared/wire/changes.ts';
import type { Me } from '../shared/wire/me.ts';
import { takeIn } from './changes.ts';
import { updateDesk } from './desk.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

/** A body for tests: an operator unless said otherwise. */
export function aBody(given: Partial<Body> = {}): Body {
  return {
    id: randomUUID(),
    revision: 1,
    type: 'operator',
    name: 'Operator',
    country: 'BE',
    city: 'Gent',
    address: 'Kouter 1',
    identifiers: [],
    activities: [],
    fullControl: false,
    status: 'valid',
    ...given,
  };
}

/** A person for tests. */
export function aPerson(given: Partial<Person> = {}): Person {
  return {
    id: randomUUID(),
    revision: 1,
    username: 'n0000001',
    firstName: 'An',
    lastName: 'Person',
    email: 'an.person@operator.example',
    language: 'en',
    heldTypes: [],
    ...given,
  };
}

/** The authority of the desk in tests: it decides on all operators of `world`. */
export const authority = aBody({ type: 'authority', kind: 'CCA', name: 'Authority' });

/** The person of the desk in tests. */
export const me: Me = {
  person: aPerson({ firstName: 'Desk', lastName: 'Person' }),
  scopes: [
    { bodyId: authority.id, kind: 'CCA', country: 'BE', name: authority.name, isAdmin: true },
  ],
  preferences: defaultPreferences,
};

/** A requested role for tests, under `authority`. */
export function aRole(body: Body, person: Person, given: Partial<Role> = {}): Role {
  return {
    id: randomUUID(),
    revision: 1,
    status: 'requested',
    personId: person.id,
    bodyId: body.id,
    type: body.type,
    function: 'organic_importer',
    responsibleId: authority.id,
    isAdmin: false,
    requestedAt: '2026-11-20T09:00:00.000Z',
    dueAt: '2026-11-24T09:00:00.000Z',
    ...given,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'roledesk-stores-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A path where no store is yet; what is there goes with the process. */
export function newStoreFile(): string {
  return join(folder, `${randomUUID()}.sqlite`);
}

/** A store of `me` that has pulled these things, and `authority`. */
export function storeWith(bodies: Body[], persons: Person[], roles: Role[]): Store {
  const store = openStore(newStoreFile(), { environment: 'training' });
  store.write((writer) => updateDesk(writer, { me }));
  pulled(store, [
    ...[authority, ...bodies].map((body): Change => ({ kind: 'body', id: body.id, body })),
    ...persons.map((person): Change => ({ kind: 'person', id: person.id, person })),
    ...roles.map((role): Change => ({ kind: 'role', id: role.id, role })),
  ]);
  return store;
}

/** A store with one operator, one person and that person's requested role. */
export function storeWithOne(given: Partial<Role> = {}) {
  const [body, person] = [aBody(), aPerson()];
  const role = aRole(body, person, given);
  return { body, person, role, store: storeWith([body], [person], [role]) };
}

/** Takes in a last page of changes. */
export function pulled(store: Store, changes: Change[], hasMore = false) {
  return takeIn(store, { changes, cursor: randomUUID(), hasMore, remaining: 0 });
}

/** The change that tells of a role. */
export function told(role: Role): Change {
  return { kind: 'role', id: role.id, role };
}

/** The first page of a queue, as a window asks for it. */
export function firstPage(given: Partial<PageQuery> = {}): PageQuery {
  return {
    queue: 'requested',
    filter: noFilter,
    sort: { column: 'due', direction: 'ascending' },
    offset: 0,
    limit: 500,
    ...given,
  };
}

/** The same store after a restart. */
export function reopened(store: Store): Store {
  const file = fileOf(store);
  store.close();
  return openStore(file, { environment: 'training' });
}

/** Where a store lies. */
export function fileOf({ reader }: Store): string {
  return reader.get<{ file: string }>(
    sql`SELECT file FROM pragma_database_list WHERE name = 'main'`,
  ).file;
}

/** The time of tests that do not look at it. */
export const noon = new Date('2026-11-22T12:00:00.000Z');
