import type { QueryClient } from '@tanstack/react-query';
import type { DeskBridge } from '../../shared/desk/bridge.ts';
import type { CallName } from '../../shared/desk/calls.ts';
import type { Topic } from '../../shared/desk/topics.ts';

/** Which answers may have changed once a topic has: the one place that says so. */
const dependents: Record<Topic, readonly CallName[] | 'everything'> = {
  roles: [
    'queues:counts',
    'queues:facets',
    'overview:figures',
    'roles:page',
    'roles:matching',
    'roles:detail',
    'roles:history',
    'roles:check',
  ],
  outbox: ['outbox:list', 'outbox:summary', 'desk:state'],
  state: ['desk:state', 'roles:history'],
  preferences: ['preferences:get', 'overview:figures'],
  workspace: ['workspace:get'],
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
