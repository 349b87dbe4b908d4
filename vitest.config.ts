import { defineConfig } from 'vitest/config';

/** No test is to fail because the machine is busy: these only end what would never end. */
const patience = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
};

/** Tests of the registry that are about nothing that it keeps: once is enough. */
const withoutDatabase = [
  ...[
    'apiPage',
    'compactionOptions',
    'flags',
    'limits',
    'log',
    'openApi',
    'rateLimit',
    'serviceTarget',
  ],
  ...['signInKeys', 'signInPage', 'signInTokens'],
];

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
          exclude: ['tests/variants/skips.test.ts'],
        },
      },
      {
        // The registry once more, on a PostgreSQL server that is started for it.
        test: {
          ...patience,
          name: 'postgres',
          globalSetup: 'tests/fixtures/postgresProject.ts',
          include: [
            'tests/{integration/registry,model,postgres}/**/*.test.ts',
            'tests/variants/skips.test.ts',
          ],
          exclude: withoutDatabase.map((name) => `tests/integration/registry/${name}.test.ts`),
        },
      },
      {
        test: {
          ...patience,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
});
