import { expect } from 'vitest';
import { type Change, changesSchema } from '../../shared/wire/changes.ts';
import { RegistryClient } from '../fixtures/registryClient.ts';
import type { Actor } from './base.ts';
import { rolesOf } from './rules.ts';
import type { World } from './world.ts';

/** Somebody at work: what a desk has after the pages that it took. */
export interface Desk {
  personId: string;
  client: RegistryClient;
  store: Map<string, Change>;
  cursor: string | undefined;
  /** The person's positions when the cursor was given: while they stand it must be good, */
  positions: string;
  /** unless old changes have been forgotten since. */
  mayHaveExpired: boolean;
}

/** Signs somebody in. */
export async function openDesk(url: string, { personId, username }: Actor): Promise<Desk> {
  return newDesk(personId, await RegistryClient.signIn(url, username));
}

/** A desk that has not pulled yet. */
export function newDesk(personId: string, client: RegistryClient): Desk {
  return {
    personId,
    client,
    store: new Map(),
    cursor: undefined,
    positions: '',
    mayHaveExpired: false,
  };
}

/** Takes the next page, or starts afresh where the person's own positions have changed. */
export async function pullPage(world: World, desk: Desk, limit: number): Promise<boolean> {
  const query = desk.cursor === undefined ? '' : `&cursor=${desk.cursor}`;
  const { status, body } = await desk.client.send('GET', `/v1/changes?limit=${limit}${query}`);
  const positions = positionsOf(world, desk.personId);
  if (status === 410) {
    const mayExpire = desk.mayHaveExpired || desk.positions !== positions;
    expect(mayExpire, 'a good cursor was refused').toBe(true);
    desk.store.clear();
    desk.cursor = undefined;
    return true;
  }
  const page = changesSchema.parse(body);
  for (const change of page.changes) take(desk.store, change);
  desk.cursor = page.cursor;
  desk.positions = positions;
  desk.mayHaveExpired = false;
  return page.hasMore;
}

function positionsOf(world: World, personId: string): string {
  return rolesOf(world, personId)
    .filter(({ status }) => status === 'valid')
    .map(({ bodyId, isAdmin }) => `${bodyId} ${isAdmin}`)
    .sort()
    .join();
}

function take(store: Map<string, Change>, change: Change): void {
  if (change.kind === 'gone') {
    store.delete(change.id);
    return;
  }
  if (change.kind === 'role') {
    const { personId, bodyId, responsibleId } = change.role;
    for (const id of [personId, bodyId, responsibleId]) {
      expect(store.has(id), 'a role came before what it names').toBe(true);
    }
  }
  store.set(change.id, change);
}
