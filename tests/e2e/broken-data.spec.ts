// A reader comes while a file of the data is missing or broken.

import type { Page } from '@playwright/test';

import { members } from './data';
import { axe, BROKEN_FILES, expect, test, unseal } from './fixtures';

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

test('without the parliaments, names can still be found, and the page of each is whole', async ({ directory, page }) => {
  await breakFile(page, 'parliaments');
  await directory.open('?q=zaire');
  await expect(directory.row('cod')).toBeVisible();
  await directory.row('cod').getByRole('link', { name: 'Open the page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Democratic Republic of the Congo');
  await expect(page.locator('.chamber-card').first()).toBeVisible();
  await axe(page);
});

test('a page that can show nothing is still readable', async ({ page }) => {
  await breakFile(page, 'members');
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('members.json is missing from this site.');
  await axe(page);
});

test('one bad record is left out, counted and named', async ({ directory, page }) => {
  await unseal(page);
  await page.route('**/assets/members-*.json', async (route) => {
    const records = await (await route.fetch()).json();
    const cuba = records.find((record: { id: string }) => record.id === 'cub');
    cuba.codes.m49 = ['not', 'a', 'code'];
    await route.fulfill({ json: records });
  });
  await directory.open();
  await expect(directory.rows).toHaveCount(members.length - 1);
  await expect(directory.row('cub')).toHaveCount(0);
  const notice = page.getByRole('alert').filter({ hasText: 'could not be read' });
  await expect(notice.locator('summary')).toHaveText(/^1 record could not be read/);
  await notice.locator('summary').click();
  await expect(notice.locator('li')).toHaveText(/members\.json.*cub/);
  await axe(page);
});
