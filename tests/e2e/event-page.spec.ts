// A reader wants to know all about one event, and takes it along.

import { readFile } from 'node:fs/promises';

import { events } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { expect, test } from './fixtures';

test('an event’s page tells days, place, host, theme, documents and sources', async ({ page }) => {
  await visit(page, './events/nam-pn-conference-baku-2022/');
  const facts = page.locator('.fact');
  await expect(facts.filter({ hasText: 'Dates' })).toContainText('30 June 2022 – 1 July 2022');
  // What sources say differently stands beside it.
  await expect(facts.filter({ hasText: 'Dates' })).toContainText('another source: 2 July 2022');
  await expect(facts.filter({ hasText: 'Place' })).toContainText('Baku, Azerbaijan Heydar Aliyev Center');
  await expect(page.getByRole('heading', { name: 'Documents' }).locator('..').getByRole('listitem')).toHaveCount(3);
  await expect(page.locator('.locator-map figcaption')).toContainText('do not imply official endorsement');
  await expect(page.getByRole('heading', { name: 'Sources' }).locator('..').getByRole('listitem')).not.toHaveCount(0);
  await facts.filter({ hasText: 'Host' }).getByRole('link', { name: 'Azerbaijan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan');
  // The member’s page leads back.
  await page.locator('.member-events').getByRole('link', { name: /^Baku Conference/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Baku Conference');
});

test('what came before and after in its series is one click away', async ({ page }) => {
  await visit(page, './events/nam-summit-02-cairo-1964/');
  const series = page.getByRole('navigation', { name: 'Before and after in this series' });
  await series.getByRole('link', { name: /^After:/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3rd Summit of the Non-Aligned Movement');
  await series.getByRole('link', { name: /^Before:/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2nd Summit of the Non-Aligned Movement');
  await series.getByRole('link', { name: /^Before:/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1st Summit of the Non-Aligned Movement');
  await expect(series.getByRole('link', { name: /^Before:/ })).toHaveCount(0);
});

test('an event goes into the reader’s own calendar', async ({ page }) => {
  needs('downloads');
  await visit(page, './events/nam-summit-19-kampala-2024/');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Add to calendar' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  for (const line of ['BEGIN:VCALENDAR', 'UID:nam-summit-19-kampala-2024@nam-pn', 'DTSTART;VALUE=DATE:20240119', 'DTEND;VALUE=DATE:20240121'])
    expect(text.split('\r\n')).toContain(line);
});

test('a member’s page shows when it joined and what it hosted', async ({ page }) => {
  await visit(page, './members/serbia/');
  const section = page.locator('.member-events');
  // In Belgrade while Yugoslavia was the host.
  await expect(section.getByRole('link', { name: '1st Summit of the Non-Aligned Movement' })).toBeVisible();
  await visit(page, './members/zambia/');
  await expect(section.getByRole('img')).toContainText('joined 1964');
  await expect(section.getByRole('link', { name: '3rd Summit of the Non-Aligned Movement' })).toBeVisible();
  await expect(section).toContainText('host');
});

test('the network’s page tells its history, organs and who belongs where, with sources', async ({ page }) => {
  await visit(page, './network/');
  await expect(page.locator('.network-page__steps > li')).toHaveCount(7);
  for (const organ of ['Conference', 'Bureau', 'Standing Committees', 'Secretariat', 'Observers'])
    await expect(page.locator('dt').filter({ hasText: new RegExp(`^${organ}$`) })).toBeVisible();
  // Each statement has a source.
  for (const statement of await page.locator('.network-page__steps > li, .network-page__organs dd:has(.origin), .organisations > li').all())
    await expect(statement.locator('.origin').first()).toBeAttached();
  await expect(page.locator('.network-page__organs dd:has(.origin)')).toHaveCount(5);
  const union = page.locator('#organisation-puic');
  await union.locator('summary').filter({ hasText: 'of the states here' }).click();
  await expect(union.getByRole('link', { name: 'Afghanistan' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  needs('scripts switched off');

  test('all events are listed, and each has a page', async ({ page }) => {
    await page.goto('./events/');
    await expect(page.locator('.event-list li')).toHaveCount(events.length);
    await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
    const addresses = await page.locator('.event-list__select').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(addresses).size).toBe(events.length);
    for (const address of addresses) {
      const answer = await page.request.get(address);
      expect(answer.status(), address).toBe(200);
      expect(await answer.text()).toContain('<h1>');
    }
    await page.locator('.event-list__select').last().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Founding of the Inter-Parliamentary Union');
  });
});
