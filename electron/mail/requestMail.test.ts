import { beforeAll, expect, test } from 'vitest';
import type { Body } from '../../shared/domain/body.ts';
import type { Role } from '../../shared/domain/role.ts';
import { loadTexts } from '../texts.ts';
import { mailtoOf } from './mailto.ts';
import { requestMail } from './requestMail.ts';

const body: Body = {
  ...{ id: '3a0e6f6e-0d0f-4f0e-9d8e-2b4f5a6c7d81', revision: 1, type: 'operator', status: 'valid' },
  ...{ name: 'Polder Cargo', country: 'BE', city: 'Gent', address: 'Kouter 1' },
  ...{ identifiers: [], activities: [], fullControl: false },
};
const sender = {
  person: { firstName: 'Ilse', lastName: 'Maes' },
  bodies: ['FAVV-AFSCA'],
  timeZone: 'Europe/Brussels',
};

let texts: Awaited<ReturnType<typeof loadTexts>>;
beforeAll(async () => {
  texts = await loadTexts('en');
});

function written(language: string, given: Partial<Role> = {}, of = body) {
  const person = {
    ...{ id: '8c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f', revision: 1, username: 'n0000001' },
    ...{ firstName: 'An', lastName: 'Person', email: 'an.person@operator.example' },
    ...{ language, heldTypes: [] },
  };
  const role: Role = {
    ...{ id: '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e', revision: 1, status: 'requested' },
    ...{ personId: person.id, bodyId: of.id, type: of.type, function: 'organic_importer' },
    ...{ responsibleId: of.id, isAdmin: false },
    ...{ requestedAt: '2026-11-20T09:00:00.000Z', dueAt: '2026-11-24T09:00:00.000Z' },
    ...given,
  };
  return requestMail(texts, { role, status: role.status, person, body: of }, sender);
}

test('it is written in the language of the person', () => {
  expect(written('de')).toMatchObject({
    subject: 'Ihr Antrag auf eine Rolle bei Polder Cargo',
    body: expect.stringContaining('am 20. November 2026 haben Sie'),
  });
  expect(written('fr-BE').body).toContain('Le 20 novembre 2026');
  const { body: text } = written('en');
  expect(text).toContain('organic importer');
  expect(text).toContain('Ilse Maes\nFAVV-AFSCA');
});

test('a language that the interface does not speak gives way to English', () => {
  expect(written('lv').subject).toBe('Your request for a role at Polder Cargo');
});

test('it goes to the contact that the request names', () => {
  expect(written('en').to).toBe('an.person@operator.example');
  expect(written('en', { contactEmail: 'desk@polder.example' }).to).toBe('desk@polder.example');
});

test('what is decided already is no longer called a request', () => {
  expect(written('en', { status: 'suspended' })).toMatchObject({
    subject: 'Your role at Polder Cargo',
    body: expect.stringContaining('It is suspended now.'),
  });
});

test('a name cannot break the line of the subject, and the country of a certifier is named', () => {
  const of: Body = { ...body, type: 'control_body', name: 'Cert\r\nBcc: x@y.example' };
  const mail = written('fr', { function: 'certifier', country: 'AL' }, of);
  expect(mail.body).toContain('Albanie');
  expect(mailtoOf(mail)).not.toMatch(/%0D%0A.*&body/);
});
