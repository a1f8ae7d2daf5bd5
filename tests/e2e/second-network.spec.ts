// Another network publishes its own files with the same program: that of
// `crates/editing/tests/three`, which `cargo xtask test` builds and serves.

import type { Page } from '@playwright/test';

import { read } from './data';
import { axe, expect, test } from './fixtures';

const first = read<{ names: Names; short_names: Names; movement: Names; regions: { names: Names }[] }>(
  '../../public/data/network.json',
);
type Names = Record<string, string>;

/** Words by which the first network would be recognised. */
const betraying = [first.names, first.short_names, first.movement, ...first.regions.map((region) => region.names)]
  .flatMap((names) => Object.values(names))
  .concat('Non-Aligned', 'Inter-Parliamentary', 'IPU', 'Uganda');

test.use({
  baseURL: async ({}, use) => {
    await use(process.env.SECOND_URL ?? 'http://localhost:8080/');
  },
});

async function expectNoWordOfTheFirst(page: Page): Promise<void> {
  const said = `${await page.title()}\n${await page.locator('#app').innerHTML()}`;
  for (const word of betraying) expect(said).not.toContain(word);
}

test('the directory shows its three members, on its own map', async ({ directory, page }) => {
  await directory.open();
  await expect(directory.names).toHaveText(['Aldermere', 'Brookmoor', 'Cinderlake']);
  await expect(page).toHaveTitle('All 3: parliaments, by name – Lakes');
  await expect(directory.legend.getByRole('link')).toHaveText([/North Shore\s*1/, /South Shore\s*2/, /Observer\s*1/]);
  await expect(page.getByText('The lines on this map are invented.')).toBeVisible();
  await expect(page.locator('.map-member')).toHaveCount(3);
  await expectNoWordOfTheFirst(page);
  await axe(page);
});

test('its regions have its own colours', async ({ directory, page }) => {
  await directory.open();
  const fill = (place: number) => page.locator(`path.map-shape[data-member="${place}"]`).evaluate((path) => getComputedStyle(path).fill);
  expect(await fill(0)).toBe('rgb(29, 91, 143)');
  expect(await fill(1)).toBe('rgb(138, 75, 8)');
});

test('its members are found, selected and opened', async ({ directory, page }) => {
  await directory.open('?q=aldermeer');
  await expect(directory.rows).toHaveCount(1);
  await directory.select('xaa').click();
  await directory.expectSelected('xaa');
  await directory.row('xaa').getByRole('link', { name: 'Open the page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aldermere');
  await expect(page.getByText('Parliament of Aldermere').first()).toBeVisible();
  await expectNoWordOfTheFirst(page);
  await axe(page);
});

test('its sources and terms stand on the page of the data', async ({ directory, page }) => {
  await directory.open();
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByText('Reed Islands').first()).toBeVisible();
  await expectNoWordOfTheFirst(page);
  await axe(page);
});
