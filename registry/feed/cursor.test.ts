import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedCursor, ownerOf } from './cursor.ts';

const cursors = fc.record({
  ...{ seq: fc.maxSafeNat(), from: fc.maxSafeNat(), head: fc.maxSafeNat() },
  ...{ remaining: fc.maxSafeNat(), of: fc.string() },
});

test('a cursor comes back as it was, and needs no escaping in an address', () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = feedCursor.write(cursor);
      expect(feedCursor.read(text)).toEqual(cursor);
      expect(encodeURIComponent(text)).toBe(text);
    }),
  );
});

test('a cursor of an older registry counts as from the first number', () => {
  const { from: _, ...older } = { seq: 7, from: 5, of: 'x', head: 9, remaining: 1 };
  const text = Buffer.from(JSON.stringify(older)).toString('base64url');
  expect(feedCursor.read(text)).toEqual({ ...older, from: 0 });
});

test('any other text is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (text) => {
      expect(feedCursor.read(text)).toBeUndefined();
      expect(feedCursor.read(Buffer.from(text).toString('base64url'))).toBeUndefined();
    }),
  );
});

test('it belongs to one database and one set of seats', () => {
  const mine = ownerOf('db', ['above:a', 'within:a']);
  expect(ownerOf('db', ['above:a', 'within:a'])).toBe(mine);
  expect(ownerOf('other', ['above:a', 'within:a'])).not.toBe(mine);
  expect(ownerOf('db', ['above:a'])).not.toBe(mine);
  expect(ownerOf('db', ['above:a', 'within:b'])).not.toBe(mine);
});
