// A page that the browser translates: its translator puts elements or texts of
// its own in the place of texts, at any time, and tells another language. Here
// with the same words, so that what is read can be held to a page as it is.

import type { Page } from '@playwright/test';

import { Directory, visit } from './directory';
import { expect, test } from './fixtures';

/** How translators take over a text: Chromium's and Edge's, and Firefox's where sentences change. */
const WAYS = ['by elements', 'by other texts'] as const;

/** Has every text of the page taken over, now and whenever one comes. */
async function translate(page: Page, way: (typeof WAYS)[number]): Promise<void> {
  await page.evaluate((way) => {
    const done = new WeakSet<Node>();
    const takeOver = (text: Text) => {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      const other = inner.appendChild(new Text(text.data));
      done.add(other);
      text.replaceWith(way === 'by elements' ? outer : other);
    };
    const takeOverAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = root instanceof Text ? [root] : [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (text.data.trim() && text.isConnected && !done.has(text) && !text.parentElement?.closest('script, style, svg')) takeOver(text);
      }
    };
    document.documentElement.lang = 'id';
    takeOverAll(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) [target, ...addedNodes].forEach(takeOverAll);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, way);
}

/** What is read in the page, in words; without what is said, which waits for a pause. */
async function read(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const status of document.querySelectorAll('[role="status"]')) status.setAttribute('hidden', '');
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });
  const text = await page.getByRole('main').innerText();
  return text.split(/\s+/);
}

type Steps = Record<string, (page: Page, directory: Directory) => Promise<unknown>>;

/** Where readers begin, and what they do there, one after the other. */
const JOURNEYS: Record<string, Steps> = {
  './': {
    'finds by a name': (_, { search }) => search.fill('kenya'),
    'finds by another name': (_, { search }) => search.fill('persia'),
    'finds nothing': (_, { search }) => search.fill('qqqq'),
    'finds all again': (_, { search }) => search.fill(''),
    'filters': (_, directory) => directory.choose('Region', 'Africa'),
    'filters by more': (_, directory) => directory.choose('Structure', 'Bicameral'),
    'sorts': (_, directory) => directory.sortBy('Seats'),
    'selects': (page) => page.locator('.member-list__select').filter({ visible: true }).nth(3).click(),
    'shows a table': (page) => page.locator('.view-switch, nav').getByRole('link', { name: 'Table' }).first().click(),
    'searches in the table': (_, { search }) => search.fill('republic'),
    'reads a member': async (page, { table }) => {
      await table.getByRole('link').filter({ visible: true }).nth(5).click();
      await expect(page.locator('#content .breadcrumbs')).toBeVisible();
    },
    'goes back': async (page, { table }) => {
      await page.goBack();
      await expect(table).toBeVisible();
    },
  },
  './?year=1990': {
    'goes to another year': (page) => page.getByRole('slider').press('Home'),
    'searches in it': (_, { search }) => search.fill('united'),
    'finds nothing in it': (_, { search }) => search.fill('qqqq'),
    'steps on': (page) => page.getByRole('slider').press('ArrowRight'),
    'finds all again': (_, { search }) => search.fill(''),
    'comes to today': (page) => page.getByRole('slider').press('End'),
    'goes back from today': (page) => page.getByRole('slider').press('Home'),
  },
  './events/': {
    'finds': (page) => page.getByRole('textbox', { name: 'Search the events' }).fill('colombo'),
    'finds nothing': (page) => page.getByRole('textbox', { name: 'Search the events' }).fill('qqqq'),
    'finds all again': (page) => page.getByRole('textbox', { name: 'Search the events' }).fill(''),
    'filters': (_, directory) => directory.choose('Type', 'Summit of the Movement'),
    'selects': (page) => page.locator('.event-list__select').first().click(),
    'goes back': async (page) => {
      await page.goBack();
      await expect(page.locator('.event-list [aria-current]')).toHaveCount(0);
    },
  },
  './contacts/': {
    'finds': (page) => page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('cuba'),
    'finds all again': (page) => page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill(''),
    'ticks': (page) => page.locator('#row-ken').getByRole('checkbox').check(),
    'filters': (_, directory) => directory.choose('Region', 'Africa'),
  },
};

/** What is read after each step. */
async function travel(page: Page, steps: Steps): Promise<Record<string, string[]>> {
  const directory = new Directory(page);
  const texts: Record<string, string[]> = { begins: await read(page) };
  for (const [step, act] of Object.entries(steps)) {
    await act(page, directory);
    texts[step] = await read(page);
  }
  const sentence = (await page.locator('h1').filter({ visible: true }).innerText()).trim();
  await expect(page.locator('main [role="status"]'), 'it is said').toHaveText(sentence);
  return texts;
}

for (const way of WAYS) {
  for (const [from, steps] of Object.entries(JOURNEYS)) {
    test(`what is read at ${from} is the same where texts are taken over ${way}`, async ({ page }) => {
      const open = async () => {
        await visit(page, from);
        // The events, which tell who was host, come after the rows of a past year.
        if (from.includes('year=')) await expect(page.locator('#row-dza')).toContainText('host in');
      };
      await open();
      const expected = await travel(page, steps);
      await open();
      await translate(page, way);
      expect(await travel(page, steps)).toEqual(expected);
    });
  }
}

test('the program starts in the language of the page, whatever the browser makes of it', async ({ page, directory }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body && document.documentElement.lang !== 'id') document.documentElement.lang = 'id';
    }).observe(document, { childList: true, subtree: true });
  });
  await visit(page, './fr/');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
  await expect(directory.sentence).toContainText('parlements');
});
