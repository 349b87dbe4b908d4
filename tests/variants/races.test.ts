import { expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { opposingDecisions } from '../integration/registry/opposing.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import * as broken from './broken.ts';
import type { Variant } from './variant.ts';

const seed = seedOf('ROLEDESK_RACES_SEED');
const pairs = 50;

async function run(variant?: Variant): Promise<void> {
  const registry = await startTestRegistry(variant && { variant });
  await opposingDecisions(registry, { pairs, seed }).finally(() => registry.stop());
}

test.each([
  ['ignores the base revision', broken.ignoresBaseRevision],
  ['reads before its turn', broken.readsBeforeItsTurn],
  ['hides the winner', () => broken.hidesTheWinner],
  ['keeps two lines', () => broken.keepsTwoLines],
  ['applies half', () => broken.appliesHalf],
])(
  `of opposing decisions, a registry that %s is noticed (ROLEDESK_RACES_SEED=${seed})`,
  async (name, make) => {
    const said = await run(make()).then(() => undefined, String);
    console.log(`${name}: ${said?.split('\n')[0]}`);
    expect(said, `${pairs} pairs noticed nothing`).toBeDefined();
  },
);

test(
  `it is the variant that is noticed: the same pairs at a sound registry (ROLEDESK_RACES_SEED=${seed})`,
  () => run(),
  120_000,
);
