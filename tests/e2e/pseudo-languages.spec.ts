// Languages that nobody speaks find what no catalogue has reached and what has
// no room for longer words. `cargo xtask test` adds them to the committed data
// by files alone, as docs/translating.md tells of any language.

import type { Page } from '@playwright/test';

import { visit } from './directory';
import { axe, expect, test } from './fixtures';
import { expectNothingCut } from './fits';

test.use({
  baseURL: async ({}, use) => {
    await use(process.env.PSEUDO_URL ?? 'http://localhost:8080/');
  },
});

const pages = [
  './',
  './?region=africa,europe&structure=bicameral,none&status=member&joined=1960s&membership=member,unknown&q=a&sort=women',
  './?year=1975',
  './?view=table&q=ƈǿƞɠǿ',
  './?q=ẑẑẑẑẑẑẑẑ',
  './members/algeria/',
  './members/argentina/',
  './members/myanmar/',
  './events/',
  './events/?type=nam-summit&region=africa&q=a&state=held',
  './events/nam-pn-conference-baku-2022/',
  './contacts/?contact=phone,email&members=jam',
  './events/?view=month&month=2024-01',
  './compare/?members=dza,ken',
  './insights/',
  './network/',
  './data/',
  './sources/',
];

/** Words of two letters and more that no catalogue gave, outside of what says that it is in another language or in none. */
function plain(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang;
    const isForeign = (element: Element) => {
      // A name by which a row was found, and names of a language that no source tells.
      if (element.closest('.member-list__why bdi, .lang-name')) return true;
      const marked = element.closest('[lang], [translate=no]')!;
      return marked.getAttribute('translate') === 'no' || marked.getAttribute('lang') !== own;
    };
    const isPlain = (text: string) => /[a-z]{2}/i.test(text.normalize('NFC'));
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (isPlain(textContent!) && !isForeign(parentElement!)) found.push(textContent!.trim());
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      // A link to a page in another language has the own name of that.
      for (const element of document.querySelectorAll(`[${name}]:not(link)`)) {
        const text = element.getAttribute(name)!;
        // What is filled in may be a name in its own language.
        if (isPlain(text) && !/[ȧḗīǿŭẋ]/.test(text) && !isForeign(element)) found.push(`${name}: ${text}`);
      }
    }
    return [...new Set(found)];
  });
}

for (const [code, direction] of [['en-XA', 'ltr'], ['ar-XB', 'rtl']]) {
  test.describe(`${code}, ${direction}`, () => {
    for (const address of pages) {
      test(`nothing is left in English, and longer words have room: ${address}`, async ({ page }) => {
        await visit(page, address.replace('./', `./${code}/`));
        await expect(page.locator('html')).toHaveAttribute('dir', direction);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await test.step(`at ${width} pixels`, () => expectNothingCut(page));
        }
        expect(await plain(page)).toEqual([]);
        for (const menu of await page.locator('.filters summary:visible').all()) {
          await menu.click();
          await expect(page.locator('.filters details[open] .option').first()).toBeVisible();
          expect(await plain(page)).toEqual([]);
        }
        expect(await page.title()).toMatch(/[ȧḗīǿŭẋ]/);
      });
    }

    test('its pages are accessible', async ({ page }) => {
      for (const address of ['', 'members/algeria/', 'data/']) {
        await visit(page, `./${code}/${address}`);
        await axe(page);
      }
    });
  });
}

test('digits and numbers are those of the language', async ({ page, directory }) => {
  await visit(page, './ar-XB/members/china/');
  await expect(page.locator('.seat-chart__total')).toHaveText('٣,٠٠٠');
  await visit(page, './ar-XB/');
  await expect(directory.sentence).toContainText('١٣٨');
});

test('the language is offered by the switch, and found by the search of others', async ({ page, directory }) => {
  await visit(page, './?q=ḗɠẏƥŧ');
  await expect(directory.row('egy')).toBeVisible();
  await page.locator('.language-switch summary').click();
  await page.locator('.language-switch a[hreflang=en-XA]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  await expect(directory.row('egy')).toBeVisible();
});

test('the map is not mirrored, the page is', async ({ page, directory }) => {
  const positions = async (code: string) => {
    await visit(page, `./${code}`);
    const x = async (id: string) => (await directory.pointOf(id)).x;
    const list = await page.locator('.member-list').boundingBox();
    return { west: await x('cub'), east: await x('idn'), list: list!.x };
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  const ltr = await positions('');
  const rtl = await positions('ar-XB/');
  expect(ltr.west).toBeLessThan(ltr.east);
  expect(rtl.west).toBeLessThan(rtl.east);
  expect(ltr.list).toBeLessThan(400);
  expect(rtl.list).toBeGreaterThan(800);
});
