import { z } from 'zod';
import { filterSchema, queueSchema, sortSchema } from './queues.ts';
import { selectionLimit } from './selection.ts';

const cell = z.string().max(10_000);

/** What can be written to a file. No path: the person names that to the system's dialog, never the window. */
export const exportSchema = z.discriminatedUnion('what', [
  /** What a queue shows, all of it. */
  z.strictObject({
    what: z.literal('view'),
    queue: queueSchema,
    filter: filterSchema,
    sort: sortSchema,
  }),
  /** Every decision that this desk knows. */
  z.strictObject({ what: z.literal('log') }),
  /** A list that the window holds, such as the outcome of a batch, in its own words; `name` begins the file's. */
  z.strictObject({
    what: z.literal('list'),
    name: z.string().min(1).max(80),
    head: z.array(cell).min(1).max(40),
    rows: z.array(z.array(cell).max(40)).max(selectionLimit),
  }),
]);
export type Export = z.infer<typeof exportSchema>;

/** Why a file was not written; nothing of it is left. */
export const exportTroubles = [
  'disk_full',
  'disk_failing',
  /** The folder or the file cannot be written by this person. */
  'not_writable',
  'interrupted',
  'failed',
] as const;
export type ExportTrouble = (typeof exportTroubles)[number];

/** How far the service has come with a file. */
export const exportNewsSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('writing'), done: z.int(), total: z.int() }),
  z.object({ state: z.literal('written'), rows: z.int() }),
  z.object({ state: z.literal('stopped') }),
  z.object({ state: z.literal('failed'), why: z.enum(exportTroubles) }),
]);
export type ExportNews = z.infer<typeof exportNewsSchema>;

/** The export that runs or ran last, for the words that the window shows; `file` is a name without its folder. */
export type ExportState =
  | { state: 'none' }
  | (Exclude<ExportNews, { state: 'stopped' }> & { file: string });

/** What became of the system's print dialog. */
export type PrintOutcome = 'printed' | 'cancelled' | 'failed';
