import { z } from 'zod';
import { bodyActivitySchema, bodySchema } from '../domain/body.ts';
import { roleSchema } from '../domain/role.ts';
import { countrySchema } from '../domain/vocabulary.ts';
import { messageLimit } from './decisions.ts';

const contact = {
  message: z.string().max(messageLimit).optional(),
  contactEmail: z.email().optional(),
  contactPhone: z.string().max(50).optional(),
};

const text = z.string().trim().min(1).max(300);
const optionalText = z.string().trim().min(1).max(300).optional();

/** A new operator with its one activity (DOMAIN: operator data). The rules on its fields are in the registry's answer 422. */
export const newOperatorSchema = z.strictObject({
  name: text,
  country: countrySchema,
  region: optionalText,
  city: text,
  address: text,
  postcode: optionalText,
  coordinates: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    })
    .optional(),
  phone: optionalText,
  fax: optionalText,
  email: z.email().optional(),
  website: optionalText,
  identifiers: z.array(z.strictObject({ scheme: text, value: text })).default([]),
  activities: z.array(z.strictObject(bodyActivitySchema.omit({ status: true }).shape)).length(1),
});
export type NewOperator = z.infer<typeof newOperatorSchema>;

/** Body of `POST /v1/role-requests`: a role in an existing body, or in an operator that comes with it. */
export const roleRequestSchema = z.union([
  z.strictObject({
    bodyId: z.uuid(),
    countries: z.array(countrySchema).min(1).optional(),
    function: z.string().max(100).optional(),
    ...contact,
  }),
  z.strictObject({ operator: newOperatorSchema, ...contact }),
]);
export type RoleRequest = z.infer<typeof roleRequestSchema>;

/** Answer 201: one role, or one per country of a control body. */
export const roleRequestAnswerSchema = z.object({ roles: z.array(roleSchema) });

/** `GET /v1/my/roles` */
export const myRolesSchema = z.object({
  counts: z.object({ requested: z.int(), suspended: z.int(), valid: z.int() }),
  roles: z.array(roleSchema.extend({ body: bodySchema })),
});
