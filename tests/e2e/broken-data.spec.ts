// A reader comes while a file of the data is missing or broken.

import type { Page, Route } from '@playwright/test';

import { FILES, members } from './data';
import { axe, expect, test } from './fixtures';

type Answer = (route: Route) => Promise<void>;

/** What hosts and lines do to a file. */
const faults: Record<string, Answer> = {
  'is missing': (route) => route.fulfill({ status: 404, body: 'not here' }),
  'ends in an error of the host': (route) => route.fulfill({ status: 500, body: 'sorry' }),
  'does not arrive': (route) => route.abort(),
  'is cut off': async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'application/json', body: text.slice(0, text.length / 2) });
  },
  'is not JSON': (route) => route.fulfill({ contentType: 'application/json', body: 'id,name\nbfa,Burkina Faso\n' }),
  'is a page of the host': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title><p>Log in</p>' }),
};

/** Without these there is nothing to show. */
const needed = ['network', 'members'];

async function breakFile(page: Page, file: string, answer: Answer): Promise<void> {
  await page.route(`**/data/${file}.json`, answer);
}

test.use({ expectedErrors: /Failed to load resource|preloaded/ });

for (const file of FILES) {
  for (const [fault, answer] of Object.entries(faults)) {
    test(`${file}.json ${fault}`, async ({ directory, page }) => {
      await breakFile(page, file, answer);
      await page.goto('./');
      const alert = page.getByRole('alert').filter({ hasText: `${file}.json` });
      await expect(alert).toBeVisible();
      const said = await alert.innerText();
      expect(said.split(`${file}.json`), 'the file is named once').toHaveLength(2);
      expect(said, 'no words of the program').not.toMatch(/line \d|column|expected|Error|undefined|<!doctype/);
      if (!needed.includes(file)) await expect(directory.rows).toHaveCount(members.length);
      await page.unroute(`**/data/${file}.json`);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(directory.rows).toHaveCount(members.length);
      await expect(page.getByRole('alert').filter({ hasText: '.json' })).toHaveCount(0);
    });
  }
}

test('without the outlines, the list says that the map is missing', async ({ directory, page }) => {
  await breakFile(page, 'map', faults['is missing']);
  await directory.open();
  await expect(page.getByText('The map could not be loaded; the list holds everything.')).toBeVisible();
  await directory.select('cub').click();
  await expect(directory.select('cub')).toHaveAttribute('aria-current', 'true');
  await axe(page);
});

test('without the parliaments, names can still be found', async ({ directory, page }) => {
  await breakFile(page, 'parliaments', faults['is cut off']);
  await directory.open('?q=zaire');
  await expect(directory.row('cod')).toBeVisible();
  await directory.row('cod').getByRole('link', { name: 'Open the page' }).click();
  await expect(page.getByText('The record of the parliament is missing.')).toBeVisible();
  await axe(page);
});

test('a page that can show nothing is still readable', async ({ page }) => {
  await breakFile(page, 'members', faults['is missing']);
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('members.json is missing from this site.');
  await axe(page);
});

test('one bad record is left out, counted and named', async ({ directory, page }) => {
  await page.route('**/data/members.json', async (route) => {
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
