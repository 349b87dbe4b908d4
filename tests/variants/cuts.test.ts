import { expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { cutAnswers } from '../integration/registry/cutAnswers.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import * as broken from './broken.ts';
import type { Case } from './variant.ts';

const seed = seedOf('ROLEDESK_CUTS_SEED');
const calls = 50;

const variants: Case[] = [
  ['forgets results', () => broken.forgetsResults, /a repeated request got another answer/],
  ['forgets decisions', () => broken.forgetsDecisions, /a repeated decision got another answer/],
  ['keeps two lines', () => broken.keepsTwoLines, /the audit log/],
  ['does it again', () => broken.repeatsItself, /not as it was answered|outcome of a decision/],
];

test.for(variants)(
  `of answers cut off, a registry that %s is noticed (ROLEDESK_CUTS_SEED=${seed})`,
  { timeout: 120_000 },
  async ([name, make, found]) => {
    const registry = await startTestRegistry({ variant: make() });
    const said = await cutAnswers(registry, { calls, seed }).then(
      () => `nothing in ${calls} calls`,
      String,
    );
    await registry.stop();
    console.log(`${name}: ${said.split('\n')[0]}`);
    expect(said).toMatch(found);
  },
);
