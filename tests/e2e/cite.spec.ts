// A page is cited as it stands, in words and as records.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

import { read } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { axe, BROKEN_FILES, expect, test } from './fixtures';
import { expectNothingCut } from './fits';

interface Network {
  names: Record<string, string>;
  data: { version: string };
}
const network = read<Network>('../../public/data/network.json');

/** The menu, opened. */
async function opened(page: Page) {
  const menu = page.locator('.cite');
  await menu.locator('summary').click();
  await expect(menu.locator('dd')).toHaveCount(3);
  return menu;
}

test('a view is cited by its sentence, edition, day and address', async ({ page }) => {
  await page.clock.setFixedTime('2031-03-01T12:00:00');
  await visit(page, './?region=africa');
  const menu = await opened(page);
  const sentence = await page.getByRole('heading', { level: 1 }).textContent();
  const address = `${page.url()}&edition=${network.data.version}`;
  const apa = menu.locator('dd p').first();
  await expect(apa).toContainText(`${network.names.en}. (`);
  await expect(apa).toContainText(
    `). ${sentence} (Version ${network.data.version}). Retrieved March 1, 2031, from ${address}`,
  );
  await expect(menu.locator('dd p').nth(1)).toContainText(`Accessed March 1, 2031. ${address}.`);
  await expect(menu.locator('dd p').nth(2)).toContainText(`${address}. Accessed 1 Mar. 2031.`);
});

test('it follows the reader from view to view, and to a page as published', async ({ page }) => {
  await visit(page, './');
  await opened(page);
  await page.getByRole('textbox', { name: 'Search the directory' }).fill('kenya');
  await expect(page.locator('.cite dd p').first()).toContainText('?q=kenya');
  await visit(page, './members/kenya/');
  const menu = await opened(page);
  await expect(menu.locator('dd p').first()).toContainText('Kenya (Version');
});

test('records are taken along', async ({ page }) => {
  needs('downloads');
  await visit(page, './members/kenya/');
  const menu = await opened(page);
  const take = async (name: string) => {
    const download = page.waitForEvent('download');
    await menu.getByRole('button', { name, exact: true }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const [item] = JSON.parse(await take('CSL-JSON'));
  expect(item).toMatchObject({ type: 'webpage', URL: page.url(), author: [{ literal: network.names.en }] });
  expect(await take('BibTeX')).toContain(`url = {${page.url()}}`);
  expect(await take('RIS')).toContain(`UR  - ${page.url()}\r\n`);
});

for (const width of [320, 1280]) {
  test(`it fits ${width} pixels, is accessible, and reads from right to left`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, './ar/network/');
    // What offers the reader's own language stands over the foot of a small page.
    await page.getByRole('button', { name: 'Not now' }).click();
    const menu = await opened(page);
    const box = await menu.locator('.menu__panel').boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    await expectNothingCut(page);
    await axe(page);
  });
}

test.describe('where what writes it does not come', () => {
  test.use({ expectedErrors: BROKEN_FILES });

  test('that is told, and tried again', async ({ page }) => {
    const part = /\/part-citation-[0-9a-f]{16}\.wasm/;
    await page.route(part, (route) => route.fulfill({ status: 503 }));
    await visit(page, './');
    const menu = page.locator('.cite');
    await menu.locator('summary').click();
    await expect(menu.getByRole('alert')).toContainText('503');
    await page.unroute(part);
    await menu.locator('summary').click();
    await menu.locator('summary').click();
    await expect(menu.locator('dd')).toHaveCount(3);
  });
});
