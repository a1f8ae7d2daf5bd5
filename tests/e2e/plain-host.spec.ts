// On a host that knows nothing of the site: no headers, no compressed copies, no
// page of ours for an unknown address, and not always the slash of a folder.

import { visit } from './directory';
import { expect, test } from './fixtures';

for (const place of ['at the root', 'in a sub-folder']) {
  test.describe(place, () => {
    test.use({
      baseURL: async ({ baseURL, subfolder }, use) => {
        await use(place === 'at the root' ? baseURL : subfolder);
      },
    });

    test('the directory is filtered, a member opened and come back from', async ({ page, directory }) => {
      await directory.open('?region=africa');
      await expect(directory.rows).toHaveCount(54);
      await directory.row('ago').getByRole('link', { name: 'Open the page of Angola' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
      await page.goBack();
      await expect(directory.rows).toHaveCount(54);
    });

    test('letters are right, also before the program runs', async ({ page }) => {
      await page.route('**/*.wasm', () => {});
      await page.goto('./ar/members/algeria/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('الجزائر');
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    });

    test('a folder named without its slash is the folder', async ({ page, baseURL }) => {
      await visit(page, './events?type=nam-summit');
      await expect(page.locator('.event-list__select').first()).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`^${baseURL}events/`));
      await visit(page, './fr/members/algeria');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Algérie');
      await page.locator('.site-header').getByRole('link', { name: 'Événements', exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`^${baseURL}fr/events/`));
    });

    test('calendars, contact cards and data are there', async ({ page, baseURL }) => {
      for (const [path, first] of [
        ['calendars/all.ics', 'BEGIN:VCALENDAR'],
        ['members/angola/contact.vcf', 'BEGIN:VCARD'],
        ['data/members.json', '['],
      ]) {
        const answer = await page.request.get(new URL(path, baseURL).href);
        expect(answer.status()).toBe(200);
        expect((await answer.text()).startsWith(first), path).toBe(true);
      }
    });

    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false });

      test('the directory leads to a member and back', async ({ page, directory }) => {
        await page.goto('./');
        await directory.selectAsSent('angola').click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
        await page.locator('.breadcrumbs a').first().click();
        await expect(page.locator('.member-list li').first()).toBeVisible();
      });
    });
  });
}

test.describe('for later', () => {
  test.use({ serviceWorkers: 'allow' });
  test.describe.configure({ timeout: 120_000 });

  test('the site is saved and read without a network', async ({ page, context }) => {
    await visit(page, './');
    const html = page.locator('html');
    await page.getByRole('button', { name: 'Save all pages' }).click({ timeout: 30_000 });
    await expect(html).toHaveAttribute('data-offline', 'saved', { timeout: 60_000 });
    await context.setOffline(true);
    await visit(page, './members/angola/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
  });
});
