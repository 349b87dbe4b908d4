import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter } from '../../../shared/desk/queues.ts';
import { barKeys, columnKeys, endSpot, isCounted, spotAfter } from './moving.ts';
import type { Shown } from './picture.ts';

const shownOf = (counts: number[][]): Shown => ({
  series: (counts[0] ?? []).map((_, number) => ({ name: `${number}`, look: 'plain' })),
  groups: counts.map((marks, number) => ({
    key: `${number}`,
    name: `${number}`,
    short: `${number}`,
    marks: marks.map((count) => ({ queue: 'requested', filter: noFilter, count })),
  })),
});

const pictures = fc
  .integer({ min: 1, max: 3 })
  .chain((series) =>
    fc.array(fc.array(fc.nat({ max: 2 }), { minLength: series, maxLength: series }), {
      maxLength: 8,
    }),
  )
  .map(shownOf);

test('arrows reach every mark that counts something, and no other', () => {
  fc.assert(
    fc.property(pictures, fc.constantFrom(columnKeys, barKeys), (shown, keys) => {
      const counted = shown.groups.flatMap((each, group) =>
        each.marks.flatMap(({ count }, series) => (count > 0 ? `${group} ${series}` : [])),
      );
      const reached = new Set<string>();
      const ways = [endSpot(shown, 'first')];
      for (let spot = ways.pop(); spot; spot = ways.pop()) {
        const name = `${spot.group} ${spot.series}`;
        if (reached.has(name)) continue;
        expect(isCounted(shown, spot)).toBe(true);
        reached.add(name);
        for (const key of Object.values(keys)) ways.push(spotAfter(shown, spot, key, keys));
        ways.splice(0, ways.length, ...ways.filter((way) => way !== undefined));
      }
      expect([...reached].sort()).toEqual(counted.sort());
    }),
  );
});

test('along a series what counts nothing is passed over', () => {
  const shown = shownOf([
    [1, 0],
    [0, 0],
    [2, 3],
    [0, 1],
  ]);
  const from = (group: number, series: number, key: string) =>
    spotAfter(shown, { group, series }, key, columnKeys);
  expect(from(0, 0, 'ArrowRight')).toEqual({ group: 2, series: 0 });
  expect(from(2, 0, 'ArrowUp')).toEqual({ group: 2, series: 1 });
  expect(from(2, 1, 'ArrowRight')).toEqual({ group: 3, series: 1 });
  expect(from(2, 0, 'ArrowRight')).toEqual({ group: 3, series: 1 });
  expect(from(3, 1, 'ArrowRight')).toBeUndefined();
  expect(from(3, 1, 'Home')).toEqual({ group: 0, series: 0 });
  expect(from(0, 0, 'End')).toEqual({ group: 3, series: 1 });
  expect(from(0, 0, 'x')).toBeUndefined();
});
