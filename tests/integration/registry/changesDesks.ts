import { expect } from 'vitest';
import { callerOf } from '../../../registry/caller.ts';
import { placeOf } from '../../../registry/place.ts';
import type { Reader } from '../../../registry/storage/storage.ts';
import { isInScope } from '../../../shared/domain/decide.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { authoritiesAbove } from '../../../shared/domain/seats.ts';
import { type Change, changesSchema } from '../../../shared/wire/changes.ts';
import type { RegistryClient } from '../../fixtures/registryClient.ts';
import type { TestRegistry } from './testRegistry.ts';

/** What a desk has: everything that was told and did not go. */
type Store = Map<string, Change>;

/** A desk that pulls now and then, from where it stood. */
export interface Desk {
  client: RegistryClient;
  personId: string;
  username: string;
  store: Store;
  cursor: string;
}

/** A desk that has not pulled yet. */
export async function openDesk(client: RegistryClient): Promise<Desk> {
  const { person } = await client.me();
  const { id, username } = person;
  return { client, personId: id, username, store: new Map(), cursor: '' };
}

/** Forgets everything and begins to pull from the start. */
export function startAfresh(desk: Desk): void {
  desk.store.clear();
  desk.cursor = '';
}

/** Takes one page, or starts afresh where the registry asks for it. */
export async function pullPage(desk: Desk, limit: number): Promise<{ hasMore: boolean }> {
  const path = `/v1/changes?limit=${limit}${desk.cursor && `&cursor=${desk.cursor}`}`;
  const { status, body } = await desk.client.send('GET', path);
  if (status === 410) {
    startAfresh(desk);
    return { hasMore: true };
  }
  const page = changesSchema.parse(body);
  for (const change of page.changes) takeIn(desk.store, change);
  desk.cursor = page.cursor;
  return page;
}

/** Pulls to the end. */
export async function pullAll(desk: Desk, limit: number): Promise<void> {
  const longestPull = 10_000;
  for (let pages = 0; pages < longestPull; pages += 1) {
    if (!(await pullPage(desk, limit)).hasMore) return;
  }
  throw new Error('a pull that nobody disturbs does not end');
}

function takeIn(store: Store, change: Change): void {
  if (change.kind === 'gone') store.delete(change.id);
  else store.set(change.id, change);
  if (change.kind !== 'role') return;
  const { personId, bodyId, responsibleId } = change.role;
  if (!store.has(personId)) throw new Error('a role came before its person');
  for (const id of [bodyId, responsibleId]) expectSuperiors(store, id);
}

function expectSuperiors(store: Store, id: string): void {
  const bodyById = (each: string) => {
    const known = store.get(each);
    if (known?.kind !== 'body') throw new Error(`a role came before ${each}, which it names`);
    return known.body;
  };
  authoritiesAbove(bodyById(id), bodyById);
}

/** A desk has exactly the roles that rule 2 lets it see, with all that they name, as the registry knows them now. */
export async function expectScope(registry: TestRegistry, desk: Desk): Promise<void> {
  await registry.storage.read(async (reader) => {
    const caller = await callerOf(reader, desk.personId);
    const expected = new Map<string, unknown>();
    for (const role of await everyRole(reader)) {
      const place = await placeOf(reader, role);
      if (!caller || !isInScope(caller, place)) continue;
      expected.set(role.id, role);
      expected.set(role.personId, await reader.person(role.personId));
      for (const body of place.around) expected.set(body.id, body);
    }
    const had = new Map<string, unknown>();
    for (const change of desk.store.values()) {
      if (change.kind === 'gone') continue;
      if (change.kind === 'role') had.set(change.id, change.role);
      if (change.kind === 'person') had.set(change.id, change.person);
      if (change.kind === 'body') {
        // Authorities and control bodies stay where they were once seen.
        const isPublic = change.body.type !== 'operator' && !expected.has(change.id);
        if (isPublic) expected.set(change.id, await reader.body(change.id));
        had.set(change.id, change.body);
      }
    }
    expect(new Map([...had].sort())).toEqual(new Map([...expected].sort()));
  });
}

async function everyRole(reader: Reader): Promise<Role[]> {
  const roles: Role[] = [];
  for (const { id } of await reader.people(100_000))
    roles.push(...(await reader.rolesOfPerson(id)));
  return roles;
}
