import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of them wait for other processes: a core need not be left free for the runner.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,db,sync,registry,electron,renderer,locales,scripts}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,tooling,model,variants,desks}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // They kill processes: one file after the other.
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
