import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { type Base, makeBase } from '../model/base.ts';
import { runHistory } from '../model/history.ts';
import { history } from '../model/steps.ts';
import * as broken from './broken.ts';
import type { Case } from './variant.ts';

const seed = seedOf('ROLEDESK_MODEL_SEED');
/** What is rarest to be noticed takes about 15. */
const histories = 200;

let base: Base;
beforeAll(async () => {
  base = await makeBase();
});

const repeating = /a repeat|a repeated request|second use of an id|role-requests: 201/;
const telling = /missed a change|of a scope|came before/;
const scope = /out_of_scope|not_allowed|of a scope|good cursor|taking a request|claim|full.control/;

const variants: Case[] = [
  ['forgets results', () => broken.forgetsResults, repeating],
  ['ignores the base revision', broken.ignoresBaseRevision, /, not conflict/],
  ['skips changes', broken.skipsChanges, telling],
  ['forgets what has gone', () => broken.forgetsGone, telling],
  ['widens the scope', () => broken.widensScope, scope],
  ['keeps two lines', () => broken.keepsTwoLines, /the audit log/],
  ['loses lines', () => broken.losesLines, /the audit log/],
  ['applies half', () => broken.appliesHalf, /types that a person holds|not other_type_held/],
];

test.for(variants)(
  `a registry that %s is noticed (ROLEDESK_MODEL_SEED=${seed})`,
  { timeout: 300_000 },
  async ([name, make, found]) => {
    const once = fc.asyncProperty(history, (drawn) => runHistory(base, drawn, { variant: make() }));
    const outcome = await fc.check(once, { numRuns: histories, seed, endOnFailure: true });
    expect(outcome.failed, `${histories} histories noticed nothing`).toBe(true);
    const said = String(outcome.errorInstance);
    console.log(`${name}: noticed in history ${outcome.numRuns}: ${said.split('\n')[0]}`);
    expect(said).toMatch(found);
  },
);
