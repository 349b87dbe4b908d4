import { expect, test } from 'vitest';
import { secondsLeft } from './secondsLeft.ts';

const since = '2026-11-22T12:00:00.000Z';
const held = { since, heldUntil: '2026-11-22T12:00:10.000Z' };
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

test.each([
  ['12:00:00.000', 10],
  ['12:00:00.001', 10],
  ['12:00:09.500', 1],
  ['12:00:10.000', 0],
  ['12:05:00.000', 0],
  ['08:00:00.000', 10],
])('at %s there are %i seconds left of ten', (time, left) => {
  expect(secondsLeft(held, at(time))).toBe(left);
});
