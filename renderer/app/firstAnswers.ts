import type { QueryClient } from '@tanstack/react-query';
import type { CallInput, CallName } from '../../shared/desk/calls.ts';
import { ask } from '../desk/client.ts';
import { keyOf } from '../desk/useDesk.ts';
import { firstPageOptions } from '../features/queue/useRolePages.ts';
import { openedWith } from './useTriage.ts';

/** How long the window waits for its first answers before it is drawn without: a store may be opening. */
const patienceMs = 250;

/** Asks for all that the desk shows first, so that it is drawn once, with its rows. Resolves with the answers or without. */
export async function firstAnswers(client: QueryClient): Promise<void> {
  const asked = <N extends CallName>(name: N, input: CallInput<N>) =>
    client.prefetchQuery({ queryKey: keyOf(name, input), queryFn: () => ask(name, input) });
  const answers = async () => {
    const shell = [
      asked('app:info', undefined),
      asked('preferences:get', undefined),
      asked('desk:state', undefined),
      asked('outbox:summary', undefined),
      asked('export:state', undefined),
    ];
    const workspace = await client.fetchQuery({
      queryKey: keyOf('workspace:get', undefined),
      queryFn: () => ask('workspace:get', undefined),
    });
    const { queue, filter, sort } = openedWith(workspace).look;
    const { as } = filter;
    const counts = (['queues:counts', 'queues:deadlines', 'queues:viewCounts'] as const).map(
      (name) => asked(name, { as }),
    );
    await Promise.all([
      client.prefetchQuery(firstPageOptions({ queue, filter, sort })),
      ...shell,
      ...counts,
    ]);
  };
  // What could not be answered is asked again by what needs it.
  await Promise.race([
    answers().catch(() => {}),
    new Promise((late) => setTimeout(late, patienceMs)),
  ]);
}
