import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RolePage } from '../../../shared/desk/queues.ts';
import { follow } from './following.ts';
import { line } from './lines.fixture.ts';

const here = (...ids: string[]) => new Map<number, RolePage>([[0, page(ids)]]);
const page = (ids: string[]): RolePage => ({ total: ids.length, rows: ids.map(line) });
const decided = () => true;
const notDecided = () => false;

test('the next row takes the place of a row decided here', () => {
  const place = { roleId: 'b', index: 1, pages: here('a', 'b', 'c') };
  expect(follow(place, here('a', 'c'), 2, decided)).toEqual({
    kind: 'next',
    index: 1,
    roleId: 'c',
  });
});

test('the row before takes over where the last one was decided', () => {
  const place = { roleId: 'c', index: 2, pages: here('a', 'b', 'c') };
  expect(follow(place, here('a', 'b'), 2, decided)).toEqual({
    kind: 'next',
    index: 1,
    roleId: 'b',
  });
});

test('after a batch the first row behind the current one that is left takes over', () => {
  const place = { roleId: 'c', index: 2, pages: here('a', 'b', 'c', 'd', 'e') };
  expect(follow(place, here('b', 'e'), 2, decided)).toEqual({
    kind: 'next',
    index: 1,
    roleId: 'e',
  });
});

test('nothing is current once the queue is worked off', () => {
  const place = { roleId: 'a', index: 0, pages: here('a') };
  expect(follow(place, here(), 0, decided)).toEqual({ kind: 'next', index: 0, roleId: undefined });
});

test('a row that somebody else took away is not replaced under the eyes of the reviewer', () => {
  const place = { roleId: 'b', index: 1, pages: here('a', 'b', 'c') };
  expect(follow(place, here('a', 'c'), 2, notDecided)).toEqual({ kind: 'gone' });
  expect(follow(place, here(), 0, notDecided)).toEqual({ kind: 'gone' });
});

test('a row whose page is not here is awaited', () => {
  const place = { roleId: 'b', index: 250, pages: here('a') };
  expect(follow(place, here('a'), 400, decided)).toEqual({ kind: 'awaited' });
});

test('a row that is still here stays current, wherever it moved', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1 }), fc.nat(), (ids, at) => {
      const index = at % ids.length;
      const place = { roleId: ids[index]!, index: 0, pages: here() };
      expect(follow(place, here(...ids), ids.length, decided)).toEqual({ kind: 'stays', index });
    }),
  );
});
