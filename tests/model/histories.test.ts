import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onPostgres } from '../fixtures/databases.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { makeBase } from './base.ts';
import { runHistory } from './history.ts';
import { history } from './steps.ts';

const histories = counted('ROLEDESK_MODEL_HISTORIES', onPostgres ? 20 : 50);
const seed = seedOf('ROLEDESK_MODEL_SEED');
/** Time enough for all of them; a failure is made as small as it gets until then. */
const limitMs = 240_000 + histories * 3000;

test(
  `${histories} histories go as the model says (ROLEDESK_MODEL_SEED=${seed})`,
  async () => {
    const base = await makeBase();
    const tally = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(history, (drawn) => runHistory(base, drawn, { tally })),
      { numRuns: histories, seed, interruptAfterTimeLimit: limitMs, markInterruptAsFailure: true },
    );
    console.log(`${histories} histories, ROLEDESK_MODEL_SEED=${seed}:`, Object.fromEntries(tally));
    // In fewer it can be that one of them never comes, without anything being wrong.
    if (histories < 50) return;
    for (const outcome of ['applied approve', 'conflict approve', 'repeated', 'out_of_scope']) {
      expect(tally.get(outcome), outcome).toBeGreaterThan(0);
    }
  },
  limitMs + 60_000,
);
