import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailtoOf } from './mailto.ts';

const mail = { to: 'an.person@operator.example', subject: 'Your request', body: 'Dear An,' };

test('a mail is an address with all of it encoded (RFC 6068)', () => {
  expect(mailtoOf({ ...mail, subject: 'Ça & là?', body: 'Dear An,\n\nO’Hara: 100 %' })).toBe(
    'mailto:an.person@operator.example?subject=%C3%87a%20%26%20l%C3%A0%3F&body=Dear%20An%2C%0D%0A%0D%0AO%E2%80%99Hara%3A%20100%20%25',
  );
});

test.each([
  ['two mailboxes', 'a@b.example,c@d.example'],
  ['a line break', 'a@b.example\nbcc: c@d.example'],
  ['a name', 'An <a@b.example>'],
  ['no mailbox', 'nobody'],
])('%s in the place of one mailbox is refused', (_, to) => {
  expect(() => mailtoOf({ ...mail, to })).toThrow();
});

test('a subject has one line', () => {
  expect(() => mailtoOf({ ...mail, subject: 'a\r\nBcc: c@d.example' })).toThrow();
});

test('a mailbox cannot bring headers of its own', () => {
  const { search, pathname } = new URL(mailtoOf({ ...mail, to: 'a?bcc=c&x=y@b.example' }));
  expect(pathname).toBe('a%3Fbcc%3Dc%26x%3Dy@b.example');
  expect([...new URLSearchParams(search).keys()]).toEqual(['subject', 'body']);
});

test('a text that is too long for some programs is cut at the end of a line', () => {
  const address = mailtoOf({ ...mail, body: `${'A line.\n'.repeat(400)}` });
  expect(address.length).toBeLessThanOrEqual(2000);
  expect(address.endsWith('A%20line.')).toBe(true);
});

test('whatever is written, a program reads it as it was, and nothing besides', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.replace(/\p{Cc}/gu, ''));
  fc.assert(
    fc.property(line, line, (subject, body) => {
      const address = mailtoOf({ ...mail, subject: `${subject}.`, body });
      expect(address).toMatch(/^mailto:[\w.%-]+@[\w.%-]+\?subject=[^&=?#\s]*&body=[^&=?#\s]*$/);
      const [, given = ''] = /&body=(.*)$/.exec(address) ?? [];
      expect(decodeURIComponent(given)).toBe(body);
    }),
  );
});
