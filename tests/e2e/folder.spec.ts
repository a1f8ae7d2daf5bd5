// The secretariat puts the same files into a folder of another host.

import { Directory } from './directory';
import { expect, test } from './fixtures';
import { visit } from './directory';

test.use({
  baseURL: async ({ subfolder }, use) => {
    await use(subfolder);
  },
});

test('links, choices and reloads stay in the folder', async ({ directory, page, subfolder }) => {
  await directory.open();
  await directory.choose('Region', 'Africa');
  await expect(directory.rows).toHaveCount(54);
  expect(page.url()).toBe(`${subfolder}?region=africa`);
  await page.reload();
  await expect(directory.rows).toHaveCount(54);
  await directory.row('ago').getByRole('link', { name: 'Open the page of Angola' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
  expect(page.url()).toBe(`${subfolder}members/angola/?region=africa`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Data and sources' })).toBeVisible();
  expect(page.url()).toBe(`${subfolder}data/`);
  await page.goBack();
  await page.goBack();
  await expect(directory.rows).toHaveCount(54);
});

test('words, map and selection work from a deep address', async ({ page, subfolder }) => {
  await visit(page, 'members/cuba/');
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Directory' }).click();
  const directory = new Directory(page);
  await directory.expectSelected('cub');
  await directory.search.fill('zaire');
  await expect(directory.rows).toHaveCount(1);
  expect(page.url()).toContain(`${subfolder}?`);
  await directory.search.press('Escape');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => directory.parameters().at).toBeDefined();
  expect(page.url()).toContain(`${subfolder}?`);
});

test('a file of the data can be taken away from there', async ({ page, subfolder }) => {
  await visit(page, 'data/');
  const link = page.getByRole('link', { name: 'members.json', exact: true });
  const waiting = page.waitForEvent('download');
  await link.click();
  expect((await waiting).url()).toBe(`${subfolder}data/members.json`);
});

test.describe('a host that gives a page of a folder without the slash of its address', () => {
  // What the browser asks for ahead of the first script, one folder too high.
  test.use({ expectedErrors: /status of 404|MIME type/ });

  for (const [asked, shown, heading] of [
    ['events?type=nam-summit', 'events/?type=nam-summit', 'Summit of the Movement'],
    ['fr/members/algeria', 'fr/members/algeria/', 'Algérie'],
  ] as const) {
    test(`shows ${asked} as any other does`, async ({ page, subfolder }) => {
      await page.route(`${subfolder}${asked}`, async (route) => {
        const { pathname } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: `${new URL(subfolder).origin}${pathname}/` }) });
      });
      await visit(page, asked);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
      expect(page.url()).toBe(`${subfolder}${shown}`);
      await page.locator('.site-header__name, .site-header a').first().click();
      await expect(page.locator('#results')).toBeVisible();
      expect(page.url().startsWith(subfolder)).toBe(true);
    });
  }
});
