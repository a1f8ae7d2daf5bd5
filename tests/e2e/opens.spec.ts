// The site opens, wherever it is hosted, and says so where it cannot.

import { visit } from './directory';
import { axe, BROKEN_FILES, expect, test } from './fixtures';

declare global {
  interface Window {
    /** Gone where another document was loaded. */
    sameDocument?: boolean;
    /** What of the program waits for its turn. */
    turns?: (() => void)[];
    /** Lets all that waits go on. */
    giveTurns?: () => void;
  }
}

test('the directory opens', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('#search')).toBeVisible();
  await expect(page.locator('.member-list li').first()).toBeVisible();
  await axe(page);
});

test('the same files work in a sub-folder, at any depth', async ({ page, subfolder }) => {
  await page.goto(subfolder);
  await expect(page.locator('.member-list li').first()).toBeVisible();
  const members = await page.request.get(new URL('data/members.json', subfolder).href);
  const [{ slug }] = await members.json();
  const answer = await page.goto(new URL(`members/${slug}/`, subfolder).href);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('data-root', new URL(subfolder).pathname);
  await expect(page.locator('#boot-progress')).toHaveCount(0);
});

test('every file is asked for once', async ({ page }) => {
  await visit(page, './');
  // The picture of the map is shown, and then read by the program: from the cache.
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 0)
      .map(({ name }) => new URL(name).pathname));
  expect(asked.some((path) => path.includes('/map-'))).toBe(true);
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  expect(asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
});

test('the stored theme holds before the program runs', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.route('**/*.wasm', () => {});
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('while the program is drawn beside the page', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const turns: (() => void)[] = [];
      // Two tasks come before the app is drawn, and then one for each of its turns.
      let free = 2;
      window.MessageChannel = class {
        port1 = { onmessage: () => {}, close: () => {} };
        port2 = {
          postMessage: () => {
            if (free > 0) setTimeout(() => this.port1.onmessage());
            else turns.push(() => this.port1.onmessage());
            free -= 1;
          },
        };
      } as unknown as typeof MessageChannel;
      Object.assign(window, { turns, giveTurns: () => ((free = Infinity), turns.splice(0).forEach((turn) => turn())) });
    });
    await page.goto('./?selected=zwe');
    await page.waitForFunction(() => window.turns?.length === 1);
    await expect(page.locator('html')).not.toHaveAttribute('data-running');
  });

  test('what is selected comes into view at the end', async ({ directory, page }) => {
    await page.evaluate(() => window.giveTurns?.());
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    await expect(directory.row('zwe')).toBeInViewport();
  });

  test('words that are typed are searched for', async ({ page }) => {
    await page.locator('#search').fill('chad');
    await page.evaluate(() => window.giveTurns?.());
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    await expect(page.locator('#search')).toHaveValue('chad');
    await expect(page).toHaveURL(/[?&]q=chad/);
    await expect(page.locator('.member-list__row:visible')).toHaveCount(1);
  });

  test('a link is the browser’s', async ({ page }) => {
    await page.evaluate(() => (window.sameDocument = true));
    await page.locator('.member-list__row a[href*="members/afghanistan"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Afghanistan');
    expect(await page.evaluate(() => window.sameDocument)).toBeUndefined();
  });

  test('who goes back meanwhile is where that leads', async ({ page }) => {
    await page.evaluate(() => history.pushState(null, '', '?q=chad'));
    await page.goBack();
    await page.goForward();
    await page.evaluate(() => window.giveTurns?.());
    await expect(page.locator('#search')).toHaveValue('chad');
  });
});

test.describe('a failing program', () => {
  test.use({ expectedErrors: BROKEN_FILES });

  test('is said in place, and a further try succeeds', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    const message = page.getByRole('alert');
    await expect(message).toContainText('could not be started');
    await axe(page);
    await page.unroute('**/*.wasm');
    await message.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.member-list li').first()).toBeVisible();
  });

  test('is not run where its file was altered', async ({ page }) => {
    await page.route('**/*.wasm', async (route) => {
      const answer = await route.fetch();
      const body = Buffer.concat([await answer.body(), Buffer.from([0, 2, 1, 97])]);
      await route.fulfill({ response: answer, body });
    });
    await page.goto('./');
    await expect(page.getByRole('alert')).toContainText('did not come as it was published');
  });

  test('is said when the file that starts it is missing, and a further try succeeds', async ({ page }) => {
    const glue = /assets\/hemicycle-[0-9a-f]+\.js/;
    await page.route(glue, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('alert')).toContainText('The connection failed');
    await page.unroute(glue);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.member-list li').first()).toBeVisible();
  });
});

test.describe('an address without a page', () => {
  test.use({ expectedErrors: /status of 404/ });

  test('says so, with a way on', async ({ page }) => {
    const answer = await page.goto('./members/no-such-member/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('404');
    await axe(page);
    await page.getByRole('link', { name: 'one folder up' }).click();
    await expect(page.locator('.member-list li').first()).toBeVisible();
  });
});
