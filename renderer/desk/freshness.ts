import type { Query, QueryClient } from '@tanstack/react-query';
import type { DeskBridge } from '../../shared/desk/bridge.ts';
import type { CallName } from '../../shared/desk/calls.ts';
import type { PageQuery } from '../../shared/desk/queues.ts';
import type { Topic } from '../../shared/desk/topics.ts';
import { onMinute } from '../i18n/onMinute.ts';

/** Which answers may have changed once a topic has: the one place that says so. */
const dependents: Record<Topic, readonly CallName[] | 'everything'> = {
  roles: [
    'queues:counts',
    'queues:deadlines',
    'queues:viewCounts',
    'queues:facet',
    'overview:figures',
    'roles:page',
    'roles:matching',
    'roles:detail',
    'roles:history',
    'roles:check',
    'roles:duplicates',
    'roles:takers',
  ],
  outbox: ['outbox:list', 'outbox:summary', 'desk:state'],
  state: ['desk:state', 'roles:history'],
  // Days are those of the zone that is preferred.
  preferences: [
    'preferences:get',
    'queues:deadlines',
    'queues:viewCounts',
    'queues:facet',
    'overview:figures',
    'roles:page',
  ],
  workspace: ['workspace:get', 'queues:viewCounts'],
  export: ['export:state'],
  // Another person may have signed in.
  app: 'everything',
};

/**
 * Asks again for what is on the screen whenever the desk says that it may have changed. While answers are under way
 * further topics wait, so that a first pull with its many pages never starves them. The result ends it.
 */
export function keepFresh(client: QueryClient, listen: DeskBridge['listen']): () => void {
  const changed = new Set<Topic>();
  let asking = false;
  const askAgain = async () => {
    if (asking) return;
    asking = true;
    while (changed.size > 0) {
      const names = new Set<unknown>([...changed].flatMap((topic) => dependents[topic]));
      // What is not on the screen may be another person's.
      if (changed.has('app')) client.removeQueries({ type: 'inactive' });
      changed.clear();
      await client.invalidateQueries({
        predicate: ({ queryKey }) => names.has('everything') || names.has(queryKey[0]),
      });
    }
    asking = false;
  };
  return listen((event) => {
    if (event.kind !== 'changed') return;
    for (const topic of event.topics) changed.add(topic);
    void askAgain();
  });
}

const countedByTime: ReadonlySet<unknown> = new Set<CallName>([
  'queues:deadlines',
  'queues:viewCounts',
  'queues:facet',
]);

/** Asks again every minute for what is on the screen and changes as time passes. The result ends it. */
export function keepTimely(client: QueryClient): () => void {
  return onMinute(() => void client.invalidateQueries({ predicate: dependsOnTime }));
}

/** Counts by deadline, and the rows of a queue that is narrowed by deadlines or claims. */
function dependsOnTime({ queryKey: [name, input] }: Query): boolean {
  return countedByTime.has(name) || (name === 'roles:page' && isNarrowedByTime(input));
}

function isNarrowedByTime(input: unknown): boolean {
  // The key of an answer carries the input of its call.
  const { due = [], claims = [] } = (input as PageQuery).filter;
  return due.length > 0 || claims.length > 0;
}
