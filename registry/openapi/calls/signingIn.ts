import type { z } from 'zod';
import type {
  devPeopleSchema,
  devTokenRequestSchema,
  devTokenSchema,
} from '../../../shared/wire/development.ts';
import type { Me } from '../../../shared/wire/me.ts';
import type { CallDocsByCall } from '../callDocs.ts';
import { database, person, preferences, scope } from '../examples.ts';

const { isAdmin: _, ...administered } = scope;

/** Calls about the caller. */
export const signingIn: CallDocsByCall = {
  'GET /v1/me': {
    operationId: 'readMe',
    tag: 'Signing in',
    summary: 'Who the caller is',
    description:
      'The person, every body that the person can work as, and what the person has chosen. A person without a role ' +
      'has no scope and can request one.',
    answer: { 'an administrator': { person, scopes: [scope], preferences, database } satisfies Me },
  },
  'GET /v1/preferences': {
    operationId: 'readPreferences',
    tag: 'Signing in',
    summary: 'What the caller has chosen',
    description: 'With an `ETag` to change it by.',
    answer: { 'what holds until a person chooses': preferences },
  },
  'PUT /v1/preferences': {
    operationId: 'replacePreferences',
    tag: 'Signing in',
    summary: 'Change what the caller has chosen',
    description: 'All of it, with the `ETag` of what is replaced in `If-Match`.',
    parameters: { 'if-match': { description: 'The `ETag` of what was read.', example: '"0"' } },
    request: { 'another language': { ...preferences, language: 'fr' } },
    answer: { 'another language': { ...preferences, language: 'fr' } },
    problems: ['stale', 'if_match_missing'],
  },
  'GET /dev/people': {
    operationId: 'listDevelopmentPeople',
    tag: 'Signing in',
    summary: 'Whom one can sign in as (development)',
    description: 'With `--dev` only.',
    answer: {
      'an administrator': [
        { username: person.username, name: 'Αθανασια Δάβης', administers: [administered] },
      ] satisfies z.infer<typeof devPeopleSchema>,
    },
  },
  'POST /dev/token': {
    operationId: 'makeDevelopmentToken',
    tag: 'Signing in',
    summary: 'A token without a browser (development)',
    description: 'With `--dev` only. `expiresIn` is in seconds, an hour unless said.',
    request: {
      'for an hour': { username: person.username } satisfies z.input<typeof devTokenRequestSchema>,
    },
    answer: {
      'for an hour': {
        access_token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJuMDAwMDAwMDMifQ.c2lnbmF0dXJl',
        expires_in: 3600,
      } satisfies z.infer<typeof devTokenSchema>,
    },
    problems: ['unknown_username'],
  },
};
