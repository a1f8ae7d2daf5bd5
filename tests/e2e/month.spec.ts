// The events month by month.

import type { Page } from '@playwright/test';

import { type Event, events } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { axe, expect, test } from './fixtures';
import { expectNothingCut } from './fits';
import { printed } from './printed';

const isExact = ({ start, end }: Event) => start.length === 10 && (end ?? start).length === 10;
const name = (page: Page) => page.getByRole('heading', { level: 2 }).first();
const month = (page: Page) => new URL(page.url()).searchParams.get('month');
const cell = (page: Page, day: string) => page.getByRole('gridcell').filter({ has: page.locator(`time[datetime="${day}"]`) });

/** How many events stand at each day of a month that has some. */
function days(of: string, all: Event[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of all.filter(isExact)) {
    for (let day = new Date(event.start); day <= new Date(event.end ?? event.start); day.setUTCDate(day.getUTCDate() + 1)) {
      const date = day.toISOString().slice(0, 10);
      if (date.startsWith(of)) counts[date] = (counts[date] ?? 0) + 1;
    }
  }
  return counts;
}

const shown = (page: Page) => page.getByRole('gridcell').evaluateAll((cells) =>
  Object.fromEntries(cells.filter((one) => one.querySelector('a')).map((one) => [one.querySelector('time')?.getAttribute('datetime'), one.querySelectorAll('a').length])));

test('each event stands on its days', async ({ page }) => {
  const months = [...new Set(events.filter(isExact).map(({ start }) => start.slice(0, 7)))];
  for (const of of [months[0], months.at(-1), '2024-01', '2019-10', '1961-09']) {
    await visit(page, `./events/?view=month&month=${of}`);
    expect(await shown(page), of).toEqual(days(of ?? '', events));
  }
});

test('it is one set with list and map, filtered and searched', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './events/?month=2024-01');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Month' }).click();
  await expect(name(page)).toHaveText('January 2024');
  expect(await shown(page)).toEqual(days('2024-01', events));
  await visit(page, './events/?view=month&month=2024-01&type=nam-summit');
  const summits = events.filter(({ type }) => type === 'nam-summit');
  expect(await shown(page)).toEqual(days('2024-01', summits));
  await expect(page.locator('.event-list li')).toHaveCount(summits.length);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await expect(page.locator('.event-list [aria-current="true"]')).toHaveCount(1);
});

test('months are gone to by steps, by name and by where something is', async ({ page }) => {
  await visit(page, './events/?view=month&month=1961-09');
  await page.getByRole('link', { name: 'Next month', exact: true }).click();
  await expect(name(page)).toHaveText('October 1961');
  await expect(page.getByText('No event of this selection in this month.')).toBeVisible();
  await page.getByRole('link', { name: 'Previous month with events: September 1961' }).click();
  await expect(name(page)).toHaveText('September 1961');
  await page.getByLabel('Year', { exact: true }).selectOption('2024');
  await page.getByLabel('Month', { exact: true }).selectOption('January');
  await expect(name(page)).toHaveText('January 2024');
  await page.goBack();
  await expect(name(page)).toHaveText('September 2024');
});

test('without a month it opens where the next event is', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2024-01-02T12:00:00Z'));
  await visit(page, './events/?view=month&type=nam-summit');
  await expect(name(page)).toBeVisible();
  expect(Object.keys(await shown(page)).length).toBeGreaterThan(0);
});

test('what is known by month or year alone stands above the days', async ({ page }) => {
  const vague = events.find(({ start }) => start.length === 7) ?? events.find(({ start }) => start.length === 4);
  expect(vague).toBeDefined();
  await visit(page, `./events/?view=month&month=${(vague?.start ?? '').padEnd(7, '-06').slice(0, 7)}`);
  const above = page.locator('.month__inexact');
  await expect(above.getByRole('heading')).toHaveText('Known by month or year alone');
  await expect(above.locator(`a[href*="event=${vague?.id}"]`)).toHaveCount(1);
  await expect(page.getByRole('gridcell').locator(`a[href*="event=${vague?.id}"]`)).toHaveCount(0);
});

test('days are gone through by the keys of a grid of dates', async ({ page }) => {
  await visit(page, './events/?view=month&month=2024-01');
  const at = (day: string) => expect(cell(page, day)).toBeFocused();
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await at('2024-01-01');
  for (const [key, day] of [
    ['ArrowRight', '2024-01-02'], ['ArrowDown', '2024-01-09'], ['End', '2024-01-14'], ['Home', '2024-01-08'],
    ['ArrowUp', '2024-01-01'], ['ArrowLeft', '2023-12-31'], ['PageDown', '2024-01-31'], ['PageDown', '2024-02-29'], ['PageUp', '2024-01-29'],
  ] as const) {
    await page.keyboard.press(key);
    await at(day);
  }
  expect(month(page)).toBe('2024-01');
  await expect(page.locator('[role="gridcell"][tabindex="0"]')).toHaveCount(1);
});

test('Enter on a day goes to its first event, and opens it', async ({ page }) => {
  await visit(page, './events/?view=month&month=2024-01');
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  const [first = ''] = Object.keys(days('2024-01', events)).sort();
  for (let day = 1; day < Number(first.slice(8)); day += 1) await page.keyboard.press('ArrowRight');
  await expect(cell(page, first)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, first).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/event=/);
});

test('weeks begin where the language has it', async ({ page }) => {
  for (const [language, first] of [['', 'Monday'], ['pt/', 'domingo'], ['ar/', 'السبت']] as const) {
    await visit(page, `./${language}events/?view=month&month=2024-01`);
    await expect(page.locator('.month th').first()).toHaveAttribute('abbr', first);
  }
});

for (const width of [390, 1280]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    for (const language of ['', 'ar/']) {
      test(`it fits, ${language || 'en'}`, async ({ page }) => {
        needs('an audit of accessibility');
        await visit(page, `./${language}events/?view=month&month=2024-01`);
        await expect(page.getByRole('grid')).toBeVisible();
        await expectNothingCut(page);
        await axe(page);
      });
    }
  });
}

test('a month is printed on one page', async ({ page }) => {
  needs('a page on paper');
  await visit(page, './events/?view=month&month=2024-01&type=nam-summit&period=2020s');
  for (const landscape of [false, true]) {
    const [first] = await printed(page, 'A4', landscape);
    for (const text of ['January2024', '31']) expect(first?.text).toContain(text);
  }
});
