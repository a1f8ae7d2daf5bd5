// What members are coloured by: on the map, in list and table, in the legend.

import type { Page } from '@playwright/test';

import { members, parliament } from './data';
import { expect, test } from './fixtures';

/** The colour that a member has on the map, by its outline or its mark. */
function onMap(page: Page, id: string): Promise<string> {
  const place = members.findIndex((one) => one.id === id);
  return page.evaluate(
    ([place, id]) => {
      const shape = document.querySelector(`path.map-shape[data-member="${place}"]`) ?? document.querySelector(`#map-${id} .map-marker`);
      return getComputedStyle(shape!).getPropertyValue('--shade');
    },
    [place, id] as const,
  );
}

/** The colour of a member's row. */
const inList = (page: Page, id: string): Promise<string> => page.locator(`#row-${id}`).evaluate((row) => getComputedStyle(row).getPropertyValue('--shade'));

/** The members whose parliament sits and has so many seats at least. */
function withSeats(least: number): string[] {
  const seats = (id: string) => (parliament(id).chambers ?? []).reduce((sum, chamber) => sum + (chamber.seats ?? Number.NaN), 0);
  return members.map(({ id }) => id).filter((id) => !['dissolved', 'suspended'].includes(parliament(id).status) && seats(id) >= least);
}

test('a figure chosen in the menu colours map and list alike, and stands in the address', async ({ page, directory }) => {
  await directory.open();
  await directory.button('Colour').click();
  await directory.menu('Colour').getByRole('link', { name: 'Seats', exact: true }).click();
  await directory.expectParameters({ colour: 'seats' });
  await expect(directory.legend.getByRole('link')).toHaveText([/up to 49/, /50–99/, /100–199/, /200–399/, /400 or more/, /No figure/]);
  const colours = new Map<string, string>();
  for (const { id } of members) {
    const colour = await inList(page, id);
    expect(await onMap(page, id), id).toBe(colour);
    colours.set(id, colour);
  }
  // As many colours as there are classes, the same for members of one class.
  expect(new Set(colours.values()).size).toBe(6);
  const large = withSeats(400).map((id) => colours.get(id));
  expect(new Set(large).size).toBe(1);
  await page.goBack();
  await directory.expectParameters({});
  await expect(directory.legend.getByRole('link', { name: 'Africa' })).toBeVisible();
  expect(await inList(page, 'ken')).not.toBe(colours.get('ken'));
});

test('a class of the legend counts, and filters by a click', async ({ directory }) => {
  await directory.open('?colour=seats');
  const large = directory.legend.getByRole('link', { name: '400 or more' });
  const count = withSeats(400).length;
  await expect(large).toContainText(String(count));
  await large.click();
  await directory.expectParameters({ seats: '400-', colour: 'seats' });
  await expect(directory.rows).toHaveCount(count);
  await expect(directory.sentence).toContainText('Seats: 400 or more');
  await expect(directory.chips).toHaveText([/Seats: 400 or more/]);
  // Chosen, it can be widened in its menu, whatever the colours are.
  await directory.open('?seats=400-');
  await directory.choose('Seats', '200–399');
  await directory.expectParameters({ seats: '200-399,400-' });
});

test('who has no figure is hatched, and says so', async ({ directory, page }) => {
  await directory.open('?colour=women');
  const none = members.findIndex(({ id }) => id === 'afg');
  await expect(page.locator(`path.map-shape[data-member="${none}"]`)).toHaveAttribute('fill', 'url(#hatch-unknown)');
  await expect(directory.onMap('afg')).toHaveAttribute('aria-label', /Share of women: No figure$/);
  await expect(directory.onMap('rwa')).toHaveAttribute('aria-label', /Share of women: 40% or more$/);
  await expect(directory.row('afg')).toHaveClass(/shade--unknown/);
});

test('all that can be chosen colours in several colours, and says why', async ({ directory, page }) => {
  await directory.open();
  const menu = directory.menu('Colour');
  await directory.button('Colour').click();
  const names = await menu.getByRole('link').allTextContents();
  expect(names).toHaveLength(11);
  for (const name of names.slice(1)) {
    await directory.unfold('Colour');
    await menu.getByRole('link', { name, exact: true }).click();
    await expect(directory.button('Colour')).toContainText(name);
    await expect(directory.onMap('ken')).toHaveAttribute('aria-label', new RegExp(`${name}: .+$`));
    const classes = await page.locator('path.map-shape[data-member]').evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('class')));
    expect(new Set(classes).size, name).toBeGreaterThan(1);
    // Whoever has a class is in one of the legend.
    const counts = await directory.legend.locator('.legend__count').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0), name).toBe(members.length);
  }
});

test('a table has the same swatches', async ({ directory, page }) => {
  await directory.open('?view=table&colour=structure');
  const classes = await directory.table.locator('.swatch').evaluateAll((swatches) => swatches.map((swatch) => swatch.className));
  expect(classes).toHaveLength(members.length);
  expect(new Set(classes)).toEqual(new Set(['swatch shade--category-1', 'swatch shade--category-2', 'swatch shade--category-3']));
  await directory.open('?colour=structure');
  await expect(page.locator('#row-ken')).toHaveClass(/shade--category-2/);
});

test('a past year has the colours of what is known of it alone', async ({ directory }) => {
  await directory.open('?year=1975&colour=women');
  await expect(directory.legend.getByRole('link', { name: 'Africa' })).toBeVisible();
  await directory.button('Colour').click();
  const links = directory.menu('Colour').getByRole('link').filter({ visible: true });
  await expect(links).toHaveText(['Region', 'Status', 'Joined']);
  await links.nth(2).click();
  await directory.expectParameters({ year: '1975', colour: 'joined' });
  await expect(directory.row('dza')).toHaveClass(/shade--step-1/);
});

test('the menu opens, chooses and closes by keys alone', async ({ directory, page }) => {
  await directory.open();
  await directory.button('Colour').focus();
  await page.keyboard.press('Enter');
  await expect(directory.menu('Colour').getByRole('link').first()).toBeInViewport();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await directory.expectParameters({ colour: 'status' });
});

test('Arabic tells classes and reasons in its own words', async ({ page }) => {
  await page.goto('./ar/?colour=seats');
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  await expect(page.locator('.world-map .legend a').nth(1)).toContainText('من 50 إلى 99');
});
