import type { z } from 'zod';
import type { FoundBodies } from '../../../shared/wire/bodies.ts';
import type {
  myRolesSchema,
  roleRequestAnswerSchema,
  roleRequestSchema,
} from '../../../shared/wire/roleRequests.ts';
import type { CallDocsByCall } from '../callDocs.ts';
import { controlBody, cursor, operator, post, requested } from '../examples.ts';

type Request = z.input<typeof roleRequestSchema>;
type Answer = z.infer<typeof roleRequestAnswerSchema>;

const newOperator = {
  name: 'Velmora Trading',
  country: 'BE',
  region: 'West-Vlaanderen',
  city: 'Zeebrugge',
  address: 'Kustlaan 999',
  postcode: '8380',
  phone: '+32 50 00 00 00',
  identifiers: [{ scheme: 'EORI', value: 'BE0123456789' }],
  activities: [
    {
      chapter: 'organic',
      section: 'organic_importer',
      activity: 'organic_importer',
      controlBodyId: controlBody.id,
      applicationDate: '2026-11-20',
    },
  ],
};

/** Calls of those who ask for a role. */
export const requesting: CallDocsByCall = {
  'GET /v1/bodies': {
    operationId: 'searchBodies',
    tag: 'Requesting',
    summary: 'Find a body to request a role in',
    description:
      'Bodies in which a role can be requested, by name. Authorities are searched by `country` (mandatory), `kind`, ' +
      '`competence` and `q`; operators by `country` (mandatory), `section`, `activity` and `q`; control bodies by ' +
      '`country` (one that they certify for) and `q`. A filter of another type is refused. Pending operators are ' +
      'found, so that a colleague’s request joins them; rejected bodies are not, nor listed establishments.',
    parameters: {
      type: { description: 'What kind of body.', example: 'authority' },
      country: { description: 'ISO 3166-1 alpha-2; `EU` for the Commission.', example: 'BE' },
      kind: { description: 'The role of an authority.', example: 'BCP' },
      competence: {
        description: 'A chapter that an authority is competent for.',
        example: 'organic',
      },
      section: { description: 'The section of an activity.', example: 'organic_importer' },
      activity: { description: 'An activity of an operator.', example: 'organic_importer' },
      q: {
        description:
          'Words that all stand in name, kind, codes, approval numbers or identifiers, whatever their case and ' +
          'diacritics. Kinds are found by their former names too.',
        example: 'antwerpen haven',
      },
    },
    answer: {
      'an authority': { items: [post], cursor, hasMore: true } satisfies FoundBodies,
      'an operator': { items: [operator], cursor: null, hasMore: false } satisfies FoundBodies,
    },
    problems: ['cursor_invalid'],
  },
  'POST /v1/role-requests': {
    operationId: 'requestRole',
    tag: 'Requesting',
    summary: 'Request a role',
    description:
      'In an existing body, or in an operator that comes with the request and stays pending until the role is ' +
      'decided. In a control body one role for each of `countries`. An operator has a name, a country, a city, an ' +
      'address, one of phone, fax, e-mail and web site, and one activity; an importer of organic products also an ' +
      'EORI. The responsible authority is the one named in the activity, else the one that the address leads to. ' +
      'The same `Idempotency-Key` with the same content gets the same answer and files nothing.\n\n' +
      'Codes in `errors` of `invalid_fields`: `required`, `contact_required`, `eori_required`, `eori_malformed`, ' +
      '`unknown_body`, `rejected_body`, `not_a_control_body`, `unknown_function`, `unknown_activity`, ' +
      '`not_requestable`, `wrong_chapter`, `wrong_section`, `not_after_valid_from`, `not_organic`, ' +
      '`country_not_certified`, `repeated`, `cannot_be_responsible`, `no_responsible_authority`, and those of the ' +
      'schema: `invalid_format`, `invalid_value`, `too_small`, `too_big`.',
    parameters: {
      'idempotency-key': {
        description: 'Made by the client, new for every request; a repeat is known by it.',
        example: '4b7f7e0c-4a3e-4f53-8a37-0f0c6b2f1c55',
      },
    },
    request: {
      'in an authority': { bodyId: post.id, message: requested.message } satisfies Request,
      'in an operator': {
        bodyId: operator.id,
        function: 'professional_operator',
      } satisfies Request,
      'in a control body, for three of its countries': {
        bodyId: controlBody.id,
        countries: ['BE', 'NL', 'AM'],
        contactEmail: 'wanesa.grzybowski@nieuweling.example',
        contactPhone: '+32 50 00 00 00',
      } satisfies Request,
      'in a new operator': {
        operator: newOperator,
        message: 'First import in May.',
      } satisfies Request,
    },
    answer: { 'one role': { roles: [requested] } satisfies Answer },
    problems: ['idempotency_key_missing', 'invalid_fields', 'idempotency_key_reused'],
  },
  'DELETE /v1/role-requests/{id}': {
    operationId: 'withdrawRoleRequest',
    tag: 'Requesting',
    summary: 'Take a request back',
    description:
      'Only its requester can, as long as it is not decided. A pending operator is rejected with its last request.',
    problems: ['not_requester', 'not_found', 'no_longer_requested'],
  },
  'GET /v1/my/roles': {
    operationId: 'listMyRoles',
    tag: 'Requesting',
    summary: 'The caller’s own roles',
    description:
      'Every role of the caller with its body, oldest request first, and how many have each status.',
    answer: {
      'one request': {
        counts: { requested: 1, suspended: 0, valid: 0 },
        roles: [{ ...requested, body: post }],
      } satisfies z.infer<typeof myRolesSchema>,
    },
  },
};
