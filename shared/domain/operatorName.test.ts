import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { comparedName, likenessOf } from './operatorName.ts';

const compared = (name: string) => comparedName(fold(name));
const like = (one: string, other: string) => likenessOf(compared(one), compared(other));

test.each([
  ['Velmora B.V.', 'velmora'],
  ['VELMORA B. V.', 'velmora'],
  ['Velmora sp. z o.o.', 'velmora'],
  ['Velmora A/S', 'velmora'],
  ['S.A.R.L. Velmora', 'velmora'],
  ['Velmora GmbH & Co. KG', 'velmora'],
  ['Vélmóra d.o.o.', 'velmora'],
  ['Велмора ООД', 'велмора'],
  ['Βελμόρα Α.Ε.', 'βελμορα'],
  ['Velmora Spa Resort', 'velmorasparesort'],
  ['S.A.', 'sa'],
])('of %s is compared %s', (name, joined) => {
  expect(compared(name).joined).toBe(joined);
});

test.each([
  ['Marellolint BV', 'Marello-lint NV', 'same'],
  ['Velmora Trading', 'Trading Velmora', 'same'],
  ['Velmora Trading', 'Velmorra Trading', 'similar'],
  ['Straßburger Mühle', 'Strassburger Muehle', 'similar'],
  ['Velmora Trading', 'Velmora Farming', undefined],
  ['Velmora', 'Corimarix', undefined],
  ['---', '...', undefined],
])('%s and %s: %s', (one, other, likeness) => {
  expect(like(one, other)).toBe(likeness);
});

const letters = [...'abcdefghijklmnopqrstuvwxyzáèïõüçšżø'];
const words = fc.string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 10 });
const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const forms = fc.constantFrom('NV', 'B.V.', 'BVBA', 'SRL', 'GmbH', 'S.p.A.', 'sp. z o.o.', 'Kft.');

test('likeness is the same both ways', () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(like(one, other)).toBe(like(other, one));
    }),
  );
});

test('neither case, diacritics, punctuation nor legal form make another name', () => {
  fc.assert(
    fc.property(names, forms, forms, (name, one, other) => {
      const bare = name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
      expect(like(`${name} ${one}`, `${other} "${bare.toUpperCase()}"`)).toBe('same');
      expect(like(name, name.replaceAll(' ', ' - '))).toBe('same');
    }),
  );
});

test('one letter mistyped in a name of six or more is similar, at least', () => {
  fc.assert(
    fc.property(names, fc.nat(), fc.constantFrom(...letters), (name, place, letter) => {
      const at = place % name.length;
      fc.pre(name[at] !== ' ');
      const mistyped = `${name.slice(0, at)}${letter}${name.slice(at + 1)}`;
      expect(like(name, mistyped)).toBeDefined();
    }),
  );
});
