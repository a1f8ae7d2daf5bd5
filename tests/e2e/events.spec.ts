// A reader looks events up on the timeline, in the list and on the map.

import { type Page } from '@playwright/test';

import { events } from './data';
import { boxOf, inside, middle, visit } from './directory';
import { needs } from './engine';
import { cells, exported } from './exports';
import { expect, test } from './fixtures';

const rows = (page: Page) => page.locator('.event-list li');
const titles = (page: Page) => page.locator('.event-list__select');
const marks = (page: Page) => page.locator('.timeline__event');
const panel = (page: Page) => page.locator('#timeline');
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

async function choose(page: Page, menu: string, value: string): Promise<void> {
  const details = page.locator('details.menu').filter({ has: page.locator('summary', { hasText: menu }) });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await details.getByRole('link', { name: new RegExp(`^${value}\\s+\\d+`) }).click();
}

/** The first and the last day that the timeline shows. */
const span = (page: Page) => parameters(page).span?.split('_');

test('the last summit in Africa is found and opened', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './events/');
  await expect(sentence(page)).toHaveText(`All ${events.length}: events`);
  await choose(page, 'Type', 'Summit of the Movement');
  await choose(page, 'Region', 'Africa');
  expect(parameters(page)).toEqual({ type: 'nam-summit', region: 'africa' });
  await expect(titles(page).first()).toHaveText('19th Summit of the Non-Aligned Movement');
  await expect(rows(page).first()).toContainText('Kampala, Uganda');
  await expect(rows(page).first()).toContainText('19–20 January 2024');
  // List and timeline are the same set, and the map has its places.
  const count = await rows(page).count();
  await expect(sentence(page)).toHaveText(new RegExp(`^${count} of ${events.length}: events: Summit of the Movement, Africa`));
  await expect(marks(page)).toHaveCount(count);
  await page.keyboard.press('Escape');
  const chip = (name: string) => page.locator('.chips').getByRole('link', { name });
  await chip('Summit of the Movement').click();
  expect(parameters(page)).toEqual({ region: 'africa' });
  await page.goBack();
  await chip('Africa').click();
  expect(parameters(page)).toEqual({ type: 'nam-summit' });
  await page.goBack();
  await expect(marks(page)).toHaveCount(count);
  const shown = await page.locator('.place-map a').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(shown).toContain('Kampala, Uganda: 1 event');
  await page.getByRole('link', { name: /^Open the page of 19th Summit/ }).click();
  await expect(sentence(page)).toHaveText('19th Summit of the Non-Aligned Movement');
  await page.goBack();
  await expect(titles(page).first()).toHaveText('19th Summit of the Non-Aligned Movement');
  expect(parameters(page)).toEqual({ type: 'nam-summit', region: 'africa' });
});

test.describe('what comes next', () => {
  const first = (page: Page) => page.locator('.event-list section').first();

  test('is said with the days until then, and stands first', async ({ page }) => {
    await page.clock.setFixedTime('2026-04-01T12:00:00');
    await visit(page, './events/');
    await expect(page.locator('.event-next')).toContainText('152nd IPU Assembly');
    await expect(page.locator('.event-next')).toContainText('in 14 days');
    await expect(first(page).getByRole('heading')).toHaveText('Upcoming');
    await expect(first(page)).toContainText('Istanbul, Türkiye');
    await expect(page.locator('.timeline__today')).toHaveCount(1);
    // It leads there whatever the filters hide.
    await visit(page, './events/?type=nam-summit');
    await page.locator('.event-next a').click();
    await expect(sentence(page)).toHaveText('152nd IPU Assembly');
  });

  test('is under way in its days', async ({ page }) => {
    await page.clock.setFixedTime('2026-04-16T12:00:00');
    await visit(page, './events/');
    await expect(page.locator('.event-next')).toContainText('under way');
  });

  test('is nothing where no source announces it, and what was planned is told as such', async ({ page }) => {
    await page.clock.setFixedTime('2028-01-02T12:00:00');
    await visit(page, './events/');
    await expect(page.locator('.event-next')).toHaveText('The sources announce no further event.');
    await expect(first(page).getByRole('heading')).toHaveText('2027');
    await expect(rows(page).first()).toContainText('was planned; whether it was held is not known here');
  });
});

test('words find events by title, place, theme and year', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './events/');
  const search = page.getByRole('textbox', { name: 'Search the events' });
  for (const [words, id] of [
    ['belgrade 1961', 'nam-summit-01-belgrade-1961'],
    ['bandung spirit tashkent', 'nam-pn-conference-tashkent-2025'],
    ['kiribati', undefined],
  ] as const) {
    await search.fill(words);
    await expect(rows(page)).toHaveCount(id ? 1 : 0);
    if (id) await expect(page.locator(`#row-${id}`)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Clear the search and all filters' }).click();
  await expect(rows(page)).toHaveCount(events.length);
});

test('a typo finds the event, its match is marked, and what another text found says why', async ({ page }) => {
  await visit(page, './events/');
  const search = page.getByRole('textbox', { name: 'Search the events' });
  const why = rows(page).locator('.member-list__why');
  await search.pressSequentially('Interfiath');
  const interfaith = page.locator('#row-nam-interfaith-manila-2010');
  await expect(rows(page)).toHaveCount(1);
  await expect(titles(page)).toHaveText('Special NAM Ministerial Meeting on Interfaith Dialogue');
  await expect(interfaith.locator('.event-list__select mark')).toHaveText('Interfaith');
  await expect(why).toHaveCount(0);

  await search.fill('Collombo');
  await expect(rows(page)).toHaveCount(1);
  await expect(titles(page)).toHaveText('5th Summit of the Non-Aligned Movement');
  await expect(titles(page).locator('mark')).toHaveCount(0);
  await expect(why).toHaveText('city: Colombo');
  await expect(why.locator('mark')).toHaveText('Colombo');

  // The keys work in what was found as in the whole list.
  await search.press('ArrowDown');
  await expect(titles(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => parameters(page)).toEqual({ q: 'Collombo', event: 'nam-summit-05-colombo-1976' });
  await expect(titles(page)).toHaveAttribute('aria-current', 'true');
  await expect(why).toHaveText('city: Colombo');
  await page.keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
});

test('the address holds what is shown: filters, selection and the part of time', async ({ page }) => {
  await visit(page, './events/?type=ipu-assembly&event=ipu-assembly-107-marrakesh-2002&span=2000-01-01_2004-12-31');
  await expect(marks(page)).toHaveCount(events.filter(({ type, start }) => type === 'ipu-assembly' && start >= '1999-12' && start < '2005').length);
  await expect(page.locator('#row-ipu-assembly-107-marrakesh-2002')).toBeInViewport();
  const current = page.locator('#mark-ipu-assembly-107-marrakesh-2002');
  await expect(current).toHaveAttribute('aria-current', 'true');
  const before = await page.locator('.timeline__tick').allTextContents();
  await page.reload();
  await expect(current).toHaveAttribute('aria-current', 'true');
  expect(await page.locator('.timeline__tick').allTextContents()).toEqual(before);
});

test('an address with an event and a part of time shows that part', async ({ page }) => {
  const address = './events/?event=nam-summit-01-belgrade-1961&span=2000-01-01_2010-12-31';
  await visit(page, address);
  await expect(page.locator('#row-nam-summit-01-belgrade-1961')).toBeInViewport();
  await expect(page.locator('#mark-nam-summit-14-havana-2006')).toBeVisible();
  expect(parameters(page).span).toBe('2000-01-01_2010-12-31');
  // An event that is in view moves nothing, however near to the edge it is.
  await visit(page, './events/');
  await page.locator('#mark-bandung-conference-1955').click();
  expect(parameters(page)).toEqual({ event: 'bandung-conference-1955' });
});

test('an event is marked at once on the timeline, in the list and on the map', async ({ page }) => {
  await visit(page, './events/');
  const row = page.locator('#row-nam-summit-05-colombo-1976');
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await expect(page.locator('.timeline .map-tooltip__box')).toContainText('5th Summit of the Non-Aligned Movement');
  await expect(page.locator('.place-map__ring')).toHaveCount(1);
  await page.locator('#mark-nam-summit-06-havana-1979').hover();
  await expect(page.locator('#row-nam-summit-06-havana-1979')).toHaveAttribute('data-hovered', '');
  await page.locator('#mark-nam-summit-06-havana-1979').click();
  await expect(page.locator('#row-nam-summit-06-havana-1979')).toBeInViewport();
  expect(parameters(page)).toEqual({ event: 'nam-summit-06-havana-1979' });
  await page.getByRole('link', { name: /^Lusaka, Zambia: 2 events/ }).click();
  expect(parameters(page)).toEqual({ event: 'ipu-assembly-134-lusaka-2016' });
});

test('wheel, buttons and drags move through time', async ({ page }) => {
  await visit(page, './events/');
  const { x, y, width } = await boxOf(panel(page));
  await page.mouse.move(x + width * 0.9, y + 60);
  await page.mouse.wheel(0, -300);
  await expect.poll(() => span(page)?.[0]).toMatch(/^19[89]/);
  const [from] = span(page)!;
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(() => span(page)![0] < from).toBe(true);
  const [earlier] = span(page)!;
  // Dragged to the right, what lies before comes into view; the click at the end selects nothing.
  await page.mouse.move(x + 300, y + 150);
  await page.mouse.down();
  await page.mouse.move(x + 500, y + 150, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => span(page)![0] < earlier).toBe(true);
  expect(parameters(page).event).toBeUndefined();
  await page.locator('.timeline__overview').click({ position: { x: 20, y: 10 } });
  await expect.poll(() => span(page)![0] < '1960').toBe(true);
  await page.locator('.timeline__buttons').getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => span(page)).toBeUndefined();
});

test('the overview stays under the pointer that drags over it', async ({ page }) => {
  await visit(page, './events/?span=2000-01-01_2019-12-31');
  const { x, y, width } = await boxOf(page.locator('.timeline__overview'));
  await page.mouse.move(x + width / 2, y + 10);
  await page.mouse.down();
  await expect.poll(() => span(page)?.[0]).toMatch(/^19[78]/);
  const [first] = span(page)!;
  for (const step of [1, 2, 3]) await page.mouse.move(x + width / 2 - step, y + 10);
  await expect.poll(() => span(page)![0] < first).toBe(true);
  expect(span(page)![0].slice(0, 3), 'a few pixels are a few months').toBe(first.slice(0, 3));
  // At its end it shows its first year and nothing before.
  await page.mouse.move(x, y + 10);
  await expect.poll(() => span(page)![0]).toBe('1954-01-01');
  await page.mouse.up();
});

test('the shortcuts of the browser stay its own', async ({ page }) => {
  await visit(page, './events/');
  const taken = (modifier: string) =>
    panel(page).evaluate((panel, modifier) => {
      const event = new KeyboardEvent('keydown', { key: '-', [modifier]: true, bubbles: true, cancelable: true });
      return !panel.dispatchEvent(event);
    }, modifier);
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) expect(await taken(modifier), modifier).toBe(false);
  expect(await taken('shiftKey'), 'its own key').toBe(true);
});

for (const width of [1280, 390]) {
  test(`labels touch neither each other nor a mark at any zoom, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 });
    await visit(page, './events/');
    const closer = page.locator('.timeline__buttons').getByRole('button', { name: 'Zoom in' });
    let labelled = 0;
    for (let step = 0; step < 9; step += 1) {
      const touching = await page.evaluate(() => {
        const boxes = (selector: string) => [...document.querySelectorAll(selector)].map((node) => [node, node.getBoundingClientRect()] as const);
        const touch = (a: DOMRect, b: DOMRect) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
        const labels = boxes('.timeline__event text');
        const found: string[] = [];
        labels.forEach(([one, box], at) => {
          for (const [other, next] of labels.slice(at + 1)) if (touch(box, next)) found.push(`${one.textContent} / ${other.textContent}`);
          for (const [mark, next] of boxes('.timeline__event .event-mark'))
            if (mark.parentElement !== one.parentElement && touch(box, next)) found.push(`${one.textContent} / a mark`);
        });
        return { found, labels: labels.length };
      });
      expect(touching.found, `after ${step} steps`).toEqual([]);
      labelled += touching.labels;
      await closer.click();
    }
    expect(labelled).toBeGreaterThan(20);
  });
}

test('by keyboard alone an event is found on the timeline and selected', async ({ page }) => {
  await visit(page, './events/?type=nam-summit');
  await panel(page).focus();
  for (const key of ['+', '+', 'ArrowLeft']) await page.keyboard.press(key);
  await expect.poll(() => span(page)).toBeDefined();
  await page.keyboard.press('0');
  await expect.poll(() => span(page)).toBeUndefined();
  await page.keyboard.press('Enter');
  await expect(page.locator('#mark-nam-summit-01-belgrade-1961')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#mark-nam-summit-03-lusaka-1970')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => parameters(page).event).toBe('nam-summit-03-lusaka-1970');
  await expect(page.locator('#row-nam-summit-03-lusaka-1970')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeFocused();
  // In the list, arrow keys go from row to row.
  await page.locator('#row-nam-summit-03-lusaka-1970 .event-list__select').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#row-nam-summit-04-algiers-1973 .event-list__select')).toBeFocused();
});

test('keys that come within one frame are as many steps', async ({ page }) => {
  await visit(page, './events/?type=nam-summit');
  await page.locator('#mark-nam-summit-01-belgrade-1961').focus();
  await page.evaluate(() => {
    for (let step = 0; step < 3; step += 1) {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    }
  });
  await expect(page.locator('#mark-nam-summit-04-algiers-1973')).toBeFocused();
});

test('the focus takes the timeline along to an event out of view', async ({ page }) => {
  await visit(page, './events/?type=nam-summit&span=1961-01-01_1966-12-31');
  await page.locator('#mark-nam-summit-02-cairo-1964').focus();
  await page.keyboard.press('ArrowRight');
  const next = page.locator('#mark-nam-summit-03-lusaka-1970');
  await expect(next).toBeFocused();
  // Where the mark stands, since WebKit's observer of intersections tells nothing of it.
  await expect.poll(async () => inside(middle(await boxOf(next)), await boxOf(panel(page)))).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  needs('a finger');

  test('the line runs down, and a tap selects', async ({ page }) => {
    await visit(page, './events/?type=network-conference');
    const tops = await marks(page).evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(tops.length).toBe(4);
    await page.locator('.timeline__buttons').getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => span(page)).toBeDefined();
    await page.locator('.timeline__buttons').getByRole('button', { name: 'Show all' }).click();
    await page.locator('#mark-nam-pn-conference-baku-2022').tap();
    await expect.poll(() => parameters(page).event).toBe('nam-pn-conference-baku-2022');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('in Arabic time runs from right to left', async ({ page }) => {
  await visit(page, './ar/events/?type=nam-summit');
  const lefts = await marks(page).evaluateAll((all) => all.map((mark) => mark.querySelector('.event-mark')!.getBoundingClientRect().left));
  expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
  await panel(page).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(() => span(page)).toBeDefined();
  const [from] = span(page)!;
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => span(page)![0] > from).toBe(true);
});

test('what is taken away is what is shown, as a table, as JSON and as a calendar', async ({ page }) => {
  await visit(page, './events/?type=nam-summit&region=africa');
  // The list begins with the latest, a table with the first.
  const shown = (await titles(page).allTextContents()).toReversed();

  const csv = await exported(page, /^CSV, \d+ rows/);
  expect(csv.name).toMatch(/^nam-pn-events-\d{4}-\d{2}-\d{2}\.csv$/);
  const [header, ...table] = csv.text.trim().split('\r\n').map(cells);
  expect(table.map((row) => row[header.indexOf('title')])).toEqual(shown);
  for (const row of table) expect(row[header.indexOf('sources')], row[0]).toContain('https://');

  const json = JSON.parse((await exported(page, /^JSON, \d+ rows/)).text);
  expect(json.events.map((event: { title: string }) => event.title)).toEqual(shown);
  expect(json.about.sentence).toBe(await sentence(page).innerText());
  expect(json.about.address).toBe(page.url());

  const calendar = await exported(page, /^Calendar file, \d+ events/);
  const uids = calendar.text.replaceAll('\r\n ', '').match(/^UID:.*$/gm);
  const ids = json.events.map((event: { id: string }) => `UID:${event.id}@nam-pn`);
  expect(uids?.toSorted()).toEqual(ids.toSorted());

  const notes = await exported(page, /^Sources and licences/);
  expect(notes.text).toContain(page.url());
});

test('of no event there is a table and no calendar', async ({ page }) => {
  await visit(page, './events/?q=kiribati');
  await page.locator('summary', { hasText: 'Export' }).click();
  await expect(page.getByRole('button', { name: /^CSV, 0 rows/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Calendar file/ })).toHaveCount(0);
});

test('a calendar can be subscribed to for what is chosen', async ({ page, context, request }) => {
  needs('a clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, './events/?type=nam-summit');
  await page.locator('summary', { hasText: /^Calendar$/ }).click();
  const addresses = await page.locator('details[open] a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const files = ['calendars/all.ics', 'calendars/upcoming.ics', 'calendars/type/nam-summit.ics', 'feeds/events.atom'];
  expect(addresses).toEqual(files.map((file) => new URL(`../${file}`, page.url()).href));
  await page.getByRole('button', { name: 'Copy: All events' }).click();
  await expect(page.locator('#live-region')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(addresses[0]);
  const summits = await (await request.get(addresses[2])).text();
  expect(summits.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(events.filter(({ type }) => type === 'nam-summit').length);
});
