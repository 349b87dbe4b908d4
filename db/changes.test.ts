import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { keepAnswered, startAfresh, takeIn } from './changes.ts';
import { decide } from './decide.ts';
import { readDesk } from './desk.ts';
import { refreshLines } from './lines.ts';
import { listOutbox } from './outbox.ts';
import { queueCounts, rolePage } from './queues.ts';
import { roles } from './schema.ts';
import {
  aBody,
  aPerson,
  aRole,
  firstPage,
  pulled,
  storeWith,
  storeWithOne,
  told,
} from './world.fixture.ts';

const now = { at: new Date(), holdMs: 0 };

test('a page and its cursor are kept together or not at all', () => {
  const { store, body, person } = storeWithOne();
  const before = readDesk(store.reader).cursor;
  // Its role can be written, but not its line.
  const broken = told(aRole(body, person, { dueAt: null as never }));
  expect(() =>
    takeIn(store, {
      changes: [told(aRole(body, person)), broken],
      cursor: 'next',
      hasMore: false,
      remaining: 0,
    }),
  ).toThrow();
  expect(readDesk(store.reader).cursor).toBe(before);
  expect(queueCounts(store.reader).requested).toBe(1);
  pulled(store, [told(aRole(body, person))]);
  expect(readDesk(store.reader).cursor).not.toBe(before);
  expect(queueCounts(store.reader).requested).toBe(2);
});

test('a changed body and a changed person are seen in the lines of their roles', () => {
  const { store, body, person } = storeWithOne();
  pulled(store, [
    { kind: 'body', id: body.id, body: { ...body, name: 'Renamed', country: 'FR' } },
    { kind: 'person', id: person.id, person: { ...person, lastName: 'Married' } },
  ]);
  expect(rolePage(store.reader, firstPage(), now.at).rows).toMatchObject([
    { bodyName: 'Renamed', country: 'FR', personName: 'An Married' },
  ]);
});

test('a role in a control body stands under the country that it is asked for', () => {
  const body = aBody({ type: 'control_body' });
  const person = aPerson();
  const store = storeWith([body], [person], [aRole(body, person, { country: 'AL' })]);
  expect(rolePage(store.reader, firstPage(), now.at).rows).toMatchObject([{ country: 'AL' }]);
});

test('a role that comes before its body shows as soon as both are here', () => {
  const [body, person] = [aBody(), aPerson()];
  const store = storeWith([], [person], [aRole(body, person)]);
  expect(queueCounts(store.reader).requested).toBe(0);
  pulled(store, [{ kind: 'body', id: body.id, body }]);
  expect(queueCounts(store.reader).requested).toBe(1);
});

test('what is gone is gone', () => {
  const { store, role } = storeWithOne();
  pulled(store, [{ kind: 'gone', of: 'role', id: role.id }]);
  expect(rolePage(store.reader, firstPage(), now.at)).toEqual({ total: 0, rows: [] });
});

test('the last of several changes in a page counts', () => {
  const { store, role } = storeWithOne();
  pulled(store, [told({ ...role, revision: 2 }), told({ ...role, revision: 3, status: 'valid' })]);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 1 });
});

test('a pull from the start sweeps at its end what it did not name, and keeps the outbox', () => {
  const [body, person] = [aBody(), aPerson()];
  const [stays, leaves] = [aRole(body, person), aRole(body, person)];
  const store = storeWith([body], [person], [stays, leaves]);
  decide(store, { action: 'approve', roles: [{ roleId: stays.id, revision: 1 }] }, now);
  startAfresh(store);
  expect(readDesk(store.reader)).toMatchObject({ cursor: null, pullDone: false });
  pulled(store, [{ kind: 'body', id: body.id, body }], true);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 1, valid: 1 });
  pulled(store, [{ kind: 'person', id: person.id, person }, told(stays)]);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 1 });
  expect(listOutbox(store.reader).entries).toMatchObject([{ roleId: stays.id, state: 'waiting' }]);
});

test('only roles that were not here before count as entered, and none of a pull from the start', () => {
  const { store, role, body, person } = storeWithOne();
  const fresh = aRole(body, person);
  expect(pulled(store, [told({ ...role, revision: 2 }), told(fresh)]).entered).toEqual([fresh.id]);
  startAfresh(store);
  const page = { cursor: randomUUID(), hasMore: false, remaining: 0 };
  const { entered } = takeIn(store, { ...page, changes: [told(aRole(body, person))] });
  expect(entered).toEqual([]);
});

test('an answer tells what became of a role that is here, unless a pull has brought a newer one', () => {
  const { store, role } = storeWithOne();
  const answer = (revision: number, status: 'valid' | 'suspended') =>
    store.write((writer) => {
      keepAnswered(writer, { ...role, revision, status });
      refreshLines(writer, [role.id]);
    });
  answer(2, 'valid');
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 1 });
  pulled(store, [told({ ...role, revision: 3, status: 'suspended' })]);
  answer(2, 'valid');
  expect(queueCounts(store.reader)).toMatchObject({ valid: 0, suspended: 1 });
});

test('an answer brings nothing back that a pull has taken away', () => {
  const { store, role } = storeWithOne();
  pulled(store, [{ kind: 'gone', of: 'role', id: role.id }]);
  store.write((writer) => {
    keepAnswered(writer, { ...role, revision: 2, status: 'valid' });
    refreshLines(writer, [role.id]);
  });
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 0 });
});

test('an answer during a pull from the start keeps nothing that this pull does not name', () => {
  const [body, person] = [aBody(), aPerson()];
  const [lost, kept] = [aRole(body, person), aRole(body, person)];
  const store = storeWith([body], [person], [lost, kept]);
  startAfresh(store);
  pulled(store, [told(kept)], true);
  store.write((writer) => {
    for (const role of [lost, kept]) keepAnswered(writer, { ...role, revision: 2 });
  });
  pulled(store, [
    { kind: 'body', id: body.id, body },
    { kind: 'person', id: person.id, person },
  ]);
  expect(store.reader.select({ id: roles.id }).from(roles).all()).toEqual([{ id: kept.id }]);
});
