import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter, type Queue, type Sort, sortColumnSchema } from '../shared/desk/queues.ts';
import { viewKeys, viewLines } from './exporting.ts';
import { rolePage } from './queues.ts';
import {
  aBody,
  aPerson,
  aRole,
  firstPage,
  noon,
  pulled,
  storeWith,
  told,
} from './world.fixture.ts';

const body = aBody();
const persons = Array.from({ length: 40 }, (_, number) =>
  aPerson({ lastName: `Person ${(number * 7) % 40}` }),
);
const roles = persons.map((person, number) =>
  aRole(body, person, {
    status: number % 3 === 0 ? 'valid' : 'requested',
    dueAt: `2026-11-2${number % 9}T09:00:00.000Z`,
  }),
);

test('a view is exported whole and in the order of the screen', () => {
  const store = storeWith([body], persons, roles);
  fc.assert(
    fc.property(
      fc.constantFrom<Queue>('requested', 'valid', 'decided'),
      fc.constantFrom(...sortColumnSchema.options),
      fc.constantFrom<Sort['direction']>('ascending', 'descending'),
      fc.constantFrom('', 'person 1'),
      (queue, column, direction, text) => {
        const look = { queue, filter: { ...noFilter, text }, sort: { column, direction } };
        const shown = rolePage(store.reader, firstPage(look), noon).rows.map(({ id }) => id);
        const keys = viewKeys(store.reader, look, noon);
        expect(viewLines(store.reader, look, keys, noon).map(({ id }) => id)).toEqual(shown);
      },
    ),
  );
});

test('what leaves the view while it is exported is left out, all else is as it stands then', () => {
  const store = storeWith([body], persons, roles);
  const look = firstPage();
  const keys = viewKeys(store.reader, look, noon);
  const [first, second, ...others] = viewLines(store.reader, look, keys, noon);
  const of = (id: string | undefined) => {
    const role = roles.find((each) => each.id === id);
    if (!role) throw new Error('no such role');
    return role;
  };
  pulled(store, [
    told({ ...of(first?.id), revision: 2, status: 'valid' }),
    told({ ...of(second?.id), revision: 2, country: 'FR' }),
  ]);
  const after = viewLines(store.reader, look, keys, noon);
  expect(after.map(({ id }) => id)).toEqual([second, ...others].map((line) => line?.id));
  expect(after[0]).toMatchObject({ country: 'FR', revision: 2 });
});
