import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestOf } from '../domain/languages.ts';
import { languageSchema } from '../domain/vocabulary.ts';
import { messageLimit } from '../wire/decisions.ts';
import { filled, type Messages, messageFor, messagesSchema, withPlaces } from './message.ts';

const names = { body: 'Velmora {{role}} & Co', role: '$& {{body}} $1' };

test('places are filled once: braces and patterns in a name are no place', () => {
  expect(filled('{{role}} at {{body}}, {{body}} {{other}} {body}', names)).toBe(
    '$& {{body}} $1 at Velmora {{role}} & Co, Velmora {{role}} & Co {{other}} {body}',
  );
});

test('a text with places is the same text again once they are filled with the same names', () => {
  const anyName = fc.oneof(
    fc.constantFrom('', 'A', 'Öko (Süd)', 'a.b*', names.body, names.role, 'organic importer'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(
      fc.record({ body: anyName, role: anyName }),
      fc.array(fc.oneof(fc.string(), fc.constantFrom('body', 'role', ' ', '{{', '}}'))),
      (given, parts) => {
        const text = parts
          .map((part) => (part === 'body' || part === 'role' ? given[part] : part))
          .join(' ');
        // A text that has places already would be filled: there is no telling them apart.
        fc.pre(withPlaces(text, { body: '', role: '' }) === filled(text, { body: '1', role: '2' }));
        expect(filled(withPlaces(text, given), given)).toBe(text);
      },
    ),
  );
});

test('only whole words become places, the longer name first', () => {
  const given = { body: 'Importer Gent', role: 'Importer' };
  expect(withPlaces('Importer at Importer Gent, no Importers', given)).toBe(
    '{{role}} at {{body}}, no Importers',
  );
});

const messages: Messages = {
  wordings: {
    en: { text: 'No: {{role}} at {{body}}.', roles: { CCA: 'authority' } },
    fr: { text: 'Non : {{role}}, {{body}}.', roles: { CCA: 'autorité' } },
    de: { text: ' ', roles: {} },
  },
  fallback: 'en',
};

test.each([
  ['fr', 'Non : autorité, Gent.'],
  ['fr-BE', 'Non : autorité, Gent.'],
  ['en', 'No: authority at Gent.'],
  ['pl', 'No: authority at Gent.'],
  ['de', undefined],
])('a person who reads %s is told in it, or in the fallback, or nothing', (language, text) => {
  expect(messageFor(messages, { language, function: 'CCA', body: 'Gent' })).toBe(text);
});

test('a function without a name goes by its code', () => {
  const to = { language: 'en', body: 'Gent' };
  expect(messageFor(messages, { ...to, function: 'new_one' })).toBe('No: new_one at Gent.');
  expect(messageFor(messages, { ...to, function: 'toString' })).toBe('No: toString at Gent.');
});

test('everybody is told in the nearest language that there is, else in the fallback', () => {
  const tag = fc.constantFrom('en', 'fr', 'fr-BE', 'sr', 'sr-Latn', 'sr-Latn-RS', 'pt-BR', 'mt');
  fc.assert(
    fc.property(tag, fc.uniqueArray(tag, { minLength: 1 }), (language, languages) => {
      const wordings = Object.fromEntries(
        languages.map((each) => [each, { text: each, roles: {} }]),
      );
      const [fallback = ''] = languages;
      expect(messageFor({ wordings, fallback }, { language, function: '', body: '' })).toBe(
        nearestOf(language, languages) ?? fallback,
      );
    }),
  );
});

test.each([
  ['a fallback that is not there', { ...messages, fallback: 'pl' }],
  ['a fallback that every object has', { ...messages, fallback: 'constructor' }],
  ['a language that is none', { ...messages, wordings: { ...messages.wordings, '?': {} } }],
  ['more', { ...messages, more: 1 }],
  [
    'a text that is too long',
    { fallback: 'en', wordings: { en: { text: 'x'.repeat(messageLimit + 1), roles: {} } } },
  ],
])('%s is refused', (_, given) => {
  expect(messagesSchema.safeParse(messages).success).toBe(true);
  expect(languageSchema.safeParse('constructor').success).toBe(false);
  expect(messagesSchema.safeParse(given).success).toBe(false);
});
