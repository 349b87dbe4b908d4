import type { Body } from '../../shared/domain/body.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Scope } from '../../shared/wire/me.ts';

/** Things of the demonstration data, as they are with `--seed 400`. */
const demonstration = { scheme: 'DEMO', value: 'demonstration data' };

export const person = {
  id: '310f7ab9-9a4b-493c-95e3-02f75fe7cd02',
  revision: 1,
  username: 'n00000003',
  firstName: 'Αθανασια',
  lastName: 'Δάβης',
  email: 'athanasia.davis@favv-afsca.example',
  language: 'en',
  heldTypes: ['authority'],
} satisfies Person;

export const requester = {
  id: 'ef4159ef-275f-4208-a90c-c2bb7e6118f4',
  revision: 1,
  username: 'n00000065',
  firstName: 'Wanesa',
  lastName: 'Grzybowski',
  email: 'wanesa.grzybowski@nieuweling.example',
  language: 'en',
  heldTypes: [],
} satisfies Person;

export const centralAuthority = {
  id: 'aa2a1581-3d27-4718-9a97-e7b173719700',
  revision: 1,
  type: 'authority',
  kind: 'CCA',
  country: 'BE',
  name: 'FAVV-AFSCA',
  city: 'Brussel',
  address: 'Kruidtuinlaan 55',
  postcode: '1000',
  identifiers: [demonstration],
  activities: [],
  fullControl: false,
  status: 'valid',
  parentId: '20356854-3bfa-41e3-b3fa-4c4dac307eb5',
  email: 'contact@favv-afsca.example',
} satisfies Body;

export const post = {
  id: '78ebee9c-ff2f-4ab6-b9e0-a45b9b9b60e9',
  revision: 1,
  type: 'authority',
  kind: 'BCP',
  country: 'BE',
  name: 'Antwerpen, haven',
  city: 'Antwerpen',
  address: 'Kaai 650',
  code: 'BEANR1',
  identifiers: [demonstration],
  activities: [],
  fullControl: false,
  status: 'valid',
  parentId: centralAuthority.id,
  email: 'contact@antwerpen-haven.example',
} satisfies Body;

export const controlBody = {
  id: 'd7cb16af-7e94-4dbf-9a55-c02d13200699',
  revision: 1,
  type: 'control_body',
  country: 'BE',
  name: 'Certivanta Bio',
  city: 'Gent',
  address: 'Kouter 118',
  identifiers: [demonstration],
  activities: [],
  countries: [
    { country: 'BE', code: 'BE-BIO-901' },
    { country: 'NL', code: 'NL-BIO-901' },
    { country: 'FR', code: 'FR-BIO-901' },
    { country: 'AL', code: 'AL-BIO-901' },
    { country: 'AM', code: 'AM-BIO-901' },
  ],
  fullControl: false,
  status: 'valid',
  email: 'contact@certivanta-bio.example',
} satisfies Body;

export const operator = {
  id: '9e1f6859-5541-4a39-ba2f-c14483339198',
  revision: 1,
  type: 'operator',
  name: 'Beluvozeno Food NV',
  country: 'BE',
  region: 'Antwerpen',
  city: 'Mechelen',
  postcode: '2800',
  address: 'Station Road 54',
  code: 'BE-OPR-OP-1',
  phone: '+32 152091002',
  email: 'contact@beluvozeno-food-nv.example',
  identifiers: [{ scheme: 'EORI', value: 'BE2796483265' }, demonstration],
  activities: [
    {
      chapter: 'plant_health',
      section: 'professional_operator',
      activity: 'professional_operator',
      status: 'valid',
      responsibleId: '865695c8-d4ee-4499-abd2-796f1744afd3',
      applicationDate: '2026-10-29',
    },
  ],
  fullControl: false,
  status: 'valid',
} satisfies Body;

export const requested = {
  id: 'dc057a92-a021-40c3-80bb-f4ac08cc5a86',
  revision: 1,
  status: 'requested',
  personId: requester.id,
  bodyId: post.id,
  type: 'authority',
  function: 'BCP',
  responsibleId: centralAuthority.id,
  isAdmin: false,
  message: 'Ik neem het werk over van een collega die vertrokken is.',
  contactPhone: '+32 010773726',
  requestedAt: '2026-11-18T01:40:52.722Z',
  dueAt: '2026-11-20T08:00:00.000Z',
} satisfies Role;

export const lastDecision = {
  id: 'dfe23d40-584f-432e-8008-352a4d42f654',
  action: 'approve',
  by: { personId: person.id, name: 'Αθανασια Δάβης' },
  decidedAt: '2026-11-19T10:23:52.722Z',
  recordedAt: '2026-11-19T11:05:52.722Z',
} satisfies Role['lastDecision'];

export const approved = {
  ...requested,
  revision: 2,
  status: 'valid',
  lastDecision,
} satisfies Role;

export const scope = {
  bodyId: centralAuthority.id,
  kind: 'CCA',
  country: 'BE',
  name: 'FAVV-AFSCA',
  isAdmin: true,
} satisfies Scope;

export const preferences = {
  language: 'en',
  timeZone: 'Europe/Brussels',
  holdSeconds: 10,
  notifications: { newRequest: 'desktop', dueSoon: 'desktop', conflict: 'desktop' },
} satisfies Preferences;

/** A cursor means nothing to its holder; this is the form of one. */
export const cursor = 'eyJzZXEiOjE3LCJvZiI6Im5jU3Zpb1F3eThBeE5GZ0tYcHh5RlEifQ';

export const desk = '6f1f0e2e-7a52-4b5c-9a1a-1f2e3d4c5b6a';

export const database = '0d5f3c0a-3b0e-4f5e-9b61-7a1c2b3d4e5f';
