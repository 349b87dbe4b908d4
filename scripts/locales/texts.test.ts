import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten, placeholdersOf, pluralBases, splitForm } from './texts.ts';

test('nested texts get dotted keys behind their feature', () => {
  expect(flatten({ title: 'Roles', tabs: { valid: 'Valid' } }, 'queue:')).toEqual([
    ['queue:title', 'Roles'],
    ['queue:tabs.valid', 'Valid'],
  ]);
});

test.each([[[1]], [{ a: 1 }], [{ a: ['b'] }], [null]])('%j is refused', (content) => {
  expect(() => flatten(content, 'queue:')).toThrow('queue:');
});

test('a key is split into its base and its plural form', () => {
  expect(splitForm('queue:rows_few')).toEqual({ base: 'queue:rows', form: 'few' });
  expect(splitForm('queue:place_ordinal_two')).toEqual({
    base: 'queue:place',
    form: 'ordinal_two',
  });
  expect(splitForm('queue:other')).toEqual({ base: 'queue:other' });
  expect(splitForm('queue:due_today')).toEqual({ base: 'queue:due_today' });
});

test('only keys with the form other are plural', () => {
  const texts = new Map([
    ['queue:rows_one', ''],
    ['queue:rows_other', ''],
    ['queue:step_two', ''],
  ]);
  expect([...pluralBases(texts)]).toEqual(['queue:rows']);
});

test('placeholders are names, references and tags, each once', () => {
  expect(
    placeholdersOf('{{ count, number }} of {{-total}}, {{count}} <b>new</b> $t(queue:x)'),
  ).toEqual(['$t(queue:x)', '</b>', '<b>', '{{count}}', '{{total}}']);
  expect(placeholdersOf('2 < 3 and no { brace }')).toEqual([]);
});

test('every name that a text takes is found, whatever stands around it', () => {
  const name = fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/);
  const words = fc.stringMatching(/^[a-zäß .!]{0,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(words, name)), (parts) => {
      const text = parts.map(([before, inner]) => `${before}{{${inner}}}`).join('');
      const names = [...new Set(parts.map(([, inner]) => `{{${inner}}}`))].sort();
      expect(placeholdersOf(text)).toEqual(names);
    }),
  );
});
