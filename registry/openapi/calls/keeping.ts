import type { z } from 'zod';
import type { BodyChange } from '../../../shared/wire/bodyUpkeep.ts';
import type {
  suspensionAnswerSchema,
  suspensionRequestSchema,
} from '../../../shared/wire/suspensions.ts';
import type { CallDocsByCall } from '../callDocs.ts';
import { approved, person, post } from '../examples.ts';

/** Calls of the systems that keep bodies and accounts: their tokens carry a scope instead of a person. */
export const keeping: CallDocsByCall = {
  'PATCH /v1/bodies/{id}': {
    operationId: 'changeBody',
    tag: 'Reference data',
    summary: 'Tell what has changed of a body',
    description:
      'Needs a token with the scope `registry:bodies`. What is left out stays. Roles below an authority that moves, ' +
      'and roles of an activity that another authority becomes responsible for, move with it.\n\n' +
      'Codes in `errors` of `invalid_fields`: `not_an_authority`, `parent_invalid`, `would_loop`, ' +
      '`not_an_operator`, `unknown_activity`, `repeated`, `cannot_be_responsible`.',
    parameters: { id: { description: 'The id of the body.', example: post.id } },
    request: { 'a new address': { address: 'Kaai 730' } satisfies BodyChange },
    answer: { 'the body as it stands': { ...post, revision: 2, address: 'Kaai 730' } },
    problems: ['not_found', 'invalid_fields'],
  },
  'POST /v1/suspensions': {
    operationId: 'suspendPerson',
    tag: 'Reference data',
    summary: 'Suspend a person',
    description:
      'Needs a token with the scope `registry:accounts`. All valid roles of the person become suspended with cause ' +
      '`system`; reactivating one of them brings back all that were suspended with it.',
    request: {
      'devices were reset': {
        username: person.username,
        code: 'devices_reset',
      } satisfies z.input<typeof suspensionRequestSchema>,
    },
    answer: {
      'one role': { roles: [approved.id] } satisfies z.infer<typeof suspensionAnswerSchema>,
    },
    problems: ['unknown_username'],
  },
};
