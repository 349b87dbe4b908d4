import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Base, makeBase } from '../desks/base.ts';
import type { DeskVariant } from '../desks/desk.ts';
import { runHistory } from '../desks/history.ts';
import { history } from '../desks/steps.ts';
import { seedOf } from '../fixtures/drawn.ts';
import * as broken from './brokenDesks.ts';

const seed = seedOf('ROLEDESK_DESKS_SEED');
const histories = 300;

let base: Base;
beforeAll(async () => {
  base = await makeBase();
});
afterAll(() => base.stop());

const variants: [name: string, make: () => DeskVariant][] = [
  ['sends under a new id what was not answered', broken.sendsUnderNewId],
  ['takes for recorded what was not answered', () => broken.takesForRecorded],
  ['drops conflicts', () => broken.dropsConflicts],
  ['takes in answers late', broken.takesInLate],
  ['keeps the cursor before its page', () => broken.keepsCursorFirst],
  ['keeps what is gone', () => broken.keepsWhatIsGone],
  ['never sweeps', () => broken.neverSweeps],
];

test.for(variants)(
  `a desk that %s is noticed (ROLEDESK_DESKS_SEED=${seed})`,
  { timeout: 600_000 },
  async ([name, make]) => {
    const once = fc.asyncProperty(history, (drawn) => runHistory(base, drawn, { variant: make() }));
    const outcome = await fc.check(once, { numRuns: histories, seed, endOnFailure: true });
    expect(outcome.failed, `${histories} histories noticed nothing`).toBe(true);
    const [said] = String(outcome.errorInstance).split('\n');
    console.log(`${name}: noticed in history ${outcome.numRuns}: ${said}`);
    // It is the variant that was noticed: the same history goes well without it.
    const [drawn] = outcome.counterexample ?? [];
    await runHistory(base, drawn!);
  },
);
