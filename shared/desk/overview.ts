import { z } from 'zod';
import type { RoleType } from '../domain/vocabulary.ts';
import type { Filter, Queue } from './queues.ts';

/** How far back an overview looks, in days; the longest is told by weeks. */
export const lookBackSchema = z.union([z.literal(30), z.literal(90), z.literal(365)]);
export type LookBack = z.infer<typeof lookBackSchema>;
export const lookBacks: readonly LookBack[] = [30, 90, 365];

/** The pictures of an overview, in their order. */
export const pictureSchema = z.enum([
  'backlog',
  'ages',
  'decisions',
  'deciders',
  'countries',
  'types',
]);
export type PictureName = z.infer<typeof pictureSchema>;

export const figuresQuerySchema = z.strictObject({
  lookBack: lookBackSchema,
  /** The body of the position that one works as (rule 12). */
  as: z.uuid().optional(),
});
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

/** So many roles, and what leaves exactly these in which queue. */
export interface Mark {
  queue: Queue;
  filter: Filter;
  count: number;
}

/** A day, or a week where days are too many, in the person's time zone: from its first instant to the next one's. */
export interface Stretch {
  from: string;
  to: string;
}

/** Requests of so many days of age; no `to`: as old as that or older. */
export interface AgeSpan {
  from: number;
  to?: number;
}

/** The state of the desk at a moment. */
export interface Figures {
  unit: 'day' | 'week';
  /** Open at the end of each stretch: those that still are, and those decided since. */
  backlog: { stretch: Stretch; open: Mark; decided: Mark }[];
  /** Open requests by age in days, against their service target. */
  ages: { age: AgeSpan; inTime: Mark; overdue: Mark }[];
  /** The last decisions on roles, by when they were taken. */
  decisions: { stretch: Stretch; approved: Mark; rejected: Mark; other: Mark }[];
  /** Who took them, the most first. */
  deciders: { by: 'me' | 'others' | { name: string }; mark: Mark }[];
  /** Open requests by country, the most first. */
  countries: { country: string | 'others'; mark: Mark }[];
  types: { type: RoleType; mark: Mark }[];
}
