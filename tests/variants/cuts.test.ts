import { expect, test } from 'vitest';
import { seedOf } from '../fixtures/drawn.ts';
import { cutAnswers } from '../integration/registry/cutAnswers.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import * as broken from './broken.ts';
import type { Variant } from './variant.ts';

const seed = seedOf('ROLEDESK_CUTS_SEED');
const calls = 50;

async function run(variant?: Variant): Promise<void> {
  const registry = await startTestRegistry(variant && { variant });
  await cutAnswers(registry, { calls, seed }).finally(() => registry.stop());
}

test.each([
  ['forgets results', broken.forgetsResults],
  ['forgets decisions', broken.forgetsDecisions],
  ['keeps two lines', broken.keepsTwoLines],
  ['does it again', broken.repeatsItself],
])(
  `of answers cut off, a registry that %s is noticed (ROLEDESK_CUTS_SEED=${seed})`,
  async (name, variant) => {
    const said = await run(variant).then(() => undefined, String);
    console.log(`${name}: ${said?.split('\n')[0]}`);
    expect(said, `${calls} calls noticed nothing`).toBeDefined();
  },
);

test(
  `it is the variant that is noticed: the same calls at a sound registry (ROLEDESK_CUTS_SEED=${seed})`,
  () => run(),
  120_000,
);
