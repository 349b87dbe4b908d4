import { matchingRoles, queueCounts, queueFacets, rolePage } from '../../../db/queues.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type QueueCalls = 'queues:counts' | 'queues:facets' | 'roles:page' | 'roles:matching';

/** The calls that list roles. */
export function queueHandlers({ store }: Desk): Pick<Handlers<'service'>, QueueCalls> {
  return {
    'queues:counts': () => queueCounts(store.reader),
    'queues:facets': ({ queue }) => queueFacets(store.reader, queue),
    'roles:page': (query) => rolePage(store.reader, query, new Date()),
    'roles:matching': (query) => ({ roles: matchingRoles(store.reader, query) }),
  };
}
