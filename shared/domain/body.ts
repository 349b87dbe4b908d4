import { z } from 'zod';
import { authorityKindSchema, countrySchema, instantSchema, roleTypeSchema } from './vocabulary.ts';

const identifierSchema = z.object({
  scheme: z.string(),
  value: z.string(),
});

/** One activity of an operator: chapter, section and activity are codes of `activities.ts`. */
export const bodyActivitySchema = z.object({
  chapter: z.string(),
  section: z.string(),
  activity: z.string(),
  status: z.enum(['pending', 'valid', 'rejected']),
  responsibleId: z.uuid().optional(),
  identifier: z.string().optional(),
  controlBodyId: z.uuid().optional(),
  validFrom: instantSchema.optional(),
  validTo: instantSchema.optional(),
  publicationDate: z.iso.date().optional(),
  applicationDate: z.iso.date().optional(),
});
export type BodyActivity = z.infer<typeof bodyActivitySchema>;

/** What a person works for: an operator, an organic control body or an authority. */
export const bodySchema = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  type: roleTypeSchema,
  kind: authorityKindSchema.optional(),
  name: z.string(),
  country: countrySchema,
  region: z.string().optional(),
  city: z.string(),
  address: z.string(),
  postcode: z.string().optional(),
  code: z.string().optional(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  phone: z.string().optional(),
  fax: z.string().optional(),
  email: z.string().optional(),
  website: z.string().optional(),
  identifiers: z.array(identifierSchema),
  activities: z.array(bodyActivitySchema),
  countries: z.array(z.object({ country: countrySchema, code: z.string() })).optional(),
  parentId: z.uuid().optional(),
  competences: z.array(z.string()).optional(),
  fullControl: z.boolean(),
  status: z.enum(['pending', 'valid', 'rejected']),
  duplicates: z.array(z.object({ bodyId: z.uuid(), name: z.string(), why: z.string() })).optional(),
});
export type Body = z.infer<typeof bodySchema>;
