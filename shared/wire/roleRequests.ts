import { z } from 'zod';
import { bodyActivitySchema } from '../domain/body.ts';
import { roleSchema } from '../domain/role.ts';
import { countrySchema } from '../domain/vocabulary.ts';
import { foundBodySchema } from './bodies.ts';
import { messageLimit } from './decisions.ts';

const email = z.email().max(300);

const contact = {
  message: z.string().max(messageLimit).optional(),
  contactEmail: email.optional(),
  contactPhone: z.string().max(50).optional(),
};

const text = z.string().trim().min(1).max(300);
const optionalText = z.string().trim().min(1).max(300).optional();

const newActivitySchema = z.strictObject({
  ...bodyActivitySchema.omit({ status: true }).shape,
  ...{ chapter: text, section: text, activity: text, identifier: optionalText },
});

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
  email: email.optional(),
  website: optionalText,
  identifiers: z
    .array(z.strictObject({ scheme: text, value: text }))
    .max(20)
    .default([]),
  activities: z.array(newActivitySchema).length(1),
});
export type NewOperator = z.infer<typeof newOperatorSchema>;

/** Body of `POST /v1/role-requests`: a role in an existing body, or in an operator that comes with it. */
export const roleRequestSchema = z.union([
  z.strictObject({
    bodyId: z.uuid(),
    countries: z.array(countrySchema).min(1).max(250).optional(),
    function: z.string().max(100).optional(),
    ...contact,
  }),
  z.strictObject({ operator: newOperatorSchema, ...contact }),
]);
export type RoleRequest = z.infer<typeof roleRequestSchema>;

/** Answer 201: one role, or one per country of a control body. */
export const roleRequestAnswerSchema = z.object({ roles: z.array(roleSchema) });

/** `GET /v1/my/roles`: what colleagues of the deciders see, claims and probable duplicates, is not for requesters. */
export const myRolesSchema = z.object({
  counts: z.object({ requested: z.int(), suspended: z.int(), valid: z.int() }),
  roles: z.array(roleSchema.omit({ claim: true }).extend({ body: foundBodySchema })),
});
