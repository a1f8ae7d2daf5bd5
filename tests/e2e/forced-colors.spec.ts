// Where the reader's system forces its few colours on every page, nothing is
// told by a ground or a border alone: what is chosen looks different still.

import type { Locator, Page } from '@playwright/test';

import { visit } from './directory';
import { expect, test } from './fixtures';

test.use({ contextOptions: { forcedColors: 'active' } });

/** What is seen in an element's place while nothing is pointed at or has the focus. */
async function seen(page: Page, element: Locator): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await element.scrollIntoViewIfNeeded();
  return element.screenshot({ animations: 'disabled' });
}

/** Has what `choose` does change what is seen in an element's place. */
async function expectSeen(page: Page, element: Locator, choose: () => Promise<unknown>): Promise<void> {
  const before = await seen(page, element);
  expect(before.equals(await seen(page, element)), 'it looks the same twice').toBe(true);
  await choose();
  expect(before.equals(await seen(page, element)), 'it looks different').toBe(false);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`with ${theme} colours`, () => {
    test.use({ colorScheme: theme });

    test('the member that is chosen, in list and map', async ({ page, directory }) => {
      await directory.open('?q=chad');
      await expect(directory.rows).toHaveCount(1);
      await expectSeen(page, directory.row('tcd'), async () => {
        await directory.select('tcd').click();
        await expect(directory.select('tcd')).toHaveAttribute('aria-current', 'true');
      });
      await expect(page.locator('.map-outline--selected')).toBeVisible();
    });

    test('what was searched for, where it is found', async ({ page, directory }) => {
      await directory.open('?q=chad');
      const row = directory.row('tcd');
      await expectSeen(page, row, () =>
        row.locator('mark').evaluateAll((marks) => marks.forEach((mark) => mark.replaceWith(...mark.childNodes))),
      );
    });

    test('the event that is chosen', async ({ page }) => {
      await visit(page, './events/');
      const row = page.locator('.event-list li').first();
      await expectSeen(page, row, async () => {
        await row.locator('.event-list__select').click();
        await expect(row.locator('[aria-current]')).toBeVisible();
      });
    });

    test('the page, the view and the year that are shown', async ({ page, directory }) => {
      await directory.open();
      const events = page.locator('.site-header').getByRole('link', { name: 'Events', exact: true });
      const table = page.locator('.view-switch').getByRole('link', { name: 'Table' });
      const throughTime = page.locator('.through-time');
      await expectSeen(page, table, async () => {
        await table.click();
        await expect(table).toHaveAttribute('aria-current', 'true');
      });
      await expectSeen(page, throughTime, async () => {
        await throughTime.click();
        await expect(throughTime).toHaveAttribute('aria-current', 'true');
      });
      await expectSeen(page, events, async () => {
        await events.click();
        await expect(events).toHaveAttribute('aria-current', 'page');
      });
    });

    test('what cannot be pressed', async ({ page, directory }) => {
      await directory.open('?year=1962');
      const earlier = page.locator('.year-slider .button').first();
      await expectSeen(page, earlier, () => earlier.evaluate((button) => button.toggleAttribute('aria-disabled')));
    });
  });
}
