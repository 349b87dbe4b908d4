import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RolePage } from '../../../shared/desk/queues.ts';
import { line } from './lines.fixture.ts';
import { heir, nextFitting, type Step, stepFrom } from './steps.ts';

const step = fc.constantFrom<Step>('next', 'previous', 'nextPage', 'previousPage', 'first', 'last');

test('a step never leaves the list', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat(100), { nil: undefined }),
      step,
      fc.integer({ min: 1, max: 101 }),
      fc.nat(40),
      (index, to, rows, pageRows) => {
        const target = stepFrom(index === undefined ? index : index % rows, to, rows, pageRows);
        expect(target).toBeGreaterThanOrEqual(0);
        expect(target).toBeLessThan(rows);
      },
    ),
  );
});

test('the first key leads to the first row, a page keeps one row in sight', () => {
  expect(stepFrom(undefined, 'next', 10, 5)).toBe(0);
  expect(stepFrom(0, 'next', 10, 5)).toBe(1);
  expect(stepFrom(0, 'nextPage', 10, 5)).toBe(4);
  expect(stepFrom(undefined, 'last', 10, 5)).toBe(9);
});

const ids = ['a', 'b', 'c', 'd'];
const pages = new Map<number, RolePage>([[0, { total: 4, rows: ids.map(line) }]]);

test('the next row that fits is looked for after the current one, then from the top', () => {
  const isB = ({ id }: { id: string }) => id === 'b';
  expect(nextFitting(pages, 0, 4, isB)).toBe(1);
  expect(nextFitting(pages, 2, 4, isB)).toBe(1);
  expect(nextFitting(pages, undefined, 4, isB)).toBe(1);
  expect(nextFitting(pages, 1, 4, isB)).toBe(1);
  expect(nextFitting(pages, 0, 4, () => false)).toBeUndefined();
});

test('a row whose page is not here yet may be the one', () => {
  expect(nextFitting(pages, 3, 300, () => false)).toBe(4);
});

test('the next row that stays takes the place of one that leaves, else the one before it', () => {
  const leave =
    (...gone: string[]) =>
    (id: string) =>
      gone.includes(id);
  expect(heir(pages, 1, 4, leave('b'))).toBe(2);
  expect(heir(pages, 1, 4, leave('b', 'c'))).toBe(3);
  expect(heir(pages, 3, 4, leave('d'))).toBe(2);
  expect(heir(pages, 3, 4, leave('d', 'c'))).toBe(1);
  expect(heir(pages, 0, 4, leave(...ids))).toBeUndefined();
});
