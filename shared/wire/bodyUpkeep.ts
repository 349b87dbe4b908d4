import { z } from 'zod';

const text = z.string().trim().min(1).max(300);

/**
 * Body of `PATCH /v1/bodies/{id}`: what the reference data of TRACES now say of a body. `parentId` is for authorities,
 * `activities` (who is responsible for each) for operators; what is left out stays.
 */
export const bodyChangeSchema = z.strictObject({
  name: text.optional(),
  city: text.optional(),
  address: text.optional(),
  parentId: z.uuid().optional(),
  activities: z
    .array(z.strictObject({ activity: z.string().min(1).max(100), responsibleId: z.uuid() }))
    .min(1)
    .max(100)
    .optional(),
});
export type BodyChange = z.infer<typeof bodyChangeSchema>;
