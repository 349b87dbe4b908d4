import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../shared/domain/role.ts';
import { startAfresh } from './changes.ts';
import { decide } from './decide.ts';
import { refreshAllLines } from './lines.ts';
import { undo } from './outbox.ts';
import { lines } from './schema.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, pulled, storeWith, told } from './world.fixture.ts';

const now = { at: new Date('2026-11-22T12:00:00.000Z'), holdMs: 0 };

function adviceOf(store: Store, { id }: Role): string[] | undefined {
  return store.reader
    .select()
    .from(lines)
    .all()
    .find((line) => line.id === id)?.advice;
}

/** Two requests of one person for one body, a day apart. */
function twoRequests() {
  const [body, person] = [aBody(), aPerson()];
  const request = { function: 'animal_trader' };
  const older = aRole(body, person, { ...request, requestedAt: '2026-11-19T09:00:00.000Z' });
  const newer = aRole(body, person, request);
  return { body, person, older, newer };
}

test('advice on a role follows what becomes of the person’s other roles', () => {
  const { body, person, older, newer } = twoRequests();
  const store = storeWith([body], [person], [newer]);
  expect(adviceOf(store, newer)).toEqual([]);
  pulled(store, [told(older)]);
  expect(adviceOf(store, newer)).toEqual(['older_request']);
  expect(adviceOf(store, older)).toEqual([]);
  pulled(store, [told({ ...older, revision: 2, status: 'rejected' })]);
  expect(adviceOf(store, newer)).toEqual([]);
});

test('a decision that waits here counts, until it is taken back', () => {
  const { body, person, older, newer } = twoRequests();
  const store = storeWith([body], [person], [older, newer]);
  const roles = [{ roleId: older.id, revision: 1 }];
  const { batchId } = decide(store, { action: 'reject', reason: 'other', roles }, now);
  expect(adviceOf(store, newer)).toEqual([]);
  undo(store, { batchId });
  expect(adviceOf(store, newer)).toEqual(['older_request']);
});

test('a role that was attached to another body, or whose body is not here, counts no more', () => {
  const { body, person, older, newer } = twoRequests();
  const existing = aBody();
  const authority = aBody({ type: 'authority' });
  const official = aRole(authority, person);
  const store = storeWith([body, existing, authority], [person], [older, newer, official]);
  expect(adviceOf(store, newer)).toEqual(['other_type', 'older_request']);
  pulled(store, [told({ ...older, revision: 2, bodyId: existing.id })]);
  expect(adviceOf(store, newer)).toEqual(['other_type']);
  pulled(store, [{ kind: 'gone', of: 'body', id: authority.id }]);
  expect(adviceOf(store, newer)).toEqual([]);
});

test('a role that leaves the scope of the desk, told or swept, counts no more', () => {
  const { body, person, older, newer } = twoRequests();
  const store = storeWith([body], [person], [older, newer]);
  pulled(store, [{ kind: 'gone', of: 'role', id: older.id }]);
  expect(adviceOf(store, newer)).toEqual([]);
  pulled(store, [told(older)]);
  expect(adviceOf(store, newer)).toEqual(['older_request']);
  startAfresh(store);
  pulled(store, [
    { kind: 'body', id: body.id, body },
    { kind: 'person', id: person.id, person },
    told(newer),
  ]);
  expect(adviceOf(store, newer)).toEqual([]);
});

test('lines that are kept up are those that would be made anew', () => {
  const bodies = [aBody(), aBody({ type: 'authority', kind: 'LAU' }), aBody()];
  const persons = [aPerson(), aPerson()];
  const changes = fc.array(
    fc.record({
      ...{ role: fc.nat(5), body: fc.nat(2), isGone: fc.boolean() },
      day: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom('requested', 'valid', 'rejected' as const),
    }),
    { maxLength: 20 },
  );
  const ids = Array.from({ length: 6 }, () => crypto.randomUUID());
  fc.assert(
    fc.property(changes, (told) => {
      const store = storeWith(bodies, persons, []);
      for (const { role: at, body, isGone, day, status } of told) {
        const id = ids[at]!;
        const requestedAt = `2026-11-0${day}T09:00:00.000Z`;
        const role = aRole(bodies[body]!, persons[at % 2]!, { id, status, requestedAt });
        pulled(store, [isGone ? { kind: 'gone', of: 'role', id } : { kind: 'role', id, role }]);
      }
      const kept = store.reader.select().from(lines).all();
      store.write(refreshAllLines);
      expect(kept).toEqual(store.reader.select().from(lines).all());
      store.close();
    }),
    { numRuns: 30 },
  );
});
