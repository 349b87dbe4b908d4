import { z } from 'zod';
import { recordedDecisionSchema, roleSchema } from '../domain/role.ts';
import { actionSchema, instantSchema } from '../domain/vocabulary.ts';

export const decisionsLimit = 500;

/** The longest free text of a decision or a request, in UTF-16 units. */
export const messageLimit = 4000;

/** A decision as a desk sends it: on the revision that the reviewer saw. */
export const decisionSchema = z.strictObject({
  id: z.uuid(),
  roleId: z.uuid(),
  action: actionSchema,
  baseRevision: z.int().min(1),
  reason: z.string().max(100).optional(),
  message: z.string().max(messageLimit).optional(),
  target: z.uuid().optional(),
  admin: z.boolean().optional(),
  decidedAt: instantSchema,
  desk: z.uuid(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Body of `POST /v1/decisions`; more than `decisionsLimit` are answered with 413. */
export const decisionsRequestSchema = z.strictObject({
  decisions: z.array(decisionSchema).min(1),
});

/** What became of one decision. `current`: the decision that stands, where one does. */
export const decisionResultSchema = z.object({
  id: z.uuid(),
  outcome: z.enum(['applied', 'conflict', 'refused']),
  code: z.string().optional(),
  role: roleSchema.nullable(),
  current: recordedDecisionSchema.optional(),
});
export type DecisionResult = z.infer<typeof decisionResultSchema>;

/** Answer of `POST /v1/decisions`: a result per decision, in order. */
export const decisionsAnswerSchema = z.object({
  results: z.array(decisionResultSchema),
});
