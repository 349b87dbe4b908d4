import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../locales/resources.ts';
import { messagesSchema } from '../../../shared/desk/message.ts';
import type { Template } from '../../../shared/desk/workspace.ts';
import { preparedTexts } from '../../i18n/prepared.ts';
import { loadTexts } from '../../i18n/setup.ts';
import { type Draft, readersBy, restore, Texts, write } from './draft.ts';

const prepared = preparedTexts(await loadTexts('en'));
const role = { function: 'organic_importer', body: 'Velmora' };
const empty: Draft = { action: 'reject', reason: 'data_missing', template: undefined, own: {} };
const template: Template = {
  ...{ id: 'a', name: 'Short', action: 'reject', reason: 'data_missing' },
  texts: { fr: 'Non à {{body}}.' },
};
const textsOf = (draft: Draft) => new Texts(draft, prepared, role);

test('everybody is counted once, under the language in which they are told', () => {
  const tag = fc.constantFrom('en', 'fr', 'fr-BE', 'de', 'de-AT', 'nl', 'pl', 'sr-Latn-RS');
  const counted = fc.record({ language: tag, count: fc.integer({ min: 1, max: 9999 }) });
  fc.assert(
    fc.property(fc.uniqueArray(counted, { selector: (each) => each.language }), (given) => {
      const readers = readersBy(given);
      const total = (all: { count: number }[]) => all.reduce((sum, { count }) => sum + count, 0);
      expect(total(readers)).toBe(total(given));
      expect(new Set(readers.map(({ language }) => language)).size).toBe(readers.length);
      for (const { language, others } of readers) {
        expect(languages).toContain(language);
        if (others.length > 0) expect(language).toBe('en');
      }
      expect(readers.flatMap(({ others }) => others).sort()).toEqual(
        given
          .map(({ language }) => language)
          .filter((each) => /^(nl|pl|sr)/.test(each))
          .sort(),
      );
    }),
  );
});

test('what is not touched follows reason and template, in every language', () => {
  const texts = textsOf(empty);
  expect(texts.in('fr')).toContain('Velmora');
  expect(texts.in('fr')).toContain('importateur');
  expect(textsOf({ ...empty, reason: 'wrong_body' }).in('fr')).not.toBe(texts.in('fr'));
  expect(textsOf({ ...empty, template }).in('fr')).toBe('Non à Velmora.');
  expect(textsOf({ ...empty, reason: undefined }).in('fr')).toBe('');
});

test('where a template has no text in a language the prepared one stands there', () => {
  const texts = textsOf({ ...empty, template });
  expect(texts.in('de')).toBe(textsOf(empty).in('de'));
  expect([texts.isMissing('de'), texts.isMissing('fr')]).toEqual([true, false]);
});

test('what the person wrote stays until they replace it, and says whether it is of before', () => {
  const written = write(empty, 'fr', 'À moi.');
  expect(textsOf(written).written('fr')).toBe('yours');
  expect(textsOf(written).in('de')).toBe(textsOf(empty).in('de'));
  for (const later of [
    { ...written, template },
    { ...written, reason: 'other' as const },
  ]) {
    expect(textsOf(later).in('fr')).toBe('À moi.');
    expect(textsOf(later).written('fr')).toBe('older');
    expect(textsOf(restore(later, 'fr')).written('fr')).toBeUndefined();
  }
});

test('what a text says in another language is told only where both are the same text', () => {
  const prepared = textsOf(empty);
  expect(prepared.translated('fr', 'en')).toBe(prepared.in('en'));
  expect(prepared.translated('en', 'en')).toBeUndefined();
  expect(textsOf({ ...empty, reason: undefined }).translated('fr', 'en')).toBeUndefined();
  const written = write(empty, 'fr', 'À moi.');
  expect(textsOf(written).translated('fr', 'en')).toBe(prepared.in('en'));
  expect(textsOf({ ...written, reason: 'other' }).translated('fr', 'en')).toBeUndefined();
  const both = { ...template, texts: { ...template.texts, en: 'No.' } };
  expect(textsOf({ ...empty, template }).translated('fr', 'en')).toBeUndefined();
  expect(textsOf({ ...empty, template }).translated('de', 'en')).toBe(prepared.in('en'));
  expect(textsOf({ ...empty, template: both }).translated('fr', 'en')).toBe('No.');
});

test('a text that was written back to what it was is not the person’s own', () => {
  const back = write(write(empty, 'fr', 'À moi.'), 'fr', textsOf(empty).in('fr'));
  expect(textsOf(back).written('fr')).toBeUndefined();
});

test('one person gets what is shown, word for word, or nothing', () => {
  expect(textsOf(write(empty, 'fr', ' {{body}} ')).message(['fr'])).toBe('{{body}}');
  expect(textsOf(write(empty, 'fr', ' ')).message(['fr'])).toBeUndefined();
});

test('several get each the text of their language, with English for who comes in between', () => {
  const texts = new Texts(write(empty, 'fr', 'Non, {{role}}.'), prepared, undefined);
  const message = messagesSchema.parse(texts.message(['fr', 'de']));
  expect(Object.keys(message.wordings)).toEqual(['fr', 'de', 'en']);
  expect(message.wordings.fr?.text).toBe('Non, {{role}}.');
  expect(message.wordings.de?.text).toContain('{{body}}');
  expect(message.wordings.de?.roles.organic_importer).toBe(prepared.role('organic_importer', 'de'));
});

test('a template keeps what the person wrote, with places for the names', () => {
  const written = write(empty, 'fr', 'Velmora ne peut pas.');
  expect(textsOf(written).toKeep(['fr', 'de'])).toEqual({ fr: '{{body}} ne peut pas.' });
  expect(textsOf(empty).toKeep(['de', 'fr'])).toEqual({
    de: prepared.text('reject', 'data_missing', 'de'),
  });
});
