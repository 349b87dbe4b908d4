import { z } from 'zod';
import { activities, canBeRequested, chapters } from '../domain/activities.ts';
import { bodySchema } from '../domain/body.ts';
import { authorityKindSchema, countrySchema, roleTypeSchema } from '../domain/vocabulary.ts';

/** The longest text to search for, in UTF-16 units. */
export const searchedTextLimit = 200;

const requestable = activities.filter(canBeRequested);

/** What bodies of each type can be searched by, beside type and page. */
const filters = {
  authority: ['country', 'kind', 'competence', 'q'],
  operator: ['country', 'section', 'activity', 'q'],
  control_body: ['country', 'q'],
} as const;

/**
 * Query of `GET /v1/bodies`. `country`: where an authority or an operator is, or one that a control body certifies for;
 * `q`: words that all stand in name, kind, codes, approval numbers or identifiers.
 */
export const bodiesQuerySchema = z
  .strictObject({
    type: roleTypeSchema,
    country: countrySchema.optional(),
    kind: authorityKindSchema.optional(),
    competence: z.enum(chapters).optional(),
    section: z.enum(requestable.map(({ section }) => section)).optional(),
    activity: z.enum(requestable.map(({ activity }) => activity)).optional(),
    q: z.string().max(searchedTextLimit).optional(),
    cursor: z.string().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .check(({ value, issues }) => {
    const { type, cursor, limit, ...given } = value;
    const foreign = Object.keys(given).filter((name) => !isIn(filters[type], name));
    if (foreign.length > 0) {
      issues.push({ code: 'unrecognized_keys', keys: foreign, input: value });
    }
    if (type !== 'control_body' && given.country === undefined) {
      issues.push({ code: 'custom', path: ['country'], input: undefined });
    }
  });
export type BodiesQuery = z.infer<typeof bodiesQuerySchema>;

/** A body as a search shows it to anybody: its probable duplicates are for reviewers. */
export const foundBodySchema = bodySchema.omit({ duplicates: true });
export type FoundBody = z.infer<typeof foundBodySchema>;

/** Answer of `GET /v1/bodies`, by name; the cursor of the next page is null where there is none. */
export const foundBodiesSchema = z.object({
  items: z.array(foundBodySchema),
  cursor: z.string().nullable(),
  hasMore: z.boolean(),
});
export type FoundBodies = z.infer<typeof foundBodiesSchema>;

function isIn(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
