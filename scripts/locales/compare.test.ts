import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWithEnglish } from './compare.ts';

const english = new Map([
  ['queue:title', 'Roles of {{name}}'],
  ['queue:rows_one', '{{count}} role'],
  ['queue:rows_other', '{{count}} roles'],
]);
const nothingWrong = { missing: [], extra: [], placeholders: [], plurals: [] };

function compare(language: string, texts: Record<string, string>) {
  return compareWithEnglish(language, new Map(Object.entries(texts)), english);
}

const german = {
  'queue:title': 'Rollen von {{name}}',
  'queue:rows_one': 'Eine Rolle',
  'queue:rows_other': '{{count}} Rollen',
};

test('English agrees with itself, and a whole translation with English', () => {
  expect(compareWithEnglish('en', english, english)).toEqual(nothingWrong);
  expect(compare('de', german)).toEqual(nothingWrong);
});

test('missing and empty texts are missing, once for all forms', () => {
  expect(compare('de', { 'queue:title': ' ' }).missing.map(({ key }) => key)).toEqual([
    'queue:title',
    'queue:rows',
  ]);
});

test('a text that English does not have is extra', () => {
  expect(compare('de', { ...german, 'queue:old': 'Alt' }).extra).toEqual([
    { language: 'de', key: 'queue:old' },
  ]);
});

test.each([
  ['queue:title', 'Rollen'],
  ['queue:title', 'Rollen von {{Name}}'],
  ['queue:title', 'Rollen von {{name}} {{count}}'],
  ['queue:rows_other', 'Rollen'],
  ['queue:rows_one', 'Rolle von {{name}}'],
])('%s as "%s" has other placeholders than English', (key, text) => {
  const { placeholders } = compare('de', { ...german, [key]: text });
  expect(placeholders.map((finding) => finding.key)).toEqual([key]);
});

test('a language needs its own plural forms and no others', () => {
  const rows = (...forms: string[]) =>
    Object.fromEntries(forms.map((form) => [`queue:rows_${form}`, '{{count}}']));
  const title = { 'queue:title': '{{name}}' };
  expect(compare('pl', { ...title, ...rows('one', 'few', 'many', 'other') }).plurals).toEqual([]);
  expect(compare('pl', { ...title, ...rows('one', 'other', 'two') }).plurals).toEqual([
    { language: 'pl', key: 'queue:rows', missing: ['few', 'many'], superfluous: ['two'] },
  ]);
  expect(compare('fr', { ...title, ...rows('one', 'other', 'zero') }).plurals).toEqual([
    { language: 'fr', key: 'queue:rows', missing: ['many'], superfluous: [] },
  ]);
});

test('whatever is left out of a translation is found, and nothing else', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}:[a-z]{1,6}$/);
  const source = fc.dictionary(key, fc.constant('text'), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(source, fc.func(fc.boolean()), (texts, isKept) => {
      const kept = Object.entries(texts).filter(([name]) => isKept(name));
      const found = compareWithEnglish('de', new Map(kept), new Map(Object.entries(texts)));
      expect(found.missing).toHaveLength(Object.keys(texts).length - kept.length);
      expect({ ...found, missing: [] }).toEqual(nothingWrong);
    }),
  );
});
