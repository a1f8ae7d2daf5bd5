// A reader goes from page to page, forth and back.

import { visit } from './directory';
import { expect, test } from './fixtures';

test('the list stands again where it was left', async ({ directory, page }) => {
  await directory.open();
  const list = page.locator('.directory__results');
  await directory.row('ken').getByRole('link', { name: 'Open the page' }).scrollIntoViewIfNeeded();
  const left = await list.evaluate((part) => part.scrollTop);
  expect(left).toBeGreaterThan(500);
  await directory.row('ken').getByRole('link', { name: 'Open the page' }).click();
  await expect(directory.sentence).toHaveText('Kenya');
  await page.goBack();
  await expect(directory.rows.first()).toBeAttached();
  await expect.poll(() => list.evaluate((part) => part.scrollTop)).toBe(left);
});

test('a link to a place on a page leads there, also in a new tab', async ({ page }) => {
  const place = page.locator('#general-knowledge');
  await visit(page, './sources/#general-knowledge');
  await expect(place).toBeInViewport();
  await visit(page, './members/algeria/');
  await page.locator('summary', { hasText: 'Source of Joined' }).click();
  await page.locator('details[open] a[href$="#general-knowledge"]').first().click();
  await expect(place).toBeInViewport();
  expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('general-knowledge');
});

test('a page that one goes to by key begins at its top', async ({ page }) => {
  await visit(page, './members/algeria/');
  const next = page.getByRole('link', { name: 'Next:' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
  await expect(page.locator('#content')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('Tab');
  await expect(page.locator('.breadcrumbs a').first()).toBeFocused();
});

test('a page that the program goes to by key has the focus', async ({ page }) => {
  await visit(page, './');
  await page.getByRole('link', { name: 'Events', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('events');
  await page.goBack();
  await page.locator('.member-list__select').first().focus();
  await page.getByRole('link', { name: 'Events', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Events', exact: true })).toBeFocused();
});

test('the address of a region is understood, and the search goes on from it', async ({ directory, page }) => {
  await visit(page, './region/africa/');
  await expect(directory.sentence).toContainText('in Africa');
  await directory.search.click();
  await page.keyboard.type('ni');
  await expect(directory.search).toHaveValue('ni');
  await expect(directory.search).toBeFocused();
  await directory.expectParameters({ q: 'ni', region: 'africa' });
  // The map still follows the size of its panel.
  const { width, height } = await directory.map.evaluate((panel) => panel.getBoundingClientRect());
  const drawn = `0 0 ${Math.round(width)} ${Math.round(height)}`;
  await expect(page.locator('#map-drawing')).toHaveAttribute('viewBox', drawn);
  await page.goBack();
  await expect(page).toHaveURL(/region\/africa\/$/);
  await expect(directory.chips).toHaveText(/Africa/);
});

test('an address that names the file is the page', async ({ directory, page }) => {
  await visit(page, './members/cuba/index.html');
  await expect(directory.sentence).toHaveText('Cuba');
  await visit(page, './region/africa/index.html');
  await expect(directory.sentence).toContainText('in Africa');
});
