import { z } from 'zod';
import { isReasonOf, type reasons } from '../domain/reasons.ts';
import { languageSchema } from '../domain/vocabulary.ts';
import { isKeepable } from '../wire/text.ts';
import { messageSchema } from './message.ts';
import { lookBackSchema, pictureSchema } from './overview.ts';
import { filterSchema, queueSchema, sortSchema } from './queues.ts';

/** The longest name that a person gives to something of their own, in UTF-16 units. */
export const nameLimit = 80;

const nameSchema = z.string().trim().min(1).max(nameLimit).refine(isKeepable);

/** What one looks at in a queue, in which order. */
const lookSchema = z.strictObject({
  queue: queueSchema,
  filter: filterSchema,
  sort: sortSchema,
});

export type Look = z.infer<typeof lookSchema>;

/** A look that a person has named and kept. */
const savedViewSchema = lookSchema.extend({ id: z.uuid(), name: nameSchema });
export type SavedView = z.infer<typeof savedViewSchema>;

const reasonedSchema = z.enum(['reject', 'suspend', 'revoke_admin']) satisfies z.ZodType<
  keyof typeof reasons
>;

/**
 * A text of a person's own for a reason, in the languages of those who are to read it (BCP 47); it may have the places
 * that `filled` fills.
 */
const templateSchema = z
  .strictObject({
    id: z.uuid(),
    name: nameSchema,
    action: reasonedSchema,
    reason: z.string(),
    texts: z.record(languageSchema, messageSchema),
  })
  .refine(({ action, reason }) => isReasonOf(action, reason), { path: ['reason'] });
export type Template = z.infer<typeof templateSchema>;

/** How many templates one desk keeps. */
export const templateLimit = 200;

/** The bounds of a column's width, in CSS pixels. */
export const columnWidth = { least: 40, most: 2000 };

/** How a person has arranged this desk; kept in the store, as it names what the person works on. */
export const workspaceSchema = z.strictObject({
  views: z.array(savedViewSchema).max(100),
  /** The view with which the desk opens; else it opens as it was left. */
  defaultViewId: z.uuid().optional(),
  templates: z.array(templateSchema).max(templateLimit),
  /** Widths of the grid's columns, in CSS pixels, by column. */
  columnWidths: z.record(
    z.string().max(40),
    z.number().min(columnWidth.least).max(columnWidth.most),
  ),
  /** What was looked at last. */
  last: lookSchema.optional(),
  /** How the overview was left: how far it looks back, and which pictures it shows as tables. */
  overview: z.strictObject({ lookBack: lookBackSchema, tables: z.array(pictureSchema) }).optional(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** Parts of it to replace; what is null goes. */
export const workspaceChangeSchema = workspaceSchema
  .partial()
  .extend({ defaultViewId: z.uuid().nullable().optional() });

/** The arrangement of a new desk. */
export const newWorkspace: Workspace = { views: [], templates: [], columnWidths: {} };
