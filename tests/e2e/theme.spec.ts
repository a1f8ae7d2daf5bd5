// A reader prefers light or dark.

import type { Page } from '@playwright/test';

import { needs } from './engine';
import { expect, test } from './fixtures';

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** How light the ground is, from 0 to 255. */
async function lightness(page: Page): Promise<number> {
  const [, ...parts] = /(\d+), (\d+), (\d+)/.exec(await ground(page)) ?? [];
  return Math.max(...parts.map(Number));
}

const turn = (page: Page) => page.getByRole('button', { name: 'Switch between light and dark' }).click();

test('the preference of the system holds, until it changes', async ({ directory, page }) => {
  needs('a medium');
  await page.emulateMedia({ colorScheme: 'dark' });
  await directory.open();
  expect(await lightness(page)).toBeLessThan(80);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
});

test('the switch outweighs it, and is kept', { tag: '@journey' }, async ({ directory, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await directory.open();
  await turn(page);
  await expect.poll(() => lightness(page)).toBeLessThan(80);
  await page.reload();
  await expect(directory.search).toBeVisible();
  expect(await lightness(page)).toBeLessThan(80);
  await turn(page);
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
});

test('where storage is blocked, the switch works until a page is loaded', async ({ directory, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await directory.open();
  await turn(page);
  await expect.poll(() => lightness(page)).toBeLessThan(80);
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await expect(directory.sentence).toContainText('events');
  expect(await lightness(page)).toBeLessThan(80);
});
