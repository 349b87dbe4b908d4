import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviceCodes, adviceOn, hasEori } from './advice.ts';

const person = {
  ...{ firstName: 'Ġorġ', lastName: 'Żammit', email: 'gorg.zammit@velmora.example' },
  heldTypes: [],
};
const body = { type: 'operator' as const, status: 'valid' as const, identifiers: [] };
const role = { type: 'operator' as const, function: 'animal_trader', contactEmail: undefined };

test('rule 8: nothing is said of what is in order', () => {
  expect(adviceOn(role, body, person)).toEqual([]);
  expect(adviceOn({ ...role, contactEmail: 'office@Velmora.example' }, body, person)).toEqual([]);
  expect(adviceOn(role, body, { ...person, heldTypes: ['operator'] })).toEqual([]);
});

test.each([
  ['no_eori', { function: 'organic_importer' }, {}, {}],
  ['other_type', {}, {}, { heldTypes: ['authority' as const] }],
  ['shared_mailbox', {}, {}, { email: 'BCP@velmora.example' }],
  ['not_a_person', {}, {}, { firstName: 'Customs', lastName: 'Desk' }],
  ['not_a_person', {}, {}, { firstName: 'Velmora', lastName: 'GmbH' }],
  ['free_mail', {}, {}, { email: 'gorg@GMAIL.com' }],
  ['other_domain', { contactEmail: 'gorg@elsewhere.example' }, {}, {}],
  ['new_operator', {}, { status: 'pending' as const }, {}],
])('rule 8: %s', (code, ofRole, ofBody, ofPerson) => {
  const advice = adviceOn(
    { ...role, ...ofRole },
    { ...body, ...ofBody },
    { ...person, ...ofPerson },
  );
  expect(advice).toEqual([code]);
});

test('an importer with EORI is in order, however the scheme is spelt', () => {
  const identifiers = [{ scheme: 'eori', value: 'MT1' }];
  expect(hasEori({ identifiers })).toBe(true);
  const importer = { ...role, function: 'organic_importer' };
  expect(adviceOn(importer, { ...body, identifiers }, person)).toEqual([]);
});

test('a name that only contains such a word is a person’s', () => {
  for (const lastName of ['Postma', 'Saroli', 'Spagnolo', 'Teamová', 'Agnès']) {
    expect(adviceOn(role, body, { ...person, lastName })).toEqual([]);
  }
});

test('advice comes in one order, each once', () => {
  const anyText = fc.oneof(fc.string(), fc.constantFrom('info', 'Team', 'bcp', 'gmail.com'));
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (firstName, lastName, mailbox, domain) => {
      const email = `${mailbox}@${domain}`;
      const found = adviceOn(
        { ...role, contactEmail: 'a@b.example' },
        { ...body, status: 'pending' },
        { ...person, firstName, lastName, email },
      );
      expect(found).toEqual(adviceCodes.filter((code) => found.includes(code)));
    }),
  );
});
