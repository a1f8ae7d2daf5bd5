// A reader opens the directory on a phone.

import { visit } from './directory';
import { needs } from './engine';
import { expectNothingCut } from './fits';
import { axe, expect, test } from './fixtures';

const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

const pages = [
  { name: 'list', path: './', ready: '.member-list__row' },
  { name: 'list with filters', path: './?region=africa&structure=bicameral&q=assembly&selected=nga', ready: '.chip' },
  { name: 'map', path: './?view=map', ready: '.map-member' },
  { name: 'list of a past year', path: './?year=1975', ready: '.year-slider' },
  { name: 'table', path: './?view=table', ready: '.member-table' },
  { name: 'member', path: './members/bosnia-and-herzegovina/', ready: '.chamber-card' },
  { name: 'events', path: './events/', ready: '.timeline__event' },
  { name: 'page of the contacts', path: './contacts/?contact=phone', ready: '#contacts' },
  { name: 'month of events', path: './events/?view=month&month=2024-01', ready: '.month__event' },
  { name: 'comparison', path: './compare/?members=ken,gha,ind', ready: '.compare .origin' },
  { name: 'page of insights', path: './insights/', ready: '.insight' },
  { name: 'list with boxes', path: './?members=ken', ready: '.tick' },
  { name: 'event', path: './events/nam-pn-conference-baku-2022/', ready: '.event-page' },
  { name: 'page of the network', path: './network/', ready: '.network-page' },
  { name: 'data page', path: './data/', ready: '.cases' },
  { name: 'page of the sources', path: './sources/', ready: '.sources' },
];

for (const viewport of sizes) {
  test.describe(`${viewport.width} pixels`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });
    needs('a finger');

    for (const { name, path, ready } of pages) {
      test(`the ${name} fits, with room for fingers`, async ({ page }) => {
        await visit(page, path);
        await expect(page.locator(ready).first()).toBeVisible();
        await expectNothingCut(page);
        // No target is smaller than 24 pixels, unless it keeps that far from all others.
        await axe(page, ['target-size']);
      });
    }

    test('list and map are two tabs of one view', async ({ directory, page }) => {
      await directory.open('?region=africa');
      await expect(directory.map).toBeHidden();
      const tabs = page.getByRole('navigation', { name: 'View' });
      await tabs.getByRole('link', { name: 'Map' }).tap();
      await expect(directory.map).toBeVisible();
      await expect(directory.rows.first()).toBeHidden();
      await expect(page.getByText('do not imply official endorsement')).toBeVisible();
      const { x, y } = await directory.pointOf('dza');
      await page.touchscreen.tap(x, y);
      await expect(directory.onMap('dza')).toHaveAttribute('aria-current', 'true');
      await tabs.getByRole('link', { name: 'List' }).tap();
      await expect(directory.select('dza')).toHaveAttribute('aria-current', 'true');
      await expect(directory.row('dza')).toBeInViewport();
    });

    test('a row opens the member, and back leads to the list', async ({ directory, page }) => {
      await directory.open('?region=africa');
      await directory.row('ago').getByRole('link', { name: 'Open the page of Angola' }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
      await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Directory' }).tap();
      await directory.expectParameters({ region: 'africa', selected: 'ago' });
      await expect(directory.row('ago')).toBeInViewport();
    });

    test('the row that one comes back to is in view, however far down', async ({ directory, page }) => {
      await visit(page, './members/zimbabwe/');
      await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Directory' }).tap();
      await expect(directory.row('zwe')).toBeInViewport();
    });

    test('what is selected on the map is in view in the list', async ({ directory, page }) => {
      await directory.open('?view=map&region=africa&selected=zmb');
      const tabs = page.getByRole('navigation', { name: 'View' });
      await tabs.getByRole('link', { name: 'List' }).tap();
      await expect(directory.row('zmb')).toBeInViewport();
    });

    test('the filters unfold and narrow the list', async ({ directory, page }) => {
      await directory.open();
      const toggle = page.getByRole('button', { name: 'Filter, sort' });
      await expect(toggle).toHaveAttribute('aria-expanded', 'false');
      await toggle.tap();
      await directory.button('Region').tap();
      await expect(directory.option('Region', 'Africa')).toBeInViewport();
      await expectNothingCut(page);
      await axe(page);
      await directory.option('Region', 'Europe').tap();
      await expect(directory.rows).toHaveCount(7);
      await expect(toggle).toHaveText(/\(1\)/);
    });
  });
}
