import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RolePage } from '../../../shared/desk/queues.ts';
import { line } from './lines.fixture.ts';
import { indexOf, nearby, pageRows, pagesOf, pagesToAsk, rowAt } from './pages.ts';

const index = fc.integer({ min: 0, max: 1_000_000 });

test('the pages of a stretch hold all of its rows and no page too many', () => {
  fc.assert(
    fc.property(index, fc.integer({ min: 0, max: 500 }), (first, more) => {
      const pages = pagesOf(first, first + more);
      expect(pages[0]).toBe(Math.floor(first / pageRows));
      expect(pages.at(-1)).toBe(Math.floor((first + more) / pageRows));
      expect(pages.length).toBeLessThanOrEqual(Math.ceil(more / pageRows) + 1);
    }),
  );
  expect(pagesOf(0, -1)).toEqual([]);
});

test('before one comes to a page it is asked for, and none beyond the ends', () => {
  expect(nearby({ first: 160, last: 190 }, 1000)).toEqual({ first: 110, last: 240 });
  expect(nearby({ first: 0, last: 20 }, 30)).toEqual({ first: 0, last: 29 });
  const nothing = nearby({ first: 0, last: -1 }, 0);
  expect(pagesOf(nothing.first, nothing.last)).toEqual([]);
});

test('a view at rest asks for what it shows', () => {
  expect(pagesToAsk([999, 1000], () => false, false)).toEqual([999, 1000]);
});

test('while scrolling only the neighbours of what is here are asked for', () => {
  const here = new Set([0, 1]);
  expect(pagesToAsk([1, 2], (page) => here.has(page), true)).toEqual([1, 2]);
  expect(pagesToAsk([500, 501], (page) => here.has(page), true)).toEqual([]);
});

test('a row is found at its index, and its index by its id', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (page) => {
      const rows = Array.from({ length: pageRows }, (_, place) => line(`${page}-${place}`));
      const pages = new Map<number, RolePage>([[page, { total: 1_000_000, rows }]]);
      const at = page * pageRows + 42;
      expect(rowAt(pages, at)?.id).toBe(`${page}-42`);
      expect(indexOf(pages, `${page}-42`)).toBe(at);
      expect(rowAt(pages, at + pageRows)).toBeUndefined();
      expect(indexOf(pages, 'elsewhere')).toBeUndefined();
    }),
  );
});
