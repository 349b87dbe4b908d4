import { expect, test } from 'vitest';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { lateCommits } from '../postgres/lateCommits.ts';
import { naiveNumbers } from './naiveNumbers.ts';

const commits = counted('ROLEDESK_SKIPS', 500);
const seed = seedOf('ROLEDESK_SKIPS_SEED');

test(
  `of ${commits} commits that come late a naive cursor skips some (ROLEDESK_SKIPS_SEED=${seed})`,
  async () => {
    const found = await lateCommits({ commits, seed }, naiveNumbers);
    console.log(`naive, ROLEDESK_SKIPS=${commits} ROLEDESK_SKIPS_SEED=${seed}:`, found);
    expect(found.commits).toBe(commits);
    expect(Math.max(...found.skipped)).toBeGreaterThan(0);
  },
  240_000 + commits * 50,
);
