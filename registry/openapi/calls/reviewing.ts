import type { z } from 'zod';
import type { Body } from '../../../shared/domain/body.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Changes } from '../../../shared/wire/changes.ts';
import type {
  decisionsAnswerSchema,
  decisionsRequestSchema,
} from '../../../shared/wire/decisions.ts';
import type { fullControlSchema } from '../../../shared/wire/fullControl.ts';
import type { historySchema } from '../../../shared/wire/history.ts';
import type { CallDocsByCall } from '../callDocs.ts';
import {
  approved,
  centralAuthority,
  cursor,
  desk,
  lastDecision,
  post,
  requested,
  requester,
} from '../examples.ts';

/** Calls of those who decide. */
export const reviewing: CallDocsByCall = {
  'GET /v1/changes': {
    operationId: 'pullChanges',
    tag: 'Reviewing',
    summary: 'What changed in the caller’s scope',
    description:
      'Everything the caller may see, oldest change first: bodies and persons before the roles that name them, and ' +
      '`gone` for what left the scope. Without a cursor from the start. Keep `cursor`, and ask again while `hasMore`. ' +
      'A cursor never skips a change and may repeat one. After `cursor_expired` start afresh.',
    answer: {
      'a first page': {
        changes: [
          { kind: 'body', id: centralAuthority.id, body: centralAuthority },
          { kind: 'body', id: post.id, body: post },
          { kind: 'person', id: requester.id, person: requester },
          { kind: 'role', id: requested.id, role: requested },
        ],
        cursor,
        hasMore: true,
        remaining: 1204,
      } satisfies Changes,
      'a role left the scope': {
        changes: [{ kind: 'gone', of: 'role', id: requested.id }],
        cursor,
        hasMore: false,
        remaining: 0,
      } satisfies Changes,
    },
    problems: ['cursor_invalid', 'cursor_expired'],
  },
  'POST /v1/decisions': {
    operationId: 'decide',
    tag: 'Reviewing',
    summary: 'Record decisions',
    description:
      'Up to 500, each with a result of its own, in order. A decision is applied only if the role still has its ' +
      '`baseRevision`; else it is a `conflict` and `current` tells the decision that stands. The same `id` with the ' +
      'same content gets its first result and changes nothing: repeat whatever was not answered.\n\n' +
      'Codes of refused decisions: `unknown_role`, `own_role`, `out_of_scope`, `not_allowed`, ' +
      '`body_under_full_control`, `illegal_transition`, `other_type_held`, `reason_required`, `reason_unknown`, ' +
      '`target_invalid`, `id_reused`.',
    request: {
      approve: {
        decisions: [
          {
            id: lastDecision.id,
            roleId: requested.id,
            action: 'approve',
            baseRevision: 1,
            decidedAt: lastDecision.decidedAt,
            desk,
          },
        ],
      } satisfies z.input<typeof decisionsRequestSchema>,
      reject: {
        decisions: [
          {
            id: 'e61a96a8-4711-4f08-8f0e-c7a93d97daec',
            roleId: requested.id,
            action: 'reject',
            baseRevision: 1,
            reason: 'unknown_to_body',
            message: 'Onbekend in Antwerpen.',
            decidedAt: lastDecision.decidedAt,
            desk,
          },
        ],
      } satisfies z.input<typeof decisionsRequestSchema>,
    },
    answer: {
      applied: {
        results: [{ id: lastDecision.id, outcome: 'applied', role: approved }],
      } satisfies z.infer<typeof decisionsAnswerSchema>,
      conflict: {
        results: [
          {
            id: 'e61a96a8-4711-4f08-8f0e-c7a93d97daec',
            outcome: 'conflict',
            role: approved,
            current: lastDecision,
          },
        ],
      } satisfies z.infer<typeof decisionsAnswerSchema>,
      refused: {
        results: [
          {
            id: 'e61a96a8-4711-4f08-8f0e-c7a93d97daec',
            outcome: 'refused',
            code: 'reason_required',
            role: requested,
          },
        ],
      } satisfies z.infer<typeof decisionsAnswerSchema>,
    },
    problems: ['too_many_decisions'],
  },
  'POST /v1/roles/{id}/claim': {
    operationId: 'claim',
    tag: 'Reviewing',
    summary: 'Say that the caller is on it',
    description:
      'Colleagues see the claim until it ends by itself or is taken back; the same call again makes it run longer. It ' +
      'does not raise the revision and blocks no decision.',
    answer: {
      claimed: {
        ...requested,
        claim: { ...lastDecision.by, until: '2026-11-19T10:38:52.722Z' },
      } satisfies Role,
    },
    problems: [
      ...(['own_role', 'not_allowed', 'body_under_full_control', 'not_found'] as const),
      ...(['claimed', 'illegal_transition'] as const),
    ],
  },
  'DELETE /v1/roles/{id}/claim': {
    operationId: 'endClaim',
    tag: 'Reviewing',
    summary: 'Say that the caller is no longer on it',
    description: 'Where there is no claim, nothing changes.',
    problems: ['not_found', 'claimed'],
  },
  'PUT /v1/bodies/{id}/full-control': {
    operationId: 'setFullControl',
    tag: 'Reviewing',
    summary: 'Keep the decisions in a body, or no longer',
    description:
      'For those with a role in a central competent authority above the body. Under full control the administrators ' +
      'within the body do not decide.',
    parameters: { id: { description: 'The id of the body.', example: post.id } },
    request: { keep: { fullControl: true } satisfies z.input<typeof fullControlSchema> },
    answer: { kept: { ...post, revision: 2, fullControl: true } satisfies Body },
    problems: ['not_allowed', 'not_found'],
  },
  'GET /v1/roles/{id}/history': {
    operationId: 'readHistory',
    tag: 'Reviewing',
    summary: 'The audit log of a role',
    description:
      'Who did what, when by both clocks, on which revision, why and from which desk; oldest first.',
    answer: {
      'requested, then approved': {
        lines: [
          {
            recordedAt: requested.requestedAt,
            actor: { personId: requester.id, name: 'Wanesa Grzybowski' },
            action: 'request',
            revision: 1,
            message: requested.message,
          },
          {
            recordedAt: lastDecision.recordedAt,
            decidedAt: lastDecision.decidedAt,
            actor: lastDecision.by,
            action: 'approve',
            revision: 1,
            desk,
          },
        ],
      } satisfies z.infer<typeof historySchema>,
    },
    problems: ['not_found'],
  },
  'GET /v1/events': {
    operationId: 'listen',
    tag: 'Reviewing',
    summary: 'Hear that something changed',
    description:
      'Server-sent events, open until the caller leaves or the token ends: event `changed` whenever something in ' +
      'scope changed, a comment every 15 s. It says that, not what: pull the changes.',
    answer: { 'one change': 'event: changed\ndata: {}\n\n' },
  },
};
