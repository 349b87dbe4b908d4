import { z } from 'zod';
import {
  actionSchema,
  countrySchema,
  instantSchema,
  roleTypeSchema,
  statusSchema,
} from './vocabulary.ts';

const actorSchema = z.object({ personId: z.uuid(), name: z.string() });

/** A decision that the registry has recorded, with both clocks: desk (`decidedAt`), registry. */
export const recordedDecisionSchema = z.object({
  id: z.uuid(),
  action: actionSchema,
  by: actorSchema,
  decidedAt: instantSchema,
  recordedAt: instantSchema,
  reason: z.string().optional(),
  message: z.string().optional(),
});
export type RecordedDecision = z.infer<typeof recordedDecisionSchema>;

/** A person's place in a body: the thing that is requested, validated and suspended. */
export const roleSchema = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  status: statusSchema,
  personId: z.uuid(),
  bodyId: z.uuid(),
  type: roleTypeSchema,
  /** An authority's kind, the code of an operator's activity, or `certifier`. */
  function: z.string(),
  country: countrySchema.optional(),
  responsibleId: z.uuid(),
  isAdmin: z.boolean(),
  message: z.string().optional(),
  contactEmail: z.string().optional(),
  contactPhone: z.string().optional(),
  requestedAt: instantSchema,
  dueAt: instantSchema,
  /** `id`: which roles the system suspended together (rule 11). */
  suspension: z
    .object({
      cause: z.enum(['administrator', 'system']),
      code: z.string(),
      id: z.uuid().optional(),
    })
    .optional(),
  claim: actorSchema.extend({ until: instantSchema }).optional(),
  lastDecision: recordedDecisionSchema.optional(),
});
export type Role = z.infer<typeof roleSchema>;
