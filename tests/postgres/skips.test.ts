import { expect, test } from 'vitest';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { lateCommits } from './lateCommits.ts';

const commits = counted('ROLEDESK_SKIPS', 500);
const seed = seedOf('ROLEDESK_SKIPS_SEED');

test(
  `of ${commits} commits that come late no reader skips one (ROLEDESK_SKIPS_SEED=${seed})`,
  async () => {
    const found = await lateCommits({ commits, seed });
    console.log(`ROLEDESK_SKIPS=${commits} ROLEDESK_SKIPS_SEED=${seed}:`, found);
    expect(found.commits).toBe(commits);
    expect(found.skipped).toEqual([0, 0, 0, 0]);
  },
  240_000 + commits * 50,
);
