import { expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { opposingDecisions } from '../integration/registry/opposing.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import * as broken from './broken.ts';
import type { Case } from './variant.ts';

const seed = seedOf('ROLEDESK_RACES_SEED');
const pairs = 50;

const variants: Case[] = [
  ['ignores the base revision', broken.ignoresBaseRevision, /one wins/],
  ['reads before its turn', broken.readsBeforeItsTurn, /one wins/],
  ['hides the winner', () => broken.hidesTheWinner, /what the loser is told/],
  ['keeps two lines', () => broken.keepsTwoLines, /lines of the audit log/],
  ['applies half', () => broken.appliesHalf, /what the person holds/],
];

test.for(variants)(
  `of opposing decisions, a registry that %s is noticed (ROLEDESK_RACES_SEED=${seed})`,
  { timeout: 120_000 },
  async ([name, make, found]) => {
    const registry = await startTestRegistry({ variant: make() });
    const said = await opposingDecisions(registry, { pairs, seed }).then(
      () => `nothing in ${pairs} pairs`,
      String,
    );
    await registry.stop();
    console.log(`${name}: ${said.split('\n')[0]}`);
    expect(said).toMatch(found);
  },
);
