import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { type Base, makeBase } from '../model/base.ts';
import { runHistory } from '../model/history.ts';
import { history } from '../model/steps.ts';
import * as broken from './broken.ts';
import type { Variant } from './variant.ts';

const seed = seedOf('ROLEDESK_MODEL_SEED');
/** What is rarest to be noticed takes about 15. */
const histories = 200;

let base: Base;
beforeAll(async () => {
  base = await makeBase();
});

const variants: [name: string, make: () => Variant][] = [
  ['forgets results', () => broken.forgetsResults],
  ['ignores the base revision', broken.ignoresBaseRevision],
  ['skips changes', broken.skipsChanges],
  ['forgets what has gone', () => broken.forgetsGone],
  ['widens the scope', () => broken.widensScope],
  ['keeps two lines', () => broken.keepsTwoLines],
  ['loses lines', () => broken.losesLines],
  ['applies half', () => broken.appliesHalf],
];

test.for(variants)(
  `a registry that %s is noticed (ROLEDESK_MODEL_SEED=${seed})`,
  { timeout: 300_000 },
  async ([name, make]) => {
    const once = fc.asyncProperty(history, (drawn) => runHistory(base, drawn, { variant: make() }));
    const outcome = await fc.check(once, { numRuns: histories, seed, endOnFailure: true });
    expect(outcome.failed, `${histories} histories noticed nothing`).toBe(true);
    const [said] = String(outcome.errorInstance).split('\n');
    console.log(`${name}: noticed in history ${outcome.numRuns}: ${said}`);
    // It is the variant that was noticed: the same history goes as the model says without it.
    const [drawn] = outcome.counterexample ?? [];
    await runHistory(base, drawn!);
  },
);
