import { expect, test } from 'vitest';
import { haveClocksParted } from './clocks.ts';

test('a decision that was sent at once has one moment, one that waited has two', () => {
  expect(haveClocksParted('2026-11-22T13:00:00.000Z', '2026-11-22T13:00:12.000Z')).toBe(false);
  expect(haveClocksParted('2026-11-22T13:00:00.000Z', '2026-11-22T15:00:00.000Z')).toBe(true);
  expect(haveClocksParted('2026-11-22T15:00:00.000Z', '2026-11-22T13:00:00.000Z')).toBe(true);
});
