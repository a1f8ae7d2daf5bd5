// What a reader has chosen holds on pages that the browser keeps, and in other tabs.

import type { Page } from '@playwright/test';

import { visit } from './directory';
import { ENGINE, needs } from './engine';
import { expect, test } from './fixtures';
import config from './playwright.config';

// Playwright switches off that pages are kept for "back", and Chromium without windows keeps none.
test.use({
  launchOptions: {
    ...config.use!.launchOptions,
    ...(ENGINE === 'chromium' && { channel: 'chromium', executablePath: process.env.WHOLE_CHROMIUM }),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
  colorScheme: 'light',
});

const theme = (page: Page) => page.locator('html');
const turn = (page: Page) => page.locator('.theme-switch').click();
const searchKey = (page: Page) => page.locator('.search-key-switch');

test('a page that was kept shows what was chosen since', async ({ page }) => {
  needs('a page cache');
  await visit(page, './');
  const before = await searchKey(page).textContent();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (document.documentElement.dataset.kept = String(persisted)));
  });
  await visit(page, './fr/members/chad/');
  await turn(page);
  await searchKey(page).click();
  await page.evaluate(() => history.back());
  await expect(theme(page), 'the browser has kept the page').toHaveAttribute('data-kept', 'true');
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  await expect(searchKey(page)).not.toHaveText(before!);
  await page.keyboard.press('/');
  await expect(page.locator('#search')).not.toBeFocused();
});

test('another tab follows', async ({ page, context }) => {
  needs('another window');
  await visit(page, './');
  const before = await searchKey(page).textContent();
  const tab = await context.newPage();
  await visit(tab, './members/chad/');
  await turn(tab);
  await searchKey(tab).click();
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  await expect(searchKey(page)).not.toHaveText(before!);
  await turn(page);
  await expect(theme(tab)).toHaveAttribute('data-theme', 'light');
  await searchKey(page).click();
  await expect(searchKey(tab)).toHaveText(before!);
});
