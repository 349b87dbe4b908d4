import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestOf } from './languages.ts';
import { languageSchema } from './vocabulary.ts';

const tag = fc
  .tuple(
    fc.constantFrom('en', 'fr', 'de', 'sr', 'pt', 'mt'),
    fc.constantFrom('', '-Latn', '-Cyrl'),
    fc.constantFrom('', '-RS', '-BR', '-419'),
  )
  .map((parts) => parts.join(''))
  .filter((text) => languageSchema.safeParse(text).success);

test.each([
  ['fr', 'fr'],
  ['fr-BE', 'fr'],
  ['sr-Latn-RS', 'sr-Latn'],
  ['sr-Cyrl-RS', 'sr'],
  ['pt-BR', 'pt-BR'],
  ['pt', undefined],
  ['nl', undefined],
])('a person of %s reads %s', (language, nearest) => {
  expect(nearestOf(language, ['en', 'fr', 'sr', 'sr-Latn', 'pt-BR'])).toBe(nearest);
});

test('what is chosen is the longest that the tag begins with, of those that there are', () => {
  fc.assert(
    fc.property(tag, fc.uniqueArray(tag), (language, languages) => {
      const [longest] = languages
        .filter((each) => `${language}-`.startsWith(`${each}-`))
        .sort((a, b) => b.length - a.length);
      expect(nearestOf(language, languages)).toBe(longest);
    }),
  );
});
