// A reader comes while a part of the data is missing.

import type { Page } from '@playwright/test';

import { axe, BROKEN_FILES, expect, test } from './fixtures';

/** Each file in each of many ways: faults.spec.ts. Here: what a reader can still do. */
async function breakFile(page: Page, file: string): Promise<void> {
  await page.route(`**/assets/${file}-*.json`, (route) => route.fulfill({ status: 404, body: 'not here' }));
}

test.use({ expectedErrors: BROKEN_FILES });

test('without the outlines, the list says that the map is missing', async ({ directory, page }) => {
  await breakFile(page, 'map');
  await directory.open();
  await expect(page.getByText('The map could not be loaded; the list holds everything.')).toBeVisible();
  await directory.select('cub').click();
  await expect(directory.select('cub')).toHaveAttribute('aria-current', 'true');
  await axe(page);
});

test('a page that can show nothing is still readable', async ({ page }) => {
  await breakFile(page, 'core');
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('core.json is missing from this site.');
  await axe(page);
});

test('an export whose sources are missing says so, and can be asked for again', async ({ directory, page }) => {
  await breakFile(page, 'sources');
  await directory.open();
  const menu = page.locator('details.menu', { hasText: 'Export' });
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: /^JSON/ }).click();
  await expect(menu.getByRole('alert')).toContainText('sources.json is missing from this site.');
  await page.unroute('**/assets/sources-*.json');
  const waiting = page.waitForEvent('download');
  await menu.getByRole('button', { name: /^JSON/ }).click();
  await waiting;
});

test('without the events, what leads to them is a plain link', async ({ directory, page }) => {
  await breakFile(page, 'events');
  await directory.open();
  await page.unroute('**/assets/events-*.json');
  await page.getByRole('link', { name: 'Events', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('events');
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  await expect(page.locator('.event-list li').first()).toBeVisible();
});
