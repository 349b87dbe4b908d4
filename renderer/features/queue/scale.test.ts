import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endSpace, rowsSeen, scaleOf, scrollTopShowing, shareOf, topOf } from './scale.ts';

const rowPx = 44;
const lists = fc.record({
  rows: fc.integer({ min: 1, max: 2_000_000 }),
  pixelRatio: fc.constantFrom(1, 1.25, 2, 3),
  viewPx: fc.integer({ min: 100, max: 2400 }),
});

/** The height of the scrolled element, as the virtualizer sums it. */
function heightOf({
  rows,
  pixelRatio,
  viewPx,
}: {
  rows: number;
  pixelRatio: number;
  viewPx: number;
}) {
  const scale = scaleOf(rows, rowPx, pixelRatio);
  return rows * shareOf(scale) + endSpace(scale, viewPx);
}

test('rows stand at their true places while the browser can hold them', () => {
  const scale = scaleOf(100_000, rowPx, 1);
  expect(scale.factor).toBe(1);
  expect(topOf(99_999, scale, 1234)).toBe(99_999 * rowPx);
  expect(endSpace(scale, 800)).toBe(0);
});

test('the scrolled element never outgrows what the browser can hold', () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(heightOf(list) * list.pixelRatio).toBeLessThan(2 ** 25);
    }),
  );
});

test('every row can be scrolled into view, whole, from anywhere', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (list, row, from) => {
      const index = row % list.rows;
      const scale = scaleOf(list.rows, rowPx, list.pixelRatio);
      const most = Math.max(0, heightOf(list) - list.viewPx);
      const scrollTop = scrollTopShowing(index, scale, {
        scrollTop: from * most,
        heightPx: list.viewPx,
      });
      expect(scrollTop).toBeGreaterThanOrEqual(0);
      expect(scrollTop).toBeLessThanOrEqual(most + 0.01);
      const top = topOf(index, scale, scrollTop) - scrollTop;
      expect(top).toBeGreaterThanOrEqual(-0.01);
      expect(top + rowPx).toBeLessThanOrEqual(list.viewPx + 0.01);
      const first = Math.floor(scrollTop / shareOf(scale) + 1e-6);
      const view = { heightPx: list.viewPx, rowPx };
      expect(rowsSeen(first, view, list.rows, 0)).toContain(index);
    }),
  );
});

test('a row that is seen whole does not make the view move', () => {
  const scale = scaleOf(1000, rowPx, 1);
  expect(scrollTopShowing(10, scale, { scrollTop: 300, heightPx: 800 })).toBe(300);
});

test('only the rows of the view are seen', () => {
  const seen = rowsSeen(500_000, { heightPx: 880, rowPx }, 1_000_000, 5);
  expect(seen[0]).toBe(499_995);
  expect(seen.at(-1)).toBe(500_025);
  expect(rowsSeen(0, { heightPx: 880, rowPx }, 3, 5)).toEqual([0, 1, 2]);
  expect(rowsSeen(0, { heightPx: 880, rowPx }, 0, 5)).toEqual([]);
});
