// An address that names an edition shows the directory as it was, and says so.

import type { Page } from '@playwright/test';

import { read } from './data';
import { visit } from './directory';
import { ENGINE, needs } from './engine';
import { axe, BROKEN_FILES, expect, test } from './fixtures';
import { expectNothingCut } from './fits';

interface Network {
  data: { version: string };
}
interface Record {
  id: string;
  [field: string]: unknown;
}
const NEWEST = read<Network>('../../public/data/network.json').data.version;
const EARLIER = '2026.11.26';
const of = (file: string) => {
  const [earlier, newest] = [`editions/${EARLIER}/${file}`, file].map((path) => read<Record[]>(`../../public/data/${path}`));
  return { earlier, newest };
};

const notice = (page: Page) => page.locator('.edition-notice');

test('the events of an earlier edition are shown, and no later ones', async ({ page }) => {
  const { earlier, newest } = of('events.json');
  expect(newest.length).toBeGreaterThan(earlier.length);
  await visit(page, `./events/?edition=${EARLIER}`);
  await expect(notice(page)).toContainText(`edition ${EARLIER} of 26 November 2026`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`All ${earlier.length}: events`);
  await notice(page).getByRole('link', { name: 'Show the newest' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`All ${newest.length}: events`);
  await expect(notice(page)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});

test('facts are those of then: in the table, filtered and taken along', async ({ page }) => {
  needs('downloads');
  await visit(page, `./?edition=${EARLIER}&region=africa&view=table`);
  await expect(notice(page)).toContainText('This is what the data said');
  const [export_, menu] = [page.waitForEvent('download'), page.locator('summary', { hasText: 'Export' })];
  await menu.click();
  await page.getByRole('button', { name: /^JSON, / }).click();
  const { createReadStream } = await import('node:fs');
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(await (await export_).path())) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain(EARLIER);
  expect(text).not.toContain(NEWEST);
});

test('links stay in the edition where it is kept, and come back to it', async ({ page }) => {
  await visit(page, `./?edition=${EARLIER}`);
  await page.getByRole('textbox', { name: 'Search the directory' }).fill('kenya');
  await expect(page).toHaveURL(/\?q=kenya&edition=2026\.11\.26$/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Events' }).click();
  await expect(page).toHaveURL(/events\/\?edition=2026\.11\.26$/);
  await expect(notice(page)).toContainText('This is what the data said');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
  await expect(page).toHaveURL(/contacts\/$/);
  await expect(notice(page)).toHaveCount(0);
  // Others show the page again as they kept it, of which Playwright is not told.
  if (ENGINE !== 'chromium') return;
  await page.goBack();
  await expect(notice(page)).toContainText('This is what the data said');
});

test('a page that is not kept of earlier editions says so', async ({ page }) => {
  await visit(page, `./members/kenya/?edition=${EARLIER}`);
  await expect(notice(page)).toContainText(`This page is that of the newest edition, ${NEWEST}`);
});

for (const [asked, shown] of [
  ['2026.11.27', EARLIER],
  ['1999', EARLIER],
  ['2031.1.1', NEWEST],
  ['latest', NEWEST],
]) {
  test(`“${asked}”, which is no edition, is answered by ${shown}`, async ({ page }) => {
    await visit(page, `./?edition=${asked}`);
    await expect(notice(page)).toContainText(`There is no edition “${asked}” here; this is the nearest, ${shown}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('138');
  });
}

test('the newest says that it is', async ({ page }) => {
  await visit(page, `./?edition=${NEWEST}`);
  await expect(notice(page)).toContainText(`This is edition ${NEWEST} of 28 November 2026, the newest.`);
});

test.describe('where its files do not come', () => {
  test.use({ expectedErrors: BROKEN_FILES });

  test('the page stays, says why, and tries again', async ({ page }) => {
    const files = '**/data/editions/**';
    await page.route(files, (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`./?edition=${EARLIER}`);
    const message = page.getByRole('alert');
    await expect(message).toContainText('503');
    await expect(page.locator('.member-list__row').first()).toBeVisible();
    await page.unroute(files);
    await message.getByRole('button').click();
    await expect(notice(page)).toContainText('This is what the data said');
  });
});

test('every edition is listed, with what it changed by record and field', async ({ page }) => {
  await visit(page, './data/');
  await page.getByRole('link', { name: 'All editions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Editions of the data');
  const headings = page.locator('main h2');
  await expect(headings).toHaveText([`Edition ${NEWEST} of 28 November 2026`, `Edition ${EARLIER} of 26 November 2026`]);
  await headings.first().getByRole('link').click();
  const { earlier, newest } = of('events.json');
  const known = earlier.map(({ id }) => id);
  const added = newest.filter(({ id }) => !known.includes(id));
  const events = page.locator('section', { has: page.getByRole('heading', { level: 2, name: 'events.json' }) });
  await expect(events.getByRole('heading', { level: 3, name: `${added.length} records added` })).toBeVisible();
  await expect(events.locator('ul.files li')).toHaveCount(added.length);
  const members = of('members.json');
  const changed = members.newest.filter((member) => {
    const before = members.earlier.find(({ id }) => id === member.id);
    return JSON.stringify(before) !== JSON.stringify(member);
  });
  const table = page.locator('section', { has: page.getByRole('heading', { level: 2, name: 'members.json' }) });
  await expect(table.locator('th[scope="rowgroup"]')).toHaveCount(changed.length);
  await page.getByRole('link', { name: 'The directory as it was' }).click();
  await expect(notice(page)).toContainText(NEWEST);
});

for (const width of [320, 1280]) {
  test(`list, changes and notice fit ${width} pixels, from right to left, and are accessible`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['data/editions/', `data/editions/${NEWEST}/`, `?edition=${EARLIER}`]) {
      await visit(page, `./ar/${address}`);
      await expectNothingCut(page);
      await axe(page);
    }
  });
}
