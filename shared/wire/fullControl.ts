import { z } from 'zod';

/** Body of `PUT /v1/bodies/{id}/full-control`. */
export const fullControlSchema = z.strictObject({ fullControl: z.boolean() });
