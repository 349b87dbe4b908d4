import { defineConfig } from 'vitest/config';

/** No test is to fail because the machine is busy: these only end what would never end. */
const patience = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    // Most of them wait for other processes: a core need not be left free for the runner.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: [
            '{shared,db,sync,registry,electron,renderer,locales,scripts,bench}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        test: {
          ...patience,
          name: 'integration',
          include: ['tests/{integration,tooling,model,variants,desks}/**/*.test.ts'],
        },
      },
      {
        // They kill processes: one file after the other.
        test: {
          ...patience,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
