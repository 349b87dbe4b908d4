import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const failures = fc.integer({ min: 1, max: 1000 });
const fraction = fc.double({ min: 0, max: 0.999_999, noNaN: true });

test('a wait lies anywhere from nothing to a span that doubles, a minute at most', () => {
  fc.assert(
    fc.property(failures, fraction, (count, random) => {
      const waited = backoffMs(count, () => random);
      expect(waited).toBeGreaterThanOrEqual(0);
      expect(waited).toBeLessThanOrEqual(Math.min(60_000, 500 * 2 ** (count - 1)));
    }),
  );
  expect(backoffMs(3, () => 0)).toBe(0);
  expect(backoffMs(3, () => 0.5)).toBe(1000);
});

test('it is never shorter than the registry asked for, up to an hour', () => {
  fc.assert(
    fc.property(
      failures,
      fraction,
      fc.integer({ min: 0, max: 10 ** 12 }),
      (count, random, asked) => {
        const waited = backoffMs(count, () => random, asked);
        expect(waited).toBeGreaterThanOrEqual(Math.min(asked, 3_600_000));
        expect(waited).toBeLessThanOrEqual(3_600_000);
      },
    ),
  );
});
