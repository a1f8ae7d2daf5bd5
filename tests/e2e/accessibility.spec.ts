// Every page and state, by the rules of axe, on light and dark ground.

import { axe, expect, test } from './fixtures';
import { visit } from './directory';

const sizes = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
];

const states = [
  { name: 'list', path: './', ready: '.member-list__row' },
  { name: 'list with filters, words and a selection', path: './?q=assembly&region=africa&structure=unicameral&selected=nga', ready: '.chip' },
  { name: 'table', path: './?view=table&sort=seats', ready: '.member-table tbody tr' },
  { name: 'map', path: './?view=map&region=africa&selected=syc', ready: '#map .map-shape' },
  { name: 'past year', path: './?year=1975', ready: '.former-rows' },
  { name: 'table of a past year', path: './?view=table&year=1989&region=europe', ready: '.former-rows' },
  { name: 'empty result', path: './?q=upper+volta&region=europe', ready: '.nothing-found' },
  { name: 'member with two chambers', path: './members/bosnia-and-herzegovina/', ready: '.chamber-card' },
  { name: 'member without a parliament', path: './members/afghanistan/', ready: '.member-page' },
  { name: 'member with old addresses', path: './members/burkina-faso/', ready: '.contact-list' },
  { name: 'events', path: './events/', ready: '.timeline__event' },
  { name: 'events with filters and a selection', path: './events/?type=nam-summit&region=africa&event=nam-summit-03-lusaka-1970&span=1965-01-01_1975-12-31', ready: '.chip' },
  { name: 'no event', path: './events/?q=zzzz', ready: '.nothing-found' },
  { name: 'contacts', path: './contacts/', ready: '#contacts' },
  { name: 'contacts with filters and a choice', path: './contacts/?contact=email&members=brb,jam', ready: '.shortlist' },
  { name: 'parliaments side by side', path: './compare/?members=ken,gha,ind', ready: '.compare .origin' },
  { name: 'insights', path: './insights/', ready: '.insight' },
  { name: 'a month of events', path: './events/?view=month&month=2024-01', ready: '.month__event' },
  { name: 'list with boxes', path: './?members=ken,gha&selected=ind', ready: '.tick' },
  { name: 'correction form', path: './members/jamaica/#sheet', ready: '#sheet' },
  { name: 'event', path: './events/nam-pn-conference-baku-2022/', ready: '.event-page' },
  { name: 'page of the network', path: './network/', ready: '.network-page' },
  { name: 'data page', path: './data/', ready: '.cases' },
  { name: 'page of the sources', path: './sources/', ready: '.sources' },
];

/** What of a page depends on its ground: all else is the same on either. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

for (const viewport of sizes) {
  test.describe(`${viewport.width} pixels`, () => {
    test.use({ viewport });

    for (const { name, path, ready } of states) {
      test(name, async ({ page }) => {
        await visit(page, path);
        await expect(page.locator(ready).first()).toBeVisible();
        // What is read as published is audited in light on a wide screen by
        // html-alone.spec.ts.
        const isAudited = viewport.width === 1280 && /^\.\/(members|network|data|sources|insights|events\/\w)/.test(path);
        if (!isAudited) await axe(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await axe(page, OF_COLOURS);
      });
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, open`, () => {
    test.use({ colorScheme });

    for (const menu of ['Region', 'Joined', 'Sort', 'Export']) {
      test(`menu ${menu}`, async ({ directory, page }) => {
        await directory.open('?region=africa&status=observer');
        await directory.unfold(menu);
        await axe(page);
      });
    }

    test('source of a fact, other names', async ({ page }) => {
      await visit(page, './members/jordan/');
      await page.locator('.origin summary').first().click();
      await page.locator('.aliases summary').click();
      await axe(page);
    });
  });
}

// In light alone: the page of the host has no ground of its own, and axe takes that for white.
test.describe('an address without a member', () => {
  test.use({ expectedErrors: /status of 404/ });

  test('says so', async ({ page }) => {
    await page.goto('./members/atlantis/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await axe(page);
  });
});

test('headings, landmarks and titles tell the pages apart', async ({ directory, page }) => {
  const titles = new Set<string>();
  for (const path of ['./', './?region=africa', './members/cuba/', './data/', './events/', './contacts/', './network/', './compare/', './insights/']) {
    await visit(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toHaveCount(1);
    await expect(directory.page.locator('#content')).toBeVisible();
    titles.add(await page.title());
  }
  expect(titles.size).toBe(9);
});
