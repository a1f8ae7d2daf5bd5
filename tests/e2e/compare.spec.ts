// Parliaments side by side, and the list of the reader that leads there.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

import { events, member, members, parliament } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { axe, BROKEN_FILES, expect, test } from './fixtures';
import { expectNothingCut } from './fits';
import { printed } from './printed';

const THREE = './compare/?members=ken,gha,ind';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, name: string) => page.locator('.compare__facts tr').filter({ has: page.getByRole('rowheader', { name }) });
const list = (page: Page) => new URL(page.url()).searchParams.get('members');

/** The cells of a row without the sources of their facts. */
async function values(page: Page, name: string, place = 0): Promise<string[]> {
  return row(page, name).nth(place).locator('td').evaluateAll((cells) =>
    cells.map((cell) => {
      const bare = cell.cloneNode(true) as Element;
      for (const source of bare.querySelectorAll('.origin')) source.remove();
      return (bare.textContent ?? '').replace(/\s+/g, ' ').trim();
    }));
}

test('facts stand row by row as the pages of the members have them', { tag: '@journey' }, async ({ page }) => {
  await visit(page, THREE);
  await expect(heading(page)).toHaveText('Compare parliaments: Kenya, Ghana, India');
  await expect(page.getByRole('columnheader')).toHaveText(['Fact', 'Kenya', 'Ghana', 'India']);
  const three = ['ken', 'gha', 'ind'];
  await expect.poll(() => values(page, 'Term')).toEqual(three.map((id) => `${parliament(id).chambers?.[0]?.term} years`));
  const chambers = three.map((id) => parliament(id).chambers?.[0]);
  expect(await values(page, 'Women')).toEqual(chambers.map((chamber) => `${chamber?.women} (${chamber?.women_share}%)`));
  // Ghana has one chamber.
  expect((await values(page, 'Seats', 1))[1]).toBe('—');
  // Each with its date, and the source behind it.
  const source = row(page, 'Women').first().locator('.origin').first();
  await source.locator('summary').click();
  await source.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/sources\/(\w+\/)?#/);
});

test('what differs is told by a sign, and can be shown alone', async ({ page }) => {
  await visit(page, THREE);
  await expect(row(page, 'Elected by').first()).toBeVisible();
  await expect(row(page, 'Elected by').first()).not.toContainText('≠');
  await expect(row(page, 'Seats').first()).toContainText('≠');
  await expect(row(page, 'Seats').first().getByRole('rowheader')).toHaveAccessibleName(/differs/);
  await page.getByLabel('Only what differs').check();
  // The first of them, hidden or not.
  await expect(page.locator('.compare__facts tr', { hasText: 'Elected by' }).first()).toBeHidden();
  await expect(row(page, 'Seats').first()).toBeVisible();
});

test('memberships and events in common are those that all have', async ({ page }) => {
  await visit(page, './compare/?members=idn,ind');
  await expect(row(page, 'Memberships in common')).toContainText('Inter-Parliamentary Union');
  const shared = await row(page, 'Events in common').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(shared.length).toBeGreaterThan(0);
  for (const address of shared) {
    for (const slug of ['indonesia', 'india']) {
      const own = await page.request.get(`./members/${slug}/`);
      expect(await own.text(), `${address} on the page of ${slug}`).toContain(address.split('/events/')[1]);
    }
  }
});

test('a seat is as large in every chamber', async ({ page }) => {
  await visit(page, './compare/?members=ind,brb');
  await expect(page.locator('.compare__chart')).toHaveCount(2);
  const sizes = await page.locator('.compare__chart path[class$="--other"]').evaluateAll((seats) =>
    seats.map((seat) => Number(seat.getAttribute('stroke-width')) * ((seat as SVGGraphicsElement).getScreenCTM()?.a ?? 0)));
  expect(sizes).toHaveLength(4);
  for (const size of sizes) expect(size).toBeCloseTo(sizes[0] ?? 0, 1);
});

test('members are found in any language, added and taken away', async ({ page }) => {
  await visit(page, './compare/');
  await expect(heading(page)).toHaveText('Compare parliaments');
  for (const words of ['الهند', 'ghana', 'Nairobi']) {
    await page.getByLabel('Add a parliament').fill(words);
    await page.locator('.compare__offered a').first().click();
  }
  await expect.poll(() => list(page)).toBe('ind,gha,ken');
  await expect(page.getByLabel('Add a parliament')).toHaveValue('');
  await page.getByRole('link', { name: 'Take off my list: Ghana' }).click();
  await expect(heading(page)).toHaveText('Compare parliaments: India, Kenya');
  await page.goBack();
  await expect(heading(page)).toHaveText('Compare parliaments: India, Ghana, Kenya');
});

test('four are compared, and further ones are named', async ({ page }) => {
  await visit(page, './compare/?members=ken,gha,ind,dza,cub,zzz');
  await expect(page.getByRole('columnheader')).toHaveCount(5);
  await expect(page.getByText('Also on the list: Cuba')).toBeVisible();
});

test('boxes in the list put members onto it', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open('?region=africa');
  await page.getByRole('button', { name: 'Choose' }).click();
  for (const id of ['ken', 'gha']) await directory.row(id).getByRole('checkbox').check();
  await expect(page.locator('.shortlist')).toContainText('My list: 2');
  await expect.poll(() => list(page)).toBe('ken,gha');
  await page.getByRole('link', { name: 'Table' }).click();
  await expect(page.locator('#row-gha').getByRole('checkbox')).toBeChecked();
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(heading(page)).toHaveText('Compare parliaments: Kenya, Ghana');
});

test('who is pressed on the map can be put onto the list', async ({ directory, page }) => {
  await directory.open('?selected=ind&members=ken');
  await page.getByRole('link', { name: 'Put on my list: India' }).click();
  await expect.poll(() => list(page)).toBe('ken,ind');
  await expect(page.getByRole('link', { name: 'Put on my list: India' })).toHaveCount(0);
});

test('the page of a member leads to the comparison with those on the list', async ({ page }) => {
  await visit(page, './members/kenya/?members=gha');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(heading(page)).toHaveText('Compare parliaments: Ghana, Kenya');
});

test('one list serves directory, contacts and events', async ({ directory, page }) => {
  await directory.open('?members=aze,uga');
  await page.getByRole('link', { name: 'Show only these' }).click();
  await expect(directory.rows).toHaveCount(2);
  await expect(directory.sentence).toContainText('2 of 138: parliaments, Azerbaijan or Uganda');
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.locator('.shortlist')).toContainText('My list: 2');
  await expect(page.locator('#row-uga').getByRole('checkbox')).toBeChecked();
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  // The contacts, which stay until the events have come, have such a link too.
  await expect(page.locator('.event-list li')).toHaveCount(events.length);
  await page.getByRole('link', { name: 'Show only these' }).click();
  const own = events.filter((event) => [event.country, ...(event.hosts ?? []), ...(event.members ?? [])].some((id) => id === 'aze' || id === 'uga'));
  await expect(page.locator('.event-list li')).toHaveCount(own.length);
});

test('a list is kept in the browser when wished, and not else', async ({ directory, page }) => {
  await directory.open('?members=ken,gha');
  await directory.open();
  await expect(page.locator('.shortlist')).toHaveCount(0);
  await directory.open('?members=ken,gha');
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.getByRole('button', { name: 'Keep in this browser' })).toHaveCount(0);
  await directory.open();
  await page.getByRole('link', { name: 'My list, kept in this browser: 2' }).click();
  await expect.poll(() => list(page)).toBe('ken,gha');
  // Who empties it keeps nothing.
  await page.getByRole('link', { name: 'Empty the list' }).click();
  await directory.open();
  await expect(page.locator('.shortlist')).toHaveCount(0);
});

test('a comparison is taken along as rows and as a picture', async ({ page }) => {
  needs('downloads');
  await visit(page, THREE);
  const take = async (name: string) => {
    const menu = page.locator('.compare__head .menu');
    if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const csv = await take('CSV, 3 rows');
  expect(csv.trim().split('\r\n').slice(1).map((line) => line.slice(1, 4))).toEqual(['ken', 'gha', 'ind']);
  const json = JSON.parse(await take('JSON, 3 rows, with sources'));
  expect(json.about.sentence).toBe('Compare parliaments: Kenya, Ghana, India');
  const svg = await take('SVG, for a slide');
  for (const text of ['Kenya', 'India', '545 seats', 'stroke-linecap="round"']) expect(svg).toContain(text);
  expect(svg).not.toContain('class=');
});

test.describe('without the program', () => {
  needs('scripts switched off');
  test.use({ javaScriptEnabled: false });

  test('the page says what it is and leads to every member', async ({ page }) => {
    await page.goto(THREE);
    await expect(heading(page)).toHaveText('Compare parliaments');
    await expect(page.locator('.compare .name-row a')).toHaveCount(members.length);
    await page.getByRole('link', { name: member('ken').names.en ?? '', exact: true }).click();
    await expect(page).toHaveURL(/members\/kenya\/$/);
  });
});

test.describe('a page that is away', () => {
  test.use({ expectedErrors: BROKEN_FILES, serviceWorkers: 'block' });

  test('is told, and the others stand', async ({ page }) => {
    await page.route('**/members/ghana/', (route) => route.abort());
    await visit(page, THREE);
    const notice = page.getByRole('alert').filter({ hasText: 'The page of this member could not be fetched: Ghana.' });
    await expect(notice).toBeVisible();
    await expect.poll(() => values(page, 'Term')).toEqual(['5 years', '', '5 years']);
    await expect(row(page, 'Term').first(), 'what has not come differs from nothing').not.toContainText('≠');
    await page.unroute('**/members/ghana/');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => values(page, 'Term')).toEqual(['5 years', '4 years', '5 years']);
    await expect(notice).toHaveCount(0);
    await expect(row(page, 'Term').first()).toContainText('≠');
  });
});

for (const width of [390, 1280]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('the page fits, one column at a time where there is no room for more', async ({ page }) => {
      await visit(page, THREE);
      await expect.poll(() => values(page, 'Term')).toHaveLength(3);
      await expectNothingCut(page);
      const shown = row(page, 'Term').first().locator('td:visible');
      await expect(shown).toHaveCount(width < 700 ? 1 : 3);
      if (width < 700) {
        await page.getByRole('button', { name: 'India' }).click();
        await expect(page.getByRole('columnheader', { name: 'India' })).toBeVisible();
        await expect(page.getByRole('columnheader', { name: 'Kenya' })).toBeHidden();
      }
      await axe(page);
    });
  });
}

test('three parliaments are printed on one sheet of A4', async ({ page }) => {
  needs('a page on paper');
  await visit(page, THREE);
  await expect.poll(() => values(page, 'Term')).toHaveLength(3);
  expect(await printed(page, 'A4', false)).toHaveLength(1);
});
