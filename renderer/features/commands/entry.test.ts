import { expect, test } from 'vitest';
import { fits } from './entry.ts';

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

test.each([
  ['', true],
  ['valid', true],
  ['valid go', true],
  [' go   val ', true],
  ['go requested', false],
])('“%s” finds “Go to Valid”: %s', (typed, found) => {
  expect(fits('Go to Valid', typed, contains)).toBe(found);
});
