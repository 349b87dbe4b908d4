import { z } from 'zod';
import { type Advice, adviceCodes } from '../domain/advice.ts';
import type { Claim } from '../domain/claim.ts';
import type { Role } from '../domain/role.ts';
import {
  type Action,
  actionSchema,
  countrySchema,
  instantSchema,
  roleTypeSchema,
  type Status,
  statusSchema,
} from '../domain/vocabulary.ts';
import type { OutboxState } from './outbox.ts';

/** The queues of the window: by the status that a role has here, decisions that still wait included. */
export const queueSchema = z.enum(['requested', 'suspended', 'valid', 'decided']);
export type Queue = z.infer<typeof queueSchema>;

/** The body of the position that one works as (rule 12); none: as all that one is. */
const positionSchema = z.uuid().optional();

/** Whose counts are asked for. */
export const countsQuerySchema = z.strictObject({ as: positionSchema });

/** How a deadline stands: today, tomorrow and later are days in the person's time zone. */
export const dueChoices = ['overdue', 'today', 'tomorrow', 'later'] as const;
export type DueChoice = (typeof dueChoices)[number];

/** Who is on a role: oneself, a colleague, nobody. */
export const claimChoices = ['mine', 'colleague', 'nobody'] as const;
export type ClaimChoice = (typeof claimChoices)[number];

/** Advice to look for; `none`: roles without any. */
export const adviceChoices = [...adviceCodes, 'none'] as const;
export type AdviceChoice = (typeof adviceChoices)[number];

/** From one moment, itself included, up to another. */
const spanSchema = z.strictObject({ from: instantSchema.optional(), to: instantSchema.optional() });
export type Span = z.infer<typeof spanSchema>;

const code = z.string().max(100);

/** What narrows a queue, all of it together; what is empty or absent narrows nothing. */
export const filterSchema = z.strictObject({
  text: z.string().max(200),
  countries: z.array(countrySchema),
  types: z.array(roleTypeSchema),
  statuses: z.array(statusSchema).optional(),
  functions: z.array(code).optional(),
  /** Chapters and sections of the activity asked for, of roles in operators. */
  chapters: z.array(code).optional(),
  sections: z.array(code).optional(),
  bodies: z.array(z.uuid()).optional(),
  due: z.array(z.enum(dueChoices)).optional(),
  advice: z.array(z.enum(adviceChoices)).optional(),
  claims: z.array(z.enum(claimChoices)).optional(),
  /** What was decided last, by whom and when, decisions of this desk that wait included. */
  actions: z.array(actionSchema).optional(),
  deciders: z.array(z.uuid()).optional(),
  decided: spanSchema.optional(),
  requested: spanSchema.optional(),
  /** Requested before a moment and not decided until then, as far as a desk can tell (docs/domain.md, Backlog). */
  openAt: instantSchema.optional(),
  as: positionSchema,
});
export type Filter = z.infer<typeof filterSchema>;

/** Narrows nothing. */
export const noFilter: Filter = { text: '', countries: [], types: [] };

/** Whether a filter narrows a queue; as whom one works is no matter of looking for something. */
export function isNarrowed({ as: _, ...filter }: Filter): boolean {
  return Object.values(filter).some((part) =>
    typeof part === 'string' || Array.isArray(part)
      ? part.length > 0
      : Object.values(part ?? {}).some((end) => end !== undefined),
  );
}

/** The parts of a filter that one chooses from a list. */
export const facetSchema = z.enum([
  'statuses',
  'countries',
  'types',
  'functions',
  'chapters',
  'sections',
  'bodies',
  'due',
  'advice',
  'claims',
  'actions',
  'deciders',
]);
export type Facet = z.infer<typeof facetSchema>;

export const facetQuerySchema = z.strictObject({
  queue: queueSchema,
  filter: filterSchema,
  facet: facetSchema,
  /** Looks among names that can be thousands. */
  text: z.string().max(200),
});
export type FacetQuery = z.infer<typeof facetQuerySchema>;

export const sortColumnSchema = z.enum(['person', 'body', 'due', 'requested', 'decided']);
export type SortColumn = z.infer<typeof sortColumnSchema>;

export const sortSchema = z.strictObject({
  column: sortColumnSchema,
  direction: z.enum(['ascending', 'descending']),
});
export type Sort = z.infer<typeof sortSchema>;

const pageLimit = 500;

export const pageQuerySchema = z.strictObject({
  queue: queueSchema,
  filter: filterSchema,
  sort: sortSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(pageLimit),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** A role as a line of the grid: enough to decide most requests. */
export interface RoleRow {
  id: string;
  /** The revision that a decision made on this line names. */
  revision: number;
  /** The status as it stands here, decisions that still wait included. */
  status: Status;
  type: Role['type'];
  function: string;
  country: string;
  personName: string;
  personEmail: string;
  bodyName: string;
  bodyCode?: string;
  requestedAt: string;
  dueAt: string;
  /** The last decision recorded by the registry, or the one of this desk that still waits. */
  decided?: { action: Action; at: string; byName?: string };
  /** The decision of this desk that the registry has not recorded. */
  unsent?: OutboxState;
  /** The system suspended it, after what was decided last (rule 11). */
  isSuspendedBySystem: boolean;
  advice: Advice[];
  /** A colleague, or oneself elsewhere, who is on it. */
  claim?: Claim;
}

export interface RolePage {
  /** How many roles the filter leaves in the queue. */
  total: number;
  rows: RoleRow[];
}

export type QueueCounts = Record<Queue, number>;

/** How many requested roles press: days are those of the person's time zone. */
export type DeadlineCounts = Record<'overdue' | 'today', number>;

/** Something to choose, and how many roles of the queue it leaves beside all else that narrows it. */
export interface FacetChoice {
  id: string;
  /** Of bodies and deciders: all else has words of its own. */
  name?: string;
  count: number;
}
