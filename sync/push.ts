import { reach } from '../db/moments.ts';
import { type Answered, keepResults, nextToSend } from '../db/sending.ts';
import type { Store } from '../db/store.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import type { Clock } from './clock.ts';
import { type Registry, RegistryAnswerInvalid, RegistryProblem } from './registry.ts';

/**
 * Sends what waits in the outbox, batch by batch. Where an answer does not come, the same decisions go out again
 * under the same ids, and the registry repeats its first result.
 * @param onAnswered called after the results of a batch are kept
 */
export async function push(
  store: Store,
  registry: Registry,
  clock: Pick<Clock, 'now'>,
  onAnswered: (answered: Answered) => void,
): Promise<void> {
  for (;;) {
    const decisions = nextToSend(store, clock.now());
    if (decisions.length === 0) return;
    const results = await send(registry, decisions);
    reach('push:answered');
    onAnswered(keepResults(store, results, clock.now()));
  }
}

/** A batch that is refused as a whole is halved, until the decision that the registry cannot take stands alone. */
async function send(registry: Registry, decisions: Decision[]): Promise<DecisionResult[]> {
  try {
    const results = await registry.decide(decisions);
    const answered = new Set(results.map(({ id }) => id));
    if (!decisions.every(({ id }) => answered.has(id))) {
      throw new RegistryAnswerInvalid('a decision without a result');
    }
    return results;
  } catch (error) {
    if (!(error instanceof RegistryProblem) || !isMalformed(error.status)) throw error;
    const [first] = decisions;
    if (first && decisions.length === 1) {
      return [{ id: first.id, outcome: 'refused', code: error.code, role: null }];
    }
    const half = Math.ceil(decisions.length / 2);
    const results = await send(registry, decisions.slice(0, half));
    return [...results, ...(await send(registry, decisions.slice(half)))];
  }
}

function isMalformed(status: number): boolean {
  return status === 400 || status === 413 || status === 422;
}
