// A reader looks a parliament up and wants to know how far to trust it.

import { member, parliament } from './data';
import { needs } from './engine';
import { expect, test } from './fixtures';
import { expectNothingCut } from './fits';
import { visit } from './directory';

test('a member’s page tells names, joining, parliament and chambers', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './members/jordan/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jordan');
  await expect(page).toHaveTitle(/^Jordan – /);
  const facts = page.locator('.fact');
  for (const name of ['Joined', 'Status', 'State of the parliament', 'Seat of parliament', 'Last election', 'Next election']) {
    await expect(facts.filter({ hasText: name }).first()).toBeVisible();
  }
  await expect(facts.filter({ hasText: 'Seat of parliament' })).toContainText('Amman');
  await expect(page.locator('.chamber-card')).toHaveCount(parliament('jor').chambers!.length);
  await expect(page.getByText('JO · JOR · 400')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Also in Western Asia' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Report an error' }).first()).toHaveAttribute('href', /^https:/);
  await expect(page.locator('.locator-map figcaption')).toContainText('do not imply official endorsement');
});

test('a fact’s source is one click away, with its licence a second', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './members/jordan/');
  const seats = page.locator('.chamber-card .fact').filter({ hasText: 'Seats' }).first();
  const panel = seats.locator('.origin__panel');
  await expect(panel).toBeHidden();
  await seats.locator('summary').click();
  await expect(panel).toBeVisible();
  await expect(panel.locator('.origin__terms').first()).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(seats.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  const source = panel.getByRole('link').first();
  const title = await source.innerText();
  await source.click();
  const entry = page.locator('.sources > li').filter({ hasText: title }).first();
  await expect(entry).toBeInViewport();
  await expect(page).toHaveURL(/\/sources\/#/);
});

test('previous and next walk the list that the reader came from', async ({ directory, page }) => {
  await directory.open('?region=europe&sort=seats');
  const listed = await directory.names.allTextContents();
  await page.getByRole('link', { name: `Open the page of ${listed[0]}` }).click();
  const around = page.getByRole('navigation', { name: 'Members before and after in the list' });
  const title = page.getByRole('heading', { level: 1 });
  for (const [place, name] of listed.entries()) {
    await expect(title).toHaveText(name);
    await expect(around).toContainText(`${place + 1} of ${listed.length}`);
    const next = around.getByRole('link', { name: 'Next:' });
    if (place + 1 < listed.length) await next.click();
    else await expect(next).toHaveCount(0);
  }
  await around.getByRole('link', { name: 'Previous:' }).click();
  await expect(title).toHaveText(listed.at(-2)!);
  expect(directory.parameters()).toEqual({ region: 'europe', sort: 'seats' });
});

test('names carry their language', async ({ page }) => {
  await visit(page, './members/jordan/');
  const { names, native_names = [] } = member('jor');
  for (const [lang, name] of Object.entries(names)) {
    await expect(page.locator(`.member-names bdi[lang="${lang}"]`, { hasText: name }).first()).toBeVisible();
  }
  for (const { lang, name } of native_names) {
    await expect(page.locator(`bdi[lang="${lang}"]`, { hasText: name }).first()).toBeVisible();
  }
  const native = page.locator('.member-names bdi[lang="ar"]').first();
  expect(await native.evaluate((node) => getComputedStyle(node).unicodeBidi)).toContain('isolate');
});

test('an address that was not checked for years is no link', async ({ page }) => {
  await visit(page, './members/angola/');
  const site = page.locator('#contact-ago-website');
  await expect(site).toContainText('parlamento.ao');
  await expect(site).toContainText('not checked since 2015');
  await expect(site.locator('.contact__value a')).toHaveCount(0);
});

test('figures older than the last vote say so', async ({ page }) => {
  await visit(page, './members/armenia/');
  await expect(page.locator('.chamber-card')).toContainText('before the vote of 7 June 2026');
});

test('what is not known is named', async ({ page }) => {
  await visit(page, './members/armenia/');
  await expect(page.locator('.fact').filter({ hasText: 'Own name' })).toContainText('not known');
});

test('the sources of any fact fit on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, './members/algeria/');
  for (const summary of await page.locator('.origin > summary').all()) {
    await summary.click();
    await expectNothingCut(page);
    await page.keyboard.press('Escape');
  }
});

test('each seat chart has its numbers as a table', async ({ page }) => {
  await visit(page, './members/jordan/');
  const tables = page.getByRole('table', { name: 'Seats' });
  const chambers = parliament('jor').chambers!;
  await expect(tables).toHaveCount(chambers.length);
  const told = await tables.evaluateAll((tables) =>
    tables.map((table) => [...table.querySelectorAll('td')].map((cell) => Number(cell.textContent))),
  );
  const known = chambers.map(({ seats = 0, women = 0 }) => ({ seats, women }));
  const shown = told.map((numbers) => ({ seats: numbers.reduce((sum, number) => sum + number), women: numbers[0] }));
  const byseats = (a: { seats: number }, b: { seats: number }) => a.seats - b.seats;
  expect(shown.toSorted(byseats)).toEqual(known.toSorted(byseats));
});

test('on paper stand the facts, not the controls', async ({ page }) => {
  needs('a medium');
  await visit(page, './members/jordan/');
  await expect(page.locator('.chamber-card').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.pager__around', '.theme-switch', '.site-header__pages', '.search-key-switch']) {
    await expect(page.locator(control)).toBeHidden();
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.key-facts')).toBeVisible();
});

test('a printed directory is a list', async ({ directory, page }) => {
  needs('a medium');
  await directory.open('?region=europe');
  await page.emulateMedia({ media: 'print' });
  await expect(directory.sentence).toBeVisible();
  await expect(directory.rows.last()).toBeVisible();
  for (const hidden of [directory.search, directory.map, directory.button('Sort')]) await expect(hidden).toBeHidden();
});

test('a row’s link survives a copy, in a tab of its own', async ({ directory, page, context }) => {
  needs('another window');
  await directory.open();
  const opening = context.waitForEvent('page');
  await directory.row('cub').getByRole('link', { name: 'Open the page of Cuba' }).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opening;
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Cuba');
  await expect(directory.rows).toHaveCount(138);
});
