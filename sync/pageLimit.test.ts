import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesLimit } from '../shared/wire/changes.ts';
import { largerLimit, smallerLimit } from './pageLimit.ts';

test('pages become half as large down to 50, and grow by 50', () => {
  const smaller = [changesLimit.usual, 250, 125, 62, 50, 50];
  for (const [at, limit] of smaller.slice(0, -1).entries()) {
    expect(smallerLimit(limit)).toBe(smaller[at + 1]);
  }
  expect(largerLimit(62)).toBe(112);
  expect(largerLimit(480)).toBe(changesLimit.usual);
});

test('whatever happens, a page is neither refused for its size nor too small to get on', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (came) => {
      let limit: number = changesLimit.usual;
      for (const isThere of came) limit = isThere ? largerLimit(limit) : smallerLimit(limit);
      expect(limit).toBeGreaterThanOrEqual(50);
      expect(limit).toBeLessThanOrEqual(changesLimit.usual);
    }),
  );
});
