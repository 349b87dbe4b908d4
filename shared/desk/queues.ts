import { z } from 'zod';
import type { Advice } from '../domain/advice.ts';
import type { Claim } from '../domain/claim.ts';
import type { Role } from '../domain/role.ts';
import { type Action, countrySchema, roleTypeSchema, type Status } from '../domain/vocabulary.ts';
import type { OutboxState } from './outbox.ts';

/** The queues of the window: by the status that a role has here, decisions that still wait included. */
export const queueSchema = z.enum(['requested', 'suspended', 'valid', 'decided']);
export type Queue = z.infer<typeof queueSchema>;

/** The body of the position that one works as (rule 12); none: as all that one is. */
const positionSchema = z.uuid().optional();

/** Whose counts and facets are asked for. */
export const countsQuerySchema = z.strictObject({ as: positionSchema });
export const facetsQuerySchema = z.strictObject({ queue: queueSchema, as: positionSchema });

/** What narrows a queue; empty lists and text narrow nothing. */
export const filterSchema = z.strictObject({
  text: z.string().max(200),
  countries: z.array(countrySchema),
  types: z.array(roleTypeSchema),
  as: positionSchema,
});
export type Filter = z.infer<typeof filterSchema>;

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

/** What a filter can choose from in a queue, each with its count. */
export interface Facets {
  countries: { code: string; count: number }[];
  types: { code: Role['type']; count: number }[];
}
