import { expect, test } from 'vitest';
import { onPostgres } from '../../fixtures/databases.ts';
import { counted, seedOf } from '../../fixtures/drawn.ts';
import { cutAnswers } from './cutAnswers.ts';
import { startTestRegistry } from './testRegistry.ts';

const calls = counted('ROLEDESK_CUTS', onPostgres ? 20 : 50);
const seed = seedOf('ROLEDESK_CUTS_SEED');

test(
  `of ${calls} calls whose answers are cut off each does its work once (ROLEDESK_CUTS_SEED=${seed})`,
  async () => {
    const registry = await startTestRegistry();
    try {
      const done = await cutAnswers(registry, { calls, seed });
      expect(done.cuts).toBeGreaterThanOrEqual(calls);
      expect(done.decisions).toBeGreaterThan(done.requests);
      console.log(`${calls} calls, ROLEDESK_CUTS_SEED=${seed}:`, done);
    } finally {
      await registry.stop();
    }
  },
  240_000 + calls * 500,
);
