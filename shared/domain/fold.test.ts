import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Müller', 'muller'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Ørsted', 'orsted'],
  ['Straße', 'strasse'],
  ['Đorđe', 'dorde'],
  ['Γιώργος', 'γιωργοσ'],
  ['ΓΙΏΡΓΟΣ', 'γιωργοσ'],
  ['Йордан', 'иордан'],
  ['Ąžuolas Ċassar', 'azuolas cassar'],
  ['Għawdex', 'ghawdex'],
  ['Ærø', 'aero'],
  ['Œuvre', 'oeuvre'],
  ['Ayşe Işık', 'ayse isik'],
])('%s is found by %s', (name, typed) => {
  expect(fold(name)).toBe(typed);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
