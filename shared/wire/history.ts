import { z } from 'zod';
import { instantSchema } from '../domain/vocabulary.ts';

/** A line of the audit log (rule 13): who, when by both clocks, what, on which revision, why, from which desk. */
export const historyLineSchema = z.object({
  recordedAt: instantSchema,
  decidedAt: instantSchema.optional(),
  actor: z.union([z.object({ personId: z.uuid(), name: z.string() }), z.literal('system')]),
  action: z.string(),
  revision: z.int().min(1),
  reason: z.string().optional(),
  message: z.string().optional(),
  desk: z.uuid().optional(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

/** `GET /v1/roles/{id}/history`, oldest first. */
export const historySchema = z.object({ lines: z.array(historyLineSchema) });
