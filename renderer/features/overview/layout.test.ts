import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter } from '../../../shared/desk/queues.ts';
import { cut, leastPx, stacked } from './layout.ts';

test('marks that count something are seen, apart, in their order, and nothing else is there', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 4 }), (counts) => {
      const marks = counts.map((count) => ({
        queue: 'requested' as const,
        filter: noFilter,
        count,
      }));
      const stack = stacked(marks, (count) => count / 10);
      expect(stack.map(({ mark }) => mark.count)).toEqual(counts.filter((count) => count > 0));
      for (const [number, { from, to }] of stack.entries()) {
        // As far as sums of fractions are exact.
        expect(to - from).toBeGreaterThanOrEqual(leastPx - 1e-9);
        expect(from).toBe(number === 0 ? 0 : (stack[number - 1]?.to ?? 0) + 1);
      }
    }),
  );
});

test('a long name is cut with an ellipsis, a short one is whole', () => {
  expect(cut('Central African Republic', 12)).toBe('Central Afr…');
  expect(cut('Belgium', 7)).toBe('Belgium');
});
