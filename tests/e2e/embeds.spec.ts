// Others show a part of the directory on pages of their own.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';

import { members } from './data';
import { axe, expect, test } from './fixtures';

/** A page of another origin with one frame. */
async function otherPage(address: string): Promise<{ url: string; server: Server }> {
  const html = `<!doctype html><html lang="en"><title>Another</title><iframe title="Frame" width="600" height="600" src="${address}"></iframe>
    <script>addEventListener('message', ({ data }) => { document.title = JSON.stringify(data); });</script>`;
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Opens a page of another origin that shows `path` in a frame, while `look` looks at it. */
async function framed(page: Page, base: string, path: string, look: (frame: FrameLocator) => Promise<void>): Promise<void> {
  const { url, server } = await otherPage(new URL(path, base).href);
  try {
    await page.goto(url);
    await look(page.frameLocator('iframe'));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.describe('on the page of another', () => {
  // The other page itself, and what browsers say of frames that they refuse.
  test.use({ expectedErrors: /^request to http:\/\/127\.0\.0\.1|frame-ancestors|Refused to display|Framing|policy: / });

  for (const path of ['embed/members/jordan/', 'embed/map/', 'fr/embed/map/africa/?theme=dark', 'embed/list/europe/', 'ar/embed/events/']) {
    test(`${path} is shown, and tells how high it is`, async ({ baseURL, page }) => {
      await framed(page, baseURL!, path, async (frame) => {
        await expect(frame.locator('h1')).toBeVisible();
        await expect(page).toHaveTitle(/^\{"hemicycle":\{"height":\d{3}\}\}$/);
      });
    });
  }

  const others = ['', 'members/jordan/', 'events/', 'contacts/', 'compare/', 'insights/', 'network/', 'data/', 'sources/', 'region/africa/', 'embed/', 'fr/embed/', 'not-saved.html'];
  for (const path of others) {
    test(`/${path} is not shown`, async ({ baseURL, page }) => {
      await framed(page, baseURL!, path, async (frame) => {
        const answer = await page.request.get(new URL(path, baseURL).href);
        expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
        await expect(page.locator('iframe')).toBeVisible();
        await expect(frame.locator('main')).toHaveCount(0);
      });
    });
  }

  test('a link leaves the frame for a tab of its own', async ({ baseURL, context, page }) => {
    await framed(page, baseURL!, 'embed/members/jordan/', async (frame) => {
      const opened = context.waitForEvent('page');
      await frame.getByRole('link', { name: 'Open in the directory' }).click();
      await expect(await opened).toHaveURL(/\/members\/jordan\/$/);
    });
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a frame shows a picture and links', async ({ page }) => {
    await page.goto('./embed/map/');
    await expect(page.locator('.map-picture')).toHaveAttribute('href', /assets\/map-.*\.svg$/);
    await expect(page.locator('.embed-map__legend').filter({ visible: true })).toHaveCount(1);
    await expect(page.locator('.embed__foot')).toContainText('do not imply official endorsement');
    await page.locator('summary').click();
    await expect(page.locator('.embed-map__list a')).toHaveCount(members.length);
    await expect(page.getByRole('link', { name: 'Kenya', exact: true })).toHaveAttribute('href', '../../members/kenya/');
  });

  test('the page with the code leads to all that can be framed', async ({ page }) => {
    await page.goto('./embed/');
    await expect(page.locator('form')).toHaveCount(0);
    await page.getByRole('link', { name: 'Next events' }).click();
    await expect(page.locator('h1')).toHaveText('Next events');
    await expect(page.locator('.embed-events a').first()).toBeVisible();
  });
});

test('outlines take the colours that the address asks for, and tell what they stand for', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 700 });
  await page.goto('./embed/map/?colour=structure');
  const kenya = page.locator('#ken');
  await expect(kenya).toHaveClass(/shade--category-/);
  await expect(page.locator('.embed-map__legend').filter({ visible: true })).toContainText('Bicameral');
  await kenya.hover();
  const tip = page.locator('.map-tooltip');
  await expect(tip).toContainText('Kenya');
  await expect(tip).toContainText('Member · Bicameral');
  await expect(tip).toContainText('Structure: Bicameral');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.getByRole('link', { name: 'Malta' }).or(page.getByRole('link', { name: 'Jamaica' })).first().focus();
  await expect(tip).toContainText('Jamaica');
  await expect(page.locator('#land')).toHaveClass('map-shape');
});

test('the map of a region fades the others', async ({ page }) => {
  await page.goto('./embed/map/africa/');
  await expect(page.locator('#ind')).toHaveAttribute('data-faded', '');
  await expect(page.locator('#ken')).not.toHaveAttribute('data-faded');
});

test('an outline that is clicked opens its page, one that is tapped tells of itself first', async ({ browser, baseURL, context, page }) => {
  await page.goto('./embed/map/');
  const opened = context.waitForEvent('page');
  await page.locator('#dza').click();
  await expect(await opened).toHaveURL(/\/members\/algeria\/$/);
  const touching = await browser.newContext({ hasTouch: true, serviceWorkers: 'block', baseURL });
  const phone = await touching.newPage();
  await phone.goto('./embed/map/');
  await expect(phone.locator('#dza')).toHaveClass(/shade/);
  await phone.locator('#dza').tap();
  await expect(phone.locator('.map-tooltip')).toContainText('Algeria');
  expect(touching.pages()).toHaveLength(1);
  await touching.close();
});

test('the theme is that of the address, whatever the device says', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto('./embed/events/');
  const light = await ground();
  await page.goto('./embed/events/?theme=dark');
  expect(await ground()).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./embed/events/?theme=light');
  expect(await ground()).toBe(light);
});

test('what is no option is told, and the nearest is taken', async ({ page }) => {
  await page.goto('./embed/map/?color=wimen&theme=neon&frame=1');
  const told = page.locator('.embed__problem');
  await expect(told.filter({ hasText: 'There is no option “color” here; it was taken for “colour”.' })).toHaveCount(1);
  await expect(told.filter({ hasText: '“wimen” is no value of “colour”; “women” is shown.' })).toContainText('Possible: region, status,');
  await expect(told.filter({ hasText: '“neon” is no value of “theme”; “auto” is shown. Possible: auto, light, dark.' })).toHaveCount(1);
  await expect(told.filter({ hasText: 'There is no option “frame” here. Possible: theme, colour.' })).toHaveCount(1);
  await expect(page.locator('.embed-map__legend').filter({ visible: true })).toContainText('Share of women');
  // A text in an address stays a text.
  await page.goto('./embed/list/?theme=<b>x</b>');
  await expect(told).toContainText('“<b>x</b>” is no value of “theme”');
});

test('a list is filtered by what is typed', async ({ page }) => {
  await page.goto('./embed/list/');
  const rows = page.locator('.embed-list li').filter({ visible: true });
  await expect(rows).toHaveCount(members.length);
  await page.getByLabel('Filter by name').fill('cote');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Côte d');
  await page.getByLabel('Filter by name').fill('zzz');
  await expect(page.getByText('Nothing in this list fits.')).toBeVisible();
});

test('events that are over by now are no longer to come', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-06-01T12:00:00Z'));
  await page.goto('./embed/events/');
  const upcoming = page.locator('[data-upcoming] li').filter({ visible: true });
  await expect(upcoming.first()).toContainText('2027');
  await page.clock.setFixedTime(new Date('2035-01-01T12:00:00Z'));
  await page.reload();
  await expect(page.getByText('The sources announce no further event.')).toBeVisible();
  await expect(upcoming).toHaveCount(0);
});

test('the code is that of what is shown, as high as its content', async ({ page }) => {
  await page.goto('./embed/?what=members&member=jordan');
  const code = page.getByLabel('Code for your page');
  const preview = page.frameLocator('#embed-preview');
  await expect(preview.locator('h1')).toHaveText('Jordan');
  await expect(code).toHaveValue(/src="http:\/\/[^"]*\/embed\/members\/jordan\/" title="Jordan – [^"]*" width="480" height="\d{3}"/);
  await expect(code).toHaveValue(/<p><a href="http:\/\/[^"]*\/members\/jordan\/">Jordan<\/a><\/p>$/);
  const height = /height="(\d+)"/.exec(await code.inputValue())![1];
  expect(await preview.locator('.embed').evaluate((embed) => Math.ceil(embed.getBoundingClientRect().height))).toBe(Number(height));

  await page.getByLabel('What to show').selectOption('Map');
  await page.getByRole('combobox', { name: 'Region' }).first().selectOption('Africa');
  await page.getByLabel('Colours of the map').selectOption('Share of women');
  await page.getByLabel('Light or dark').selectOption('Dark');
  await page.getByLabel('Language').selectOption('Français');
  await expect(code).toHaveValue(/\/fr\/embed\/map\/africa\/\?theme=dark&#38;colour=women" title="Afrique – /);
  await expect(page).toHaveURL(/\?what=map&region=africa&colour=women&theme=dark&language=fr$/);
  await page.reload();
  await expect(code).toHaveValue(/\/fr\/embed\/map\/africa\//);
});

test('the page with the code says what it does not know, and takes the nearest', async ({ page }) => {
  await page.goto('./embed/?what=members&member=kenia');
  await expect(page.locator('#embed-problem')).toHaveText('“kenia” is no value of “member”; “kenya” is shown.');
  await expect(page.frameLocator('#embed-preview').locator('h1')).toHaveText('Kenya');
});

test('a member’s page leads to the code for its card', async ({ page }) => {
  await page.goto('./members/chad/');
  await page.getByRole('link', { name: 'Embed on your website' }).click();
  await expect(page.frameLocator('#embed-preview').locator('h1')).toHaveText('Chad');
});

/** A frame of each kind in the language with the longest lines, and the size that oEmbed names for it (`Embed::size`). */
const SIZES: [path: string, width: number, height: number][] = [
  ['ar/embed/members/barbados/', 480, 680],
  ['ar/embed/map/', 640, 640],
  ['ru/embed/list/latin-america-and-the-caribbean/', 480, 640],
  ['ar/embed/events/', 480, 720],
];

for (const [path, width, height] of SIZES) {
  test(`${path} fits the size that is named for it`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`./${path}`);
    await expect(page.locator('.embed')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 320 pixels`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 600 } });

    for (const path of ['embed/', 'embed/members/india/', 'embed/map/?colour=seats', 'ar/embed/map/africa/', 'embed/list/', 'ar/embed/events/?x=1']) {
      test(`${path} is read by everybody`, async ({ page }) => {
        await page.goto(`./${path}`);
        await expect(page.locator('h1')).toBeVisible();
        await axe(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      });
    }
  });
}
