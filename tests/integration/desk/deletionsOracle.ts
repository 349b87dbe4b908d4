import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { dropDecision, listOutbox } from '../../../db/outbox.ts';
import { rolePage } from '../../../db/queues.ts';
import { bodies, lines, type outbox, persons, recorded, roles } from '../../../db/schema.ts';
import { firstPage } from '../../../db/world.fixture.ts';
import { queueSchema } from '../../../shared/desk/queues.ts';
import type { Change } from '../../../shared/wire/changes.ts';
import type { World } from './deletionsWorld.ts';

/** A decision that the desk has taken, and what it showed of it then. */
export type Taken = Pick<typeof outbox.$inferSelect, 'id' | 'roleId' | 'personName' | 'bodyName'>;

/** The desk has exactly what a pull from the start brings its person now. */
export async function expectEqualToAPull({ holder, desk }: World): Promise<void> {
  const { changes } = await holder.pull();
  const told = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind === 'gone') told.delete(change.id);
    else told.set(change.id, change);
  }
  const all = [...told.values()];
  const { reader } = desk.store;
  const here = {
    bodies: reader.select({ is: bodies.document }).from(bodies).orderBy(asc(bodies.id)).all(),
    persons: reader.select({ is: persons.document }).from(persons).orderBy(asc(persons.id)).all(),
    roles: reader.select({ is: roles.document }).from(roles).orderBy(asc(roles.id)).all(),
    lines: reader.select({ id: lines.id }).from(lines).orderBy(asc(lines.id)).all(),
  };
  const byId = <T extends { id: string }>(one: T, other: T) => (one.id < other.id ? -1 : 1);
  const expected = {
    bodies: all.flatMap((each) => (each.kind === 'body' ? each.body : [])).sort(byId),
    persons: all.flatMap((each) => (each.kind === 'person' ? each.person : [])).sort(byId),
    roles: all.flatMap((each) => (each.kind === 'role' ? each.role : [])).sort(byId),
  };
  for (const kind of ['bodies', 'persons', 'roles'] as const) {
    expect(here[kind].map(({ is }) => is)).toEqual(expected[kind]);
  }
  const ids = expected.roles.map(({ id }) => id);
  expect(here.lines.map(({ id }) => id)).toEqual(ids);
  for (const queue of queueSchema.options) {
    const { rows } = rolePage(reader, firstPage({ queue }), new Date());
    expect(rows.filter(({ id }) => !ids.includes(id))).toEqual([]);
  }
}

/** What the desk decided is recorded, or shown with its names and why not; the person then lets what stands stand. */
export async function expectNothingDropped(world: World, taken: Taken[]): Promise<string[]> {
  const { desk, registry } = world;
  const { entries } = listOutbox(desk.store.reader);
  expect(entries.map(({ state }) => state).filter((state) => !isUnresolved(state))).toEqual([]);
  const ended: string[] = [];
  for (const { id, roleId, personName, bodyName } of taken) {
    const kept = await registry.storage.read((reader) => reader.decision(id));
    const outcome = kept?.result.outcome ?? 'never sent';
    ended.push(outcome);
    const row = desk.store.reader.select().from(recorded).where(eq(recorded.id, id)).get();
    expect([outcome, row !== undefined]).toEqual([outcome, outcome === 'applied']);
    if (outcome === 'applied') continue;
    const entry = entries.find((each) => each.id === id);
    expect(entry).toMatchObject({ roleId, personName, bodyName, state: outcome });
    if (outcome === 'refused') expect(entry?.code).toBe(kept?.result.code);
    const isHere = desk.store.reader.select().from(roles).where(eq(roles.id, roleId)).get();
    if (!isHere) {
      ended.push('role gone');
      expect(entry).toMatchObject({ canDecideAnew: false });
      expect(entry).not.toHaveProperty('currentStatus');
    }
  }
  for (const { id } of entries) dropDecision(desk.store, id);
  return ended;
}

const isUnresolved = (state: string) => state === 'conflict' || state === 'refused';
