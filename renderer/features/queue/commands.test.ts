import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandOf, type Step, stepFrom } from './commands.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Home', 'first'],
  ['End', 'last'],
])('%s moves to the %s row', (key, to) => {
  expect(commandOf({ ...plain, key })).toEqual({ kind: 'move', to, extend: false });
});

test('shift extends the selection on the way', () => {
  const down = { kind: 'move', to: 'next', extend: true };
  expect(commandOf({ ...plain, key: 'ArrowDown', shiftKey: true })).toEqual(down);
  expect(commandOf({ ...plain, key: 'J', shiftKey: true })).toEqual(down);
});

test('space selects, Ctrl+A selects all', () => {
  expect(commandOf({ ...plain, key: ' ' })).toEqual({ kind: 'toggle' });
  expect(commandOf({ ...plain, key: 'a', ctrlKey: true })).toEqual({ kind: 'all' });
  expect(commandOf({ ...plain, key: 'a', metaKey: true })).toEqual({ kind: 'all' });
});

test('other keys are left to others', () => {
  expect(commandOf({ ...plain, key: 'a' })).toBeUndefined();
  expect(commandOf({ ...plain, key: 'Escape' })).toBeUndefined();
  expect(commandOf({ ...plain, key: 'ArrowDown', altKey: true })).toBeUndefined();
  expect(commandOf({ ...plain, key: 'j', ctrlKey: true })).toBeUndefined();
});

const step = fc.constantFrom<Step>('next', 'previous', 'pageDown', 'pageUp', 'first', 'last');

test('a step never leaves the list', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat(100), { nil: undefined }),
      step,
      fc.integer({ min: 1, max: 101 }),
      fc.nat(40),
      (index, to, rows, pageRows) => {
        const target = stepFrom(index === undefined ? index : index % rows, to, rows, pageRows);
        expect(target).toBeGreaterThanOrEqual(0);
        expect(target).toBeLessThan(rows);
      },
    ),
  );
});

test('the first key leads to the first row, a page keeps one row in sight', () => {
  expect(stepFrom(undefined, 'next', 10, 5)).toBe(0);
  expect(stepFrom(0, 'next', 10, 5)).toBe(1);
  expect(stepFrom(0, 'pageDown', 10, 5)).toBe(4);
  expect(stepFrom(undefined, 'last', 10, 5)).toBe(9);
});
