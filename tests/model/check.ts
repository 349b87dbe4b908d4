import { expect } from 'vitest';
import type { Change } from '../../shared/wire/changes.ts';
import { newDesk, pullPage } from './desk.ts';
import type { Life } from './life.ts';
import { bodyOf, scopeOf, standingOf, typesHeldBy } from './rules.ts';
import { type ModelBody, modelBody, modelRole, type World } from './world.ts';

const bigPage = 200;

/** Every desk, whatever it pulled so far, ends with what a new one gets, and that is what the model says it may see. */
export async function expectScopes({ world, desks }: Life, limit: number): Promise<void> {
  for (const desk of desks) {
    while (await pullPage(world, desk, limit));
    const { personId } = desk;
    const fresh = newDesk(personId, desk.client);
    while (await pullPage(world, fresh, bigPage));
    expect(sorted(desk.store), 'a desk missed a change').toEqual(sorted(fresh.store));
    expectScope(world, personId, [...fresh.store.values()]);
  }
}

function expectScope(world: World, personId: string, seen: Change[]): void {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const roles = seen.flatMap((each) => (each.kind === 'role' ? modelRole(each.role) : []));
  const scope = scopeOf(world, personId);
  expect(roles.sort(byId), 'the roles of a scope').toEqual(scope.sort(byId));
  const people = seen.flatMap((each) => (each.kind === 'person' ? each.person : []));
  const named = new Set(scope.map((role) => role.personId));
  expect(new Set(people.map(({ id }) => id)), 'the people of a scope').toEqual(named);
  for (const { id, heldTypes } of people) {
    expect([...heldTypes].sort(), 'the types that a person holds').toEqual(typesHeldBy(world, id));
  }
  const bodies = seen.flatMap((each) => (each.kind === 'body' ? modelBody(each.body) : []));
  const operators = bodies.filter(({ type }) => type === 'operator').map(({ id }) => id);
  const asked = scope.filter(({ type }) => type === 'operator').map(({ bodyId }) => bodyId);
  expect(new Set(operators), 'the operators of a scope').toEqual(new Set(asked));
  for (const body of bodies) {
    expect(ruled(body), 'a body').toEqual(ruled(bodyOf(world, body.id)));
  }
}

/** What decisions can change of a body. */
function ruled({ parentId, fullControl, status, activities }: ModelBody) {
  return { parentId, fullControl, status, activities };
}

function sorted(store: ReadonlyMap<string, Change>): Change[] {
  return [...store.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}

/** Rule 13: the audit log of every role that something happened to is complete and in order, with both clocks. */
export async function expectAudit(life: Life, before: World, startedAt: string): Promise<void> {
  const { world, registry, desks } = life;
  for (const [id, expected] of world.log) {
    const old = before.log.get(id)?.length ?? 0;
    if (expected.length === old) continue;
    const role = world.roles.get(id)!;
    const desk = desks.find(({ personId }) => standingOf(world, personId, role) !== 'none');
    const lines = desk
      ? await desk.client.history(id)
      : await registry.storage.read((reader) => reader.history(id));
    const told = lines.map(({ recordedAt: _, ...line }) => line);
    expect(told, 'the audit log').toEqual(expected);
    const clock = [startedAt, ...lines.slice(old).map(({ recordedAt }) => recordedAt)];
    expect(clock, "the registry's clock").toEqual([...clock].sort());
  }
}
