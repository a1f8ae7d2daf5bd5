// Runs the tests in the Chromium of the machine, against a site that is
// already served: `cargo xtask test` does both, and tells the addresses.

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: 'results/traces',
  workers: 2,
  // A test that passes only sometimes has failed.
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }], ['./fault-table.ts']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080/',
    locale: 'en-GB',
    // Only the tests of reading without a network want what is kept.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
