import { reach } from '../db/moments.ts';
import { type Answered, keepResults, nextToSend, unmark } from '../db/sending.ts';
import type { Store } from '../db/store.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import type { Clock } from './clock.ts';
import {
  type Registry,
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistryUnreachable,
} from './registry.ts';

interface Pushing {
  store: Store;
  registry: Registry;
  clock: Pick<Clock, 'now'>;
  onAnswered: (answered: Answered) => void;
}

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
  const pushing = { store, registry, clock, onAnswered };
  for (;;) {
    const { decisions, marked } = nextToSend(store, clock.now());
    if (decisions.length === 0) return;
    const said = await ask(registry, decisions).catch((error: unknown) => {
      if (isSureNotSent(error)) unmark(store, marked);
      throw error;
    });
    await take(pushing, decisions, said);
  }
}

/** A result for each decision, or why the registry takes none of them: they are too many, or one is not well-formed. */
type Said = { results: DecisionResult[] } | { code: string | undefined };

async function ask(registry: Registry, decisions: Decision[]): Promise<Said> {
  try {
    const results = await registry.decide(decisions);
    reach('push:answered');
    if (!fits(results, decisions)) throw new RegistryAnswerInvalid('results of other decisions');
    return { results };
  } catch (error) {
    if (error instanceof RegistryProblem && isMalformed(error.status)) return { code: error.code };
    // Something in between may set a lower limit; it has no say on a decision.
    if (isTooLarge(error) && decisions.length > 1) return { code: undefined };
    throw error;
  }
}

/**
 * Keeps what was said. A batch that is refused as a whole is halved, in its order, until the decision that the registry
 * cannot take stands alone. Each part is kept as it is answered: what a cut leaves is sent again.
 */
async function take(pushing: Pushing, decisions: Decision[], said: Said): Promise<void> {
  const { store, registry, clock, onAnswered } = pushing;
  const results = 'results' in said ? said.results : refused(decisions, said.code);
  if (results) {
    onAnswered(keepResults(store, results, clock.now()));
    return;
  }
  const half = Math.ceil(decisions.length / 2);
  for (const part of [decisions.slice(0, half), decisions.slice(half)]) {
    await take(pushing, part, await ask(registry, part));
  }
}

/** The result of a decision that the registry cannot take, once it stands alone. */
function refused(decisions: Decision[], code: string | undefined): DecisionResult[] | undefined {
  const [first, ...others] = decisions;
  if (!first || others.length > 0 || code === undefined) return undefined;
  return [{ id: first.id, outcome: 'refused', code, role: null }];
}

/** Whether there is one result for each decision, of its role, and no other. */
function fits(results: DecisionResult[], decisions: Decision[]): boolean {
  const roleOf = new Map(decisions.map(({ id, roleId }) => [id, roleId]));
  const answered = new Set(results.map(({ id }) => id));
  return (
    results.length === decisions.length &&
    answered.size === decisions.length &&
    results.every(({ id, role }) => roleOf.has(id) && (role === null || role.id === roleOf.get(id)))
  );
}

function isMalformed(status: number): boolean {
  return status === 400 || status === 413 || status === 422;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RegistryIntercepted && error.status === 413;
}

/** What the desk itself refuses with, before anything is sent. */
const ownRefusals: ReadonlySet<string> = new Set(['token_missing', 'other_person']);

function isSureNotSent(error: unknown): boolean {
  if (error instanceof RegistryProblem) return ownRefusals.has(error.code);
  return error instanceof RegistryUnreachable && error.isSureNotSent;
}
