import { expect, test } from 'vitest';
import { isEori } from './eori.ts';

test.each(['BE0123456789', 'DE123456789012345', 'FR1', 'XI012345678000', 'NL00A'])(
  '%s is one',
  (text) => {
    expect(isEori(text)).toBe(true);
  },
);

test.each([
  '',
  'BE',
  '0123456789',
  'be0123456789',
  'BE 0123456789',
  'DE1234567890123456',
  'BE-1',
  'BEé',
])('%j is none', (text) => {
  expect(isEori(text)).toBe(false);
});
