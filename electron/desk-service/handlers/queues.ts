import { matchingRoles, queueCounts, queueFacets, rolePage } from '../../../db/queues.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type QueueCalls = 'queues:counts' | 'queues:facets' | 'roles:page' | 'roles:matching';

/** The calls that list roles. */
export function queueHandlers({ store }: Desk): Pick<Handlers<'service'>, QueueCalls> {
  return {
    'queues:counts': ({ as }) => queueCounts(store.reader, as),
    'queues:facets': ({ queue, as }) => queueFacets(store.reader, queue, as),
    'roles:page': (query) => rolePage(store.reader, query, new Date()),
    'roles:matching': (query) => ({ roles: matchingRoles(store.reader, query, new Date()) }),
  };
}
