import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthenedText } from './longLanguage.ts';

test('a text gets longer and strange, and keeps what is to be filled in', () => {
  const text = lengthenedText('Approve {{count}} of <b>{{total}}</b>');
  expect(text).toMatch(/^⟦Åpprövë \{\{count\}\} öf <b>\{\{total\}\}<\/b>·+⟧$/);
});

test('every placeholder stays as it is, whatever stands around it', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), name)), (parts) => {
      const plain = parts.map(([text, key]) => `${text.replaceAll(/[{}<>$]/g, '')}{{${key}}}`);
      const text = lengthenedText(plain.join(''));
      expect([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key)).toEqual(
        parts.map(([, key]) => key),
      );
    }),
  );
});
