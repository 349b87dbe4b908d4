import { expect, test } from 'vitest';
import { keyOn, pressesOf } from './keys.ts';

test('a button says the letter as it is printed on the key', () => {
  expect(keyOn('approve')).toBe('A');
  expect(keyOn('search')).toBe('/');
});

test('what is written is pressed key by key', () => {
  expect(pressesOf('g r')).toEqual([['g'], ['r']]);
  expect(pressesOf('Shift+ArrowDown')).toEqual([['Shift', 'ArrowDown']]);
  expect(pressesOf('Mod++')).toEqual([['Mod', '+']]);
  expect(pressesOf('Mod+-')).toEqual([['Mod', '-']]);
  expect(pressesOf('?')).toEqual([['?']]);
});
