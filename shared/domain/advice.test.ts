import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviceCodes, adviceOn, hasEori, type OtherRole } from './advice.ts';

const person = {
  ...{ firstName: 'Ġorġ', lastName: 'Żammit', email: 'gorg.zammit@velmora.example' },
  heldTypes: [],
};
const body = {
  ...{ type: 'operator' as const, status: 'valid' as const },
  ...{ identifiers: [], activities: [] },
};
const role = {
  ...{ id: 'this', type: 'operator' as const, status: 'requested' as const, bodyId: 'velmora' },
  ...{ function: 'animal_trader', contactEmail: undefined, country: undefined },
  requestedAt: '2026-11-20T09:00:00.000Z',
};

test('rule 8: nothing is said of what is in order', () => {
  expect(adviceOn(role, body, person, [])).toEqual([]);
  expect(adviceOn({ ...role, contactEmail: 'office@Velmora.example' }, body, person, [])).toEqual(
    [],
  );
  expect(adviceOn(role, body, { ...person, heldTypes: ['operator'] }, [])).toEqual([]);
});

test.each([
  ['no_eori', { function: 'organic_importer' }, {}, {}],
  ['other_type', {}, {}, { heldTypes: ['authority' as const] }],
  ['shared_mailbox', {}, {}, { email: 'BCP@velmora.example' }],
  ['not_a_person', {}, {}, { firstName: 'Customs', lastName: 'Desk' }],
  ['free_mail', {}, {}, { email: 'gorg@GMAIL.com' }],
  ['other_domain', { contactEmail: 'gorg@elsewhere.example' }, {}, {}],
  ['new_operator', {}, { status: 'pending' as const }, {}],
])('rule 8: %s', (code, ofRole, ofBody, ofPerson) => {
  const advice = adviceOn(
    { ...role, ...ofRole },
    { ...body, ...ofBody },
    { ...person, ...ofPerson },
    [],
  );
  expect(advice).toEqual([code]);
});

test('rule 8: an operator that imports organic products needs an EORI, whatever is asked for', () => {
  const organic = { chapter: 'organic', section: 'organic_importer', activity: 'organic_importer' };
  const importer = (status: 'valid' | 'rejected') => ({
    ...body,
    activities: [{ ...organic, status }],
  });
  expect(adviceOn(role, importer('valid'), person, [])).toEqual(['no_eori']);
  expect(adviceOn(role, importer('rejected'), person, [])).toEqual([]);
  const identifiers = [{ scheme: 'eori', value: 'MT1' }];
  expect(hasEori({ identifiers })).toBe(true);
  expect(adviceOn(role, { ...importer('valid'), identifiers }, person, [])).toEqual([]);
});

const other: OtherRole = { ...role, id: 'other', bodyId: 'elsewhere' };

test.each([
  ['requested', 'other_type'],
  ['valid', 'other_type'],
  ['suspended', 'other_type'],
  ['rejected', undefined],
  ['withdrawn', undefined],
] as const)('rules 4 and 8: a role of another type that is %s', (status, code) => {
  const advice = adviceOn(role, body, person, [{ ...other, type: 'authority', status }]);
  expect(advice).toEqual(code ? [code] : []);
  expect(adviceOn(role, body, person, [{ ...other, status }])).toEqual([]);
});

const older = { ...other, bodyId: role.bodyId, requestedAt: '2026-11-20T08:59:59.999Z' };

test('rule 8: the later of two requests of a person for one body is advised on, not the earlier', () => {
  expect(adviceOn(role, body, person, [role, older])).toEqual(['older_request']);
  expect(adviceOn({ ...role, ...older }, body, person, [role, older])).toEqual([]);
});

test.each([
  ['of another body', { bodyId: 'elsewhere' }],
  ['of another country', { country: 'AL' }],
  ['filed together', { requestedAt: role.requestedAt }],
  ['rejected', { status: 'rejected' as const }],
  ['valid', { status: 'valid' as const }],
])('rule 8: no older request: one that is %s', (_, given) => {
  expect(adviceOn(role, body, person, [{ ...older, ...given }])).toEqual([]);
});

test('rule 8: a request that was decided on has no older one any more', () => {
  expect(adviceOn({ ...role, status: 'valid' }, body, person, [older])).toEqual([]);
});

test.each([
  ...[
    'bcp.antwerp@a.example',
    'import.info@a.example',
    'info2@a.example',
    'Zollamt_Bonn@a.example',
  ],
  ...['secrétariat@a.example', 'muitinė-vilnius@a.example', 'антверпен.митница@a.example'],
])('rule 8: %s is a shared mailbox', (email) => {
  expect(adviceOn(role, body, { ...person, email }, [])).toEqual(['shared_mailbox']);
});

test('rule 8: a mailbox with a person’s own name in it is not shared for that', () => {
  const maria = { ...person, firstName: 'Maria', lastName: 'Sales' };
  const email = (mailbox: string) => ({ ...maria, email: `${mailbox}@velmora.example` });
  expect(adviceOn(role, body, email('maria.sales'), [])).toEqual([]);
  expect(adviceOn(role, body, email('info.sales'), [])).toEqual(['shared_mailbox']);
  const team = { ...person, firstName: 'Sales', lastName: 'Team', email: 'sales@velmora.example' };
  expect(adviceOn(role, body, team, [])).toEqual(['shared_mailbox', 'not_a_person']);
});

test.each([
  ...['Velmora GmbH', 'Velmora S.A.', 'Велмора ЕООД', 'Velmora d.o.o.', 'BCP Antwerpen'],
  ...['Grenzkontrollstelle Hamburg', 'VETERINÄRAMT Bonn', 'Poste Le Havre', 'Ufficio Trieste'],
  ...['Urząd Gdynia', 'Τελωνείο Πειραιά', 'Митница Бургас', 'Határátkelő Röszke', 'Antwerpen 2'],
  ...['Vámhivatal Záhony', 'Muitinė Klaipėda', 'Grænsekontrol Esbjerg', 'Oifig Rosslare'],
])('rule 8: %s is not a person’s name', (name) => {
  const [firstName = '', ...rest] = name.split(' ');
  const named = { ...person, firstName, lastName: rest.join(' ') };
  expect(adviceOn(role, body, named, [])).toEqual(['not_a_person']);
});

test.each([
  ...['Jan Postma', 'Ana Saroli', 'Jean BUREAU', 'JAN PEETERS', 'Ana Sá', 'Li Ng', 'Jan van As'],
  ...['Carina Toll', 'Agnès Post', 'Sean O’Brien', 'Ελένη Παπά', 'Йоана Митева', 'Eva Hamt'],
  ...['Pedro Sales', 'Ida Zoll', 'Arda Amet', 'Mary Border', 'Oddný Dienstag', 'Łukasz Puncta'],
])('rule 8: %s is a person’s name', (name) => {
  const [firstName = '', ...rest] = name.split(' ');
  const named = { ...person, firstName, lastName: rest.join(' ') };
  expect(adviceOn(role, body, named, [])).toEqual([]);
});

test('rule 8: a domain within the account’s own is not another one', () => {
  const advised = (contactEmail: string) => adviceOn({ ...role, contactEmail }, body, person, []);
  expect(advised('gorg@mail.velmora.example')).toEqual([]);
  expect(advised('gorg@notvelmora.example')).toEqual(['other_domain']);
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
        [older, { ...other, type: 'authority' }],
      );
      expect(found).toEqual(adviceCodes.filter((code) => found.includes(code)));
    }),
  );
});
