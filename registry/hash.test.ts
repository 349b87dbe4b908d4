import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from './hash.ts';

/** The same content with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([name, field]) => [name, turned(field)]));
}

const contents = fc.jsonValue({ maxDepth: 3 });

test('the order of fields does not matter, nor does a field that is unset', () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(hashOf(turned(content))).toBe(hashOf(content));
      expect(hashOf({ content, unset: undefined })).toBe(hashOf({ content }));
    }),
  );
});

test('everything else does', () => {
  fc.assert(
    fc.property(contents, contents, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      fc.pre(!same && JSON.stringify(turned(one)) !== JSON.stringify(other));
      if (hashOf(one) === hashOf(other)) expect(one).toEqual(other);
    }),
  );
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
  expect(hashOf({ a: { b: 1 } })).not.toBe(hashOf({ a: {}, b: 1 }));
});
