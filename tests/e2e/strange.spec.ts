// A page, its service worker or the browser's storage is otherwise than
// published; `cargo xtask fuzz pages` looks for more of that.

import type { Browser, Page, Worker } from '@playwright/test';

import { visit } from './directory';
import { BROKEN_FILES, expect, test } from './fixtures';

/** Has pages come with another `data-words`, or none. */
async function withWords(page: Page, words: string | undefined): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const attribute = words === undefined ? '' : ` data-words="${words}"`;
    const body = (await response.text()).replace(/ data-words=("[^"]*"|'[^']*'|[^ >]+)/, attribute);
    await route.fulfill({ response, body });
  });
}

test.describe('a page whose own words cannot be read', () => {
  for (const words of [undefined, '', '{', 'null', '7', '[]']) {
    test(`starts, where they are ${words ?? 'missing'}`, async ({ page, directory }) => {
      await withWords(page, words);
      await directory.open();
      await expect(page.locator('html')).toHaveAttribute('data-locale', 'en');
    });
  }

  test.describe('where it cannot start', () => {
    test.use({ expectedErrors: BROKEN_FILES });

    test('offers to try again without words', async ({ page }) => {
      await withWords(page, '{');
      await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'not here' }));
      await page.goto('./');
      const alert = page.getByRole('alert');
      await expect(alert.getByRole('button')).toHaveText('↻');
      await expect(alert).not.toContainText('undefined');
      await page.unroute('**/*.wasm');
      await alert.getByRole('button').click();
      await expect(page.locator('html')).toHaveAttribute('data-running', '');
    });
  });
});

/** What neither a page nor its service worker ever says. */
const STRANGE = [null, undefined, '', 7, [], {}, { language: null }, { language: 'constructor' }, { language: {} }];

test.describe('messages that mean nothing', () => {
  test.use({ serviceWorkers: 'allow' });

  test('change nothing on a page', async ({ page }) => {
    await visit(page, './');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-offline', 'offered');
    const ofNothing = [{}, { percent: 'x' }, { percent: null }, { kept: 'constructor' }];
    const messages = [...STRANGE, ...ofNothing.map((rest) => ({ language: 'en', ...rest }))];
    await page.evaluate((messages) => {
      for (const data of messages) navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
    }, messages);
    await expect(html).toHaveAttribute('data-offline', 'offered');
  });
});

test.describe('a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('passes over messages that mean nothing', async ({ browser, baseURL }) => {
    const worker = await workerOf(browser, baseURL!);
    const told = await worker.evaluate((messages) => {
      const told: unknown[] = [];
      self.addEventListener('error', ({ message }) => told.push(message));
      for (const data of messages) {
        const event = Object.assign(new Event('message'), { data, waitUntil: () => told.push(data) });
        self.dispatchEvent(event);
      }
      return told;
    }, STRANGE);
    expect(told).toEqual([]);
  });

  test('answers at addresses that no file has', async ({ browser, baseURL }) => {
    const worker = await workerOf(browser, baseURL!);
    const addresses = ['%', '%ff', 'members/%E0%A4%A', 'constructor', '__proto__'];
    const answered = await worker.evaluate((addresses) => {
      const answered: unknown[] = [];
      self.addEventListener('error', ({ message }) => answered.push(message));
      for (const address of addresses) {
        const request = new Request(new URL(address, self.location.href));
        // What the host says of them is not asked here.
        const respondWith = (answer: Promise<Response>) => {
          answer.catch(() => {});
          answered.push(address);
        };
        self.dispatchEvent(Object.assign(new Event('fetch'), { request, respondWith }));
      }
      return answered;
    }, addresses);
    expect(answered).toEqual(addresses);
  });
});

/** The service worker of the site, in a browser that has nothing of it. */
async function workerOf(browser: Browser, baseURL: string): Promise<Worker> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto('./not-saved.html');
  const coming = context.waitForEvent('serviceworker');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('sw.js');
    await navigator.serviceWorker.ready;
  });
  return coming;
}
