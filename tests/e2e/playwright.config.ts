// Runs the tests in an engine of the machine, against a site that is already
// served: `cargo xtask test` does both, and tells the addresses.

import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from '@playwright/test';

const { BASE_URL, CHROMIUM, CI, ENGINE, FIREFOX } = process.env;

/** How the engine is started; webkit.ts starts WebKitGTK. */
const engine: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> =
  ENGINE === 'firefox'
    ? // As Mozilla and Debian ship it, by WebDriver BiDi.
      { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: FIREFOX } }
    : {
        launchOptions: {
          executablePath: CHROMIUM || undefined,
          args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
        },
      };

export default defineConfig({
  testDir: '.',
  outputDir: 'results/traces',
  workers: 2,
  // Only what hangs comes to these: a slow machine takes its time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A test that passes only sometimes has failed.
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }], ['./fault-table.ts']],
  use: {
    ...engine,
    baseURL: BASE_URL ?? 'http://localhost:8080/',
    locale: 'en-GB',
    // Only the tests of reading without a network want what is kept.
    serviceWorkers: 'block',
  },
});
