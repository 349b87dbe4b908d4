import { setImmediate as othersFirst } from 'node:timers/promises';
import { readDesk } from '../../../db/desk.ts';
import { facetChoices } from '../../../db/facets.ts';
import {
  deadlineCounts,
  matchingCount,
  matchingRoles,
  queueCounts,
  rolePage,
} from '../../../db/queues.ts';
import type { Store } from '../../../db/store.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type QueueCalls =
  | 'queues:counts'
  | 'queues:deadlines'
  | 'queues:viewCounts'
  | 'queues:facet'
  | 'roles:page'
  | 'roles:matching';

/** The calls that list roles. */
export function queueHandlers({ store }: Desk): Pick<Handlers<'service'>, QueueCalls> {
  return {
    'queues:counts': ({ as }) => queueCounts(store.reader, as),
    'queues:deadlines': ({ as }) => deadlineCounts(store.reader, as, new Date()),
    'queues:viewCounts': ({ as }) => viewCounts(store, as),
    'queues:facet': (query) => facetChoices(store.reader, query, new Date()),
    'roles:page': (query) => rolePage(store.reader, query, new Date()),
    'roles:matching': (query) => ({ roles: matchingRoles(store.reader, query, new Date()) }),
  };
}

/** One view at a time: what a person waits for, such as the next page, does not wait for all of them. */
async function viewCounts(store: Store, as: string | undefined): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { id, queue, filter } of readDesk(store.reader).workspace.views) {
    await othersFirst();
    counts[id] = matchingCount(store.reader, { queue, filter: { ...filter, as } }, new Date());
  }
  return counts;
}
