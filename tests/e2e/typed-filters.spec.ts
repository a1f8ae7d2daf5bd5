// Filters are typed in the search box, and are those of menus and address.

import type { Page } from '@playwright/test';

import { members } from './data';
import { visit } from './directory';
import { BROKEN_FILES, expect, test } from './fixtures';

const query = (page: Page) => new URL(page.url()).searchParams;

test('what is typed is chosen once a space or Enter follows', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open();
  await directory.search.fill('region:africa seats:>200 women:>=30 joined:<1970');
  await directory.search.press('Enter');
  await expect.poll(() => Object.fromEntries(query(page))).toEqual({
    region: 'africa',
    seats: '201-',
    women: '30-',
    joined: '1960s',
  });
  await expect(directory.search).toHaveValue('');
  await expect(directory.sentence).toContainText('Seats: 201 or more');
  await expect(directory.chips).toContainText(['Africa']);
  const shown = await directory.rows.count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(members.length);
  // The same as by the address.
  await directory.open('?region=africa&seats=201-&women=30-&joined=1960s');
  await expect(directory.rows).toHaveCount(shown);
});

test('words and filters stand side by side', async ({ directory, page }) => {
  await directory.open();
  await directory.search.pressSequentially('ken region:africa ');
  await expect.poll(() => query(page).get('region')).toBe('africa');
  await expect(directory.search).toHaveValue('ken ');
  await expect(directory.rows).toHaveCount(1);
  await expect(directory.row('ken')).toBeVisible();
});

test('a half-typed filter leaves the list as it is, and is helped with by keys', async ({ directory, page }) => {
  await directory.open();
  await directory.search.pressSequentially('region:a');
  const help = page.locator('.typed-filters');
  await expect(help).toContainText('Region takes:');
  await expect(directory.rows).toHaveCount(members.length);
  await expect(help.getByRole('link')).toContainText(['Africa']);
  await page.keyboard.press('ArrowDown');
  await expect(help.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(directory.search).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('region')).toBe('africa');
  await expect(directory.search).toBeFocused();
  await expect(directory.search).toHaveValue('');
  await expect(help).toBeHidden();
});

test('what is not understood is told, with what is', async ({ directory, page }) => {
  await directory.open();
  const help = page.locator('.typed-filters');
  await directory.search.fill('regoin:africa ');
  await expect(help).toContainText('No filter is called “regoin”.');
  await help.getByRole('link', { name: 'Region' }).click();
  await expect(directory.search).toHaveValue('region:');
  await directory.search.fill('seats:many ');
  await expect(help).toContainText('“many” does not fit “Seats”');
  await expect(help.locator('code')).toContainText(['5', '>200', '<50', '50-99']);
  await directory.search.fill('joined:1961 ');
  await expect(help.getByRole('link', { name: '1960s' })).toBeVisible();
  await expect(directory.rows).toHaveCount(members.length);
  await directory.search.press('Escape');
  await expect(help).toBeHidden();
});

test('an address may hold what was typed', async ({ directory, page }) => {
  await directory.open('?q=structure:bicameral');
  await expect.poll(() => Object.fromEntries(query(page))).toEqual({ structure: 'bicameral' });
});

test('members are found by the year of an event, and events by it', async ({ directory, page }) => {
  await directory.open();
  await directory.search.fill('event:2019 ');
  await expect.poll(() => query(page).get('event-year')).toBe('2019');
  await expect(directory.row('aze')).toBeVisible();
  await expect(directory.sentence).toContainText('Year of an event: 2019');
  await visit(page, './events/');
  await page.locator('#search').fill('event:2019 state:held ');
  await expect.poll(() => Object.fromEntries(query(page))).toEqual({ 'event-year': '2019', state: 'held' });
  await expect(page.locator('.event-list li').first()).toContainText('2019');
});

test('filters are typed in the language of the page too', async ({ page }) => {
  await visit(page, './fr/');
  await page.locator('#search').fill('région:afrique ');
  await expect.poll(() => query(page).get('region')).toBe('africa');
});

for (const width of [390, 1280]) {
  test(`what helps fits ${width} pixels, from right to left too`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, './ar/');
    await page.locator('#search').fill('seats:');
    const help = page.locator('.typed-filters');
    await expect(help).toBeVisible();
    const box = await help.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(width);
  });
}

test.describe('where what reads them does not come', () => {
  test.use({ expectedErrors: BROKEN_FILES });

  test('that is told, and tried again', async ({ directory, page }) => {
    const part = /\/part-filters-[0-9a-f]{16}\.wasm/;
    await page.route(part, (route) => route.fulfill({ status: 503 }));
    await directory.open();
    await directory.search.fill('region:africa ');
    await expect(page.locator('.typed-filters')).toContainText('503');
    await expect(directory.rows).toHaveCount(members.length);
    await page.unroute(part);
    await directory.search.pressSequentially(' ');
    await expect.poll(() => query(page).get('region')).toBe('africa');
  });
});
