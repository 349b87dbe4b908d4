import { expect, test } from 'vitest';
import codes from '../../locales/en/codes.json';
import { languages } from '../../locales/resources.ts';
import { filled } from '../../shared/desk/message.ts';
import { type Reason, reasons } from '../../shared/domain/reasons.ts';
import { messageLimit } from '../../shared/wire/decisions.ts';
import { preparedTexts } from './prepared.ts';
import { loadTexts } from './setup.ts';

const prepared = preparedTexts(await loadTexts('de'));
const cases = languages.flatMap((language) =>
  (['reject', 'suspend', 'revoke_admin'] as const).flatMap((action) =>
    reasons[action].map((reason: Reason) => ({ language, action, reason })),
  ),
);

test.each(cases)('$language has a whole text for $action, $reason', (given) => {
  const text = prepared.text(given.action, given.reason, given.language);
  expect(text.split('\n\n')).toHaveLength(4);
  const said = filled(text, { body: 'Hafen {{role}} $t(ui:close)', role: '{{body}}' });
  expect(said).toContain('Hafen {{role}} $t(ui:close)');
  expect(said.replaceAll('Hafen {{role}} $t(ui:close)', '')).not.toContain('{{role}}');
  expect(said.length).toBeLessThan(messageLimit / 2);
});

test('no two texts of a language are the same', () => {
  for (const language of languages) {
    const texts = cases
      .filter((each) => each.language === language)
      .map(({ action, reason }) => prepared.text(action, reason, language));
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('functions are named in the language of the reader, not of the window', () => {
  expect(prepared.role('customs_broker', 'fr')).toBe('customs_broker');
  expect(prepared.role('organic_importer', 'en')).toBe(codes.function.organic_importer);
  expect(prepared.roles('fr').CCA).toBe('autorité compétente centrale');
});

test('a reason that an action does not know has no text', () => {
  expect(prepared.text('suspend', 'wrong_body', 'en')).toBe('');
});
