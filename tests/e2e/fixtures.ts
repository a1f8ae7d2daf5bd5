// What every browser test holds to, whatever else it tests.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test as playwright, expect, type Page } from '@playwright/test';

import { Directory } from './directory';
import { ENGINE } from './engine';
import { test as webkit } from './webkit';

export { expect };

interface Promises {
  /** The directory as readers use it. */
  directory: Directory;
  /** Console errors and warnings that the test provokes on purpose. */
  expectedErrors: RegExp | undefined;
  /** Where the same site is served in a sub-folder. */
  subfolder: string;
  /** Fails the test on console errors and warnings, on faults and on requests to other hosts. */
  quietPage: void;
}

/** What Chromium says of files that are missing or not as they were published. */
export const BROKEN_FILES = /Failed to load resource|integrity|Fetch API cannot load|MIME type|program did not start/;

/**
 * What is no fault of a page: Playwright's own word for a service worker that a
 * test does not want; a part of the policy that WebKit does not know; what
 * WebKit says of a file that it was fetching when the reader went away, and of
 * a size that changes again as the page follows it; what Firefox says of such a
 * file, which has the hash of nothing, and Chromium, which then gives no reason
 * behind the address.
 */
const HARMLESS =
  /Service Worker registration blocked by Playwright|directive 'manifest-src'|due to access control checks|ResizeObserver loop|47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=|Fetch API cannot load \S+\. $/;

/**
 * Playwright's `test`, with the promises of the design kept in each test: no
 * console error or warning, no fault of the program, no request to another origin.
 *
 * A test that breaks something on purpose names what it expects:
 * `test.use({ expectedErrors: /status of 404/ })`.
 */
export const test = (ENGINE === 'webkit' ? webkit : playwright).extend<Promises>({
  expectedErrors: [undefined, { option: true }],
  directory: async ({ page }, use) => {
    await use(new Directory(page));
  },
  subfolder: async ({}, use) => {
    await use(process.env.SUBFOLDER_URL ?? 'http://localhost:8080/');
  },
  quietPage: [
    async ({ context, baseURL, subfolder, expectedErrors }, use) => {
      const own = [baseURL ?? '', subfolder].map((address) => new URL(address).origin);
      const surprises: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors?.test(text) && !HARMLESS.test(text)) surprises.push(text);
      };

      // Chromium tells of a broken policy on the console too, but not of every kind.
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`policy: ${violatedDirective} forbids ${blockedURI}`);
        });
      });
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`);
      });
      context.on('weberror', (fault) => note(`fault: ${fault.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const local = ['data:', 'blob:', 'mailto:', 'tel:'].includes(protocol);
        if (!local && !own.includes(origin)) note(`request to ${request.url()}`);
      });

      await use();
      expect(surprises, 'console errors and warnings, faults and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Lets pages take data that are not the published ones, by taking the hashes
 * out of what names them; as under `cargo xtask serve --dev`.
 */
export async function unseal(page: Page): Promise<void> {
  await page.route('**/assets/boot-*.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/"integrity": "[^"]*"/g, '"integrity": ""');
    await route.fulfill({ response, body });
  });
  await page.route(/\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(boot-[^"]*") integrity="[^"]*"/, '$1');
    await route.fulfill({ response, body });
  });
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One rule of accessibility that the page breaks, and where. */
interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; html: string }[];
}

/**
 * Expects that axe finds no violation on the page as it stands, by all rules
 * that it has, or by those in `rules` alone; in Chromium, since what axe reads
 * is the same in all engines.
 */
export async function axe(page: Page, rules?: string[]): Promise<void> {
  if (ENGINE !== 'chromium') return;
  // Evaluated from outside, since the policy allows the page no foreign script.
  await page.evaluate(await readFile(axeFile, 'utf8'));
  // What it would tell of rules that hold is not asked for, and takes a third of its time.
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) });
  const violations: Violation[] = await page.evaluate(`axe.run(${options}).then((result) => result.violations)`);
  // One place of each rule says enough: the others mostly have the same cause.
  const said = violations.map(
    ({ id, help, nodes: [{ target, html }, ...others] }) =>
      `${id}: ${help}\n  ${target.join(' ')}\n  ${html}\n  and ${others.length} more places`,
  );
  expect(said, 'violations of accessibility').toEqual([]);
}
