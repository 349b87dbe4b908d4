import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filter, noFilter, queueSchema } from '../../shared/desk/queues.ts';
import { carriedTo, deadlineLook, facetsOf, isSameLook, wholeQueue } from './look.ts';

const id = '00000000-0000-4000-8000-000000000001';
const narrow = (given: Partial<Filter>) => ({
  ...wholeQueue('requested', undefined),
  filter: { ...noFilter, ...given },
});

test.each<[Partial<Filter>, Partial<Filter>, boolean]>([
  [{ countries: ['BE', 'FR'] }, { countries: ['FR', 'BE'] }, true],
  [{ due: [], requested: {} }, { requested: {} }, true],
  [{ as: id }, {}, true],
  [{ text: 'a' }, {}, false],
  [{ due: ['overdue'] }, { due: ['today'] }, false],
  [{ requested: { from: '2026-11-22T12:00:00.000Z' } }, { requested: {} }, false],
])('whether %j shows the same as %j: %s', (one, other, isSame) => {
  expect(isSameLook(narrow(one), narrow(other))).toBe(isSame);
});

test('another queue or another order is another look', () => {
  const look = wholeQueue('requested', undefined);
  expect(isSameLook(look, wholeQueue('valid', undefined))).toBe(false);
  expect(isSameLook(look, { ...look, sort: { column: 'person', direction: 'ascending' } })).toBe(
    false,
  );
});

test('what is overdue is not what is due today', () => {
  expect(isSameLook(deadlineLook('overdue', id), deadlineLook('overdue', undefined))).toBe(true);
  expect(isSameLook(deadlineLook('overdue', id), deadlineLook('today', id))).toBe(false);
});

test('into another queue goes along what can be seen and cleared there, and nothing else', () => {
  const filters = fc.record({
    text: fc.constantFrom('', 'a'),
    countries: fc.subarray(['BE']),
    types: fc.subarray(['operator' as const]),
    statuses: fc.subarray(['valid' as const]),
    due: fc.subarray(['today' as const]),
    deciders: fc.subarray([id]),
    as: fc.constantFrom(undefined, id),
  });
  fc.assert(
    fc.property(filters, fc.constantFrom(...queueSchema.options), (filter, queue) => {
      const there = carriedTo(queue, filter).filter;
      expect(there).toMatchObject({ text: filter.text, countries: filter.countries });
      expect(there.as).toBe(filter.as);
      for (const facet of ['statuses', 'due', 'deciders'] as const)
        expect(there[facet]).toEqual(facetsOf[queue].includes(facet) ? filter[facet] : []);
    }),
  );
});
