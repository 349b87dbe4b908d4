import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // No test is to fail because the machine is busy: these only end what would never end.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: { trace: 'retain-on-failure' },
});
