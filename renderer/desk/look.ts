import { hashKey } from '@tanstack/react-query';
import {
  type DeadlineCounts,
  type Facet,
  type Filter,
  facetSchema,
  noFilter,
  type Queue,
  type Sort,
} from '../../shared/desk/queues.ts';
import type { Look } from '../../shared/desk/workspace.ts';

/** Each queue opens with what presses most on top. */
const firstSort: Record<Queue, Sort> = {
  requested: { column: 'due', direction: 'ascending' },
  suspended: { column: 'decided', direction: 'descending' },
  valid: { column: 'person', direction: 'ascending' },
  decided: { column: 'decided', direction: 'descending' },
};

const ofEvery = ['countries', 'types', 'sections', 'functions', 'chapters', 'bodies'] as const;

/** What each queue can be narrowed by: a deadline says nothing of what is decided, a status nothing where all have one. */
export const facetsOf: Record<Queue, readonly Facet[]> = {
  requested: [...ofEvery, 'due', 'advice', 'claims'],
  suspended: [...ofEvery, 'advice', 'claims', 'actions', 'deciders'],
  valid: [...ofEvery, 'advice', 'actions', 'deciders'],
  decided: ['statuses', ...ofEvery, 'advice', 'actions', 'deciders'],
};

/** The whole of a queue, in its own order. */
export function wholeQueue(queue: Queue, as: string | undefined): Look {
  return { queue, filter: { ...noFilter, as }, sort: firstSort[queue] };
}

/** Another queue with what one looked for, as far as it can be looked for there. */
export function carriedTo(queue: Queue, filter: Filter): Look {
  const lost = facetSchema.options.filter((facet) => !facetsOf[queue].includes(facet));
  const emptied = Object.fromEntries(lost.flatMap((facet) => (filter[facet] ? [[facet, []]] : [])));
  return { queue, filter: { ...filter, ...emptied }, sort: firstSort[queue] };
}

/** What presses, as a look at the requested. */
export type Deadline = keyof DeadlineCounts;
export const deadlines: readonly Deadline[] = ['overdue', 'today'];

/** The look at what presses so. */
export function deadlineLook(deadline: Deadline, as: string | undefined): Look {
  return {
    queue: 'requested',
    filter: { ...noFilter, due: [deadline], as },
    sort: firstSort.requested,
  };
}

/** Whether two looks show the same in the same order; as whom one works is no matter of looking. */
export function isSameLook(one: Look, other: Look): boolean {
  return essence(one) === essence(other);
}

function essence({ queue, filter: { as: _, ...filter }, sort }: Look): string {
  const parts = Object.entries(filter).map(([name, part]) => [
    name,
    Array.isArray(part) ? (part.length > 0 ? part.toSorted() : undefined) : part,
  ]);
  return hashKey([queue, Object.fromEntries(parts), sort]);
}
