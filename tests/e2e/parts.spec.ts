// The program comes in parts: the first with every page, the others with the
// pages that they draw.

import type { Locator, Page } from '@playwright/test';

import { linkToEvents, visit } from './directory';
import { axe, expect, test } from './fixtures';
import { filesOf } from './program-parts';

const PART = /\/part-[a-z-]+-[0-9a-f]{16}\.wasm$/;
const titles = (page: Page) => page.locator('.event-list__select');

/** The files of parts that a page asks for, from now on. */
function partsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const file = /part-.*(?=-[0-9a-f]{16}\.wasm$)/.exec(request.url())?.[0];
    if (file) asked.push(file);
  });
  return asked;
}

/** Holds back the parts of the program until it is called. */
async function holdParts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(PART, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('the events come when the reader goes there, and once', async ({ page, directory }) => {
  const asked = partsAsked(page);
  await visit(page, './');
  await directory.search.fill('chad');
  await directory.search.fill('');
  expect(asked, 'the first page does without').toEqual([]);
  await linkToEvents(page).click();
  await expect(titles(page).first()).toBeVisible();
  await page.goBack();
  await expect(directory.rows.first()).toBeVisible();
  await page.goForward();
  await expect(titles(page).first()).toBeVisible();
  expect(asked.toSorted()).toEqual(filesOf('events'));
});

test('a page has its part with it', async ({ page }) => {
  const asked = partsAsked(page);
  await visit(page, './contacts/');
  expect(asked.toSorted()).toEqual(filesOf('contacts'));
});

for (const [how, come] of [
  ['pointed at', (link: Locator) => link.hover()],
  ['focused', (link: Locator) => link.focus()],
] as const) {
  test(`a part is fetched as soon as a link to its page is ${how}`, async ({ page }) => {
    const asked = partsAsked(page);
    await visit(page, './');
    const link = linkToEvents(page);
    await come(link);
    await expect.poll(() => asked.toSorted()).toEqual(filesOf('events'));
    await link.click();
    await expect(titles(page).first()).toBeVisible();
    expect(asked).toHaveLength(filesOf('events').length);
  });
}

test('until its part has come the reader keeps the page before', async ({ page, directory }) => {
  await visit(page, './?region=africa');
  const release = await holdParts(page);
  await linkToEvents(page).click();
  await expect(page.locator('#content')).toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveURL(/\/\?region=africa$/);
  await expect(directory.sentence).toContainText('in Africa');
  await axe(page);
  release();
  await expect(page).toHaveURL(/\/events\/$/);
  await expect(titles(page).first()).toBeVisible();
  await expect(page.locator('#content')).not.toHaveAttribute('aria-busy');
});

test('who goes elsewhere meanwhile stays there', async ({ page, directory }) => {
  await visit(page, './?region=africa');
  const release = await holdParts(page);
  await linkToEvents(page).click();
  await expect(page.locator('#content')).toHaveAttribute('aria-busy', 'true');
  await page.getByRole('link', { name: 'Directory', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator('#content')).not.toHaveAttribute('aria-busy');
  const come = page.waitForResponse(PART);
  release();
  await come;
  await directory.search.fill('chad');
  await expect(directory.rows).toHaveCount(1);
  await expect(page).toHaveURL(/\/\?q=chad$/);
});
