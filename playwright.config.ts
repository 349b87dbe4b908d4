import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: { trace: 'retain-on-failure' },
});
