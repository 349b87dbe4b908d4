import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { makeBase } from './base.ts';
import { runHistory } from './history.ts';
import { deaths, history } from './steps.ts';

const histories = counted('ROLEDESK_DESKS', 250);
const seed = seedOf('ROLEDESK_DESKS_SEED');
/** Time enough for all of them; a failure is made as small as it gets until then. */
const limitMs = 120_000 + histories * 2000;

/** What must have happened, or the histories are about nothing. */
const expected = [
  ...deaths.map((death) => `died at ${death}`),
  ...['died at between', 'decision accepted', 'decision refused', 'undone'],
  ...['left conflict', 'left refused', 'settled: theirs', 'settled: decided anew', 'afresh:kept'],
];
const faults = [
  ...['cut_request', 'cut_answer', 'truncate', 'delay', 'duplicate', 'error', 'portal', 'redirect'],
  ...['half_open', 'throttle'],
] as const;

test(
  `${histories} histories of three desks lose nothing (ROLEDESK_DESKS_SEED=${seed})`,
  async () => {
    const base = await makeBase();
    const tally = new Map<string, number>();
    try {
      await fc.assert(
        fc.asyncProperty(history, (drawn) => runHistory(base, drawn, { tally })),
        {
          numRuns: histories,
          seed,
          interruptAfterTimeLimit: limitMs,
          markInterruptAsFailure: true,
        },
      );
      for (const { counts } of base.proxies) {
        for (const [kind, times] of counts.faults) tally.set(kind, (tally.get(kind) ?? 0) + times);
      }
    } finally {
      await base.stop();
    }
    const happened = Object.fromEntries([...tally].sort(([a], [b]) => (a < b ? -1 : 1)));
    console.log(`${histories} histories, ROLEDESK_DESKS_SEED=${seed}:`, happened);
    for (const what of [...expected, ...faults]) expect(tally.get(what), what).toBeGreaterThan(0);
  },
  limitMs + 60_000,
);
