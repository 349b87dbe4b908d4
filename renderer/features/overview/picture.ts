import type { Mark } from '../../../shared/desk/overview.ts';

/** How marks of one kind look: by colour and by pattern, so that either is enough. */
export type Look = 'plain' | 'pressing' | 'striped' | 'dotted';

export interface Series {
  name: string;
  look: Look;
}

/** What stands at one place of a picture, or in one row of its table: a mark of each series, in their order. */
export interface Group {
  /** Tells it from the others: two persons can have one name. */
  key: string;
  /** In full: `Mon 23 Nov`. */
  name: string;
  /** On the axis: `23 Nov`. */
  short: string;
  marks: readonly Mark[];
}

/** What a picture and the table behind it show. */
export interface Shown {
  series: readonly Series[];
  groups: readonly Group[];
  /** Whether its table begins with the last group: what is new is looked for first. */
  latestFirst?: boolean;
}

/** A mark by its place. */
export interface Spot {
  group: number;
  series: number;
}

/** How much the largest group counts. */
export function highest({ groups }: Shown): number {
  return Math.max(0, ...groups.map(({ marks }) => totalOf(marks)));
}

export function totalOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, { count }) => sum + count, 0);
}
