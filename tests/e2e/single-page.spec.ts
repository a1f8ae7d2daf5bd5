// The program shows what was published in its own frame: no step loads a page,
// and the list stays as it was left.

import type { Locator, Page, Request } from '@playwright/test';

import { visit } from './directory';
import { needs } from './engine';
import { axe, expect, test } from './fixtures';

declare global {
  interface Window {
    /** Gone where another document was loaded. */
    sameDocument?: boolean;
  }
  interface Element {
    /** Gone where the element was drawn anew. */
    sameElement?: boolean;
  }
}

const PAGE_OF_MEMBER = /\/members\/[a-z-]+\/(\?.*)?$/;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const list = (page: Page) => page.locator('.directory__results');
const linkTo = (row: Locator) => row.getByRole('link', { name: 'Open the page' });
/** The last link to an event on a member's page. */
const linkToEvent = (page: Page) => page.locator('a[href*="events/"]:not([href$="events/"])').locator('visible=true').last();
const mark = (page: Page) => page.evaluate(() => void (window.sameDocument = true));

async function expectSameDocument(page: Page, same = true): Promise<void> {
  expect(await page.evaluate(() => window.sameDocument === true), 'the document is the same').toBe(same);
}

/** The requests for pages of members and events, from now on. */
function pagesAsked(page: Page): Request[] {
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (/\/(members|events)\/[^/]+\/$/.test(new URL(request.url()).pathname)) asked.push(request);
  });
  return asked;
}

/** Holds back the pages that `pattern` matches until it is called. */
async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('a member opens in the page, as if it were loaded', async ({ page, directory, context }) => {
  needs('a clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await directory.open();
  const canonical = page.locator('link[rel="canonical"]');
  const ofList = await canonical.evaluate((link: HTMLLinkElement) => new URL(link.href).pathname);
  await mark(page);
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await expectSameDocument(page);
  await expect(page).toHaveURL(/\/members\/algeria\/$/);
  await expect(page).toHaveTitle(/^Algeria – /);
  await expect(page.locator('#content')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const shown = await page.evaluate(() => ({
    description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content,
    canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href,
    text: document.querySelector('#content')?.textContent,
    width: document.querySelector('.member-page')?.getBoundingClientRect().width,
    facts: getComputedStyle(document.querySelector('.key-facts')!).display,
  }));
  await expect(page.locator('#page-name')).toHaveText(/^Algeria – /);
  await expect(page.locator('.directory')).toHaveCount(0);
  await axe(page);
  await page.locator('button.copy').first().click();
  await expect(page.locator('#live-region')).not.toBeEmpty();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  const loaded = await page.evaluate(() => ({
    description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content,
    canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href,
    text: document.querySelector('#content')?.textContent,
    width: document.querySelector('.member-page')?.getBoundingClientRect().width,
    facts: getComputedStyle(document.querySelector('.key-facts')!).display,
  }));
  expect(shown).toEqual(loaded);
  await page.getByRole('link', { name: 'Directory', exact: true }).first().click();
  await expect(directory.rows.first()).toBeVisible();
  expect(await canonical.evaluate((link: HTMLLinkElement) => new URL(link.href).pathname)).toBe(ofList);
});

test('"back" is the list as it stood, and "forward" the member', { tag: '@journey' }, async ({ page, directory }) => {
  await directory.open('?region=africa');
  await mark(page);
  const title = await page.title();
  const description = await page.locator('meta[name="description"]').getAttribute('content');
  const link = linkTo(directory.row('ken'));
  await link.scrollIntoViewIfNeeded();
  const left = await list(page).evaluate((part) => part.scrollTop);
  expect(left).toBeGreaterThan(0);
  await directory.row('ken').evaluate((row) => void (row.sameElement = true));
  await link.click();
  await expect(heading(page)).toHaveText('Kenya');
  await page.goBack();
  await expect(directory.sentence).toContainText('in Africa');
  expect(await directory.row('ken').evaluate((row) => row.sameElement)).toBe(true);
  await expect.poll(() => list(page).evaluate((part) => part.scrollTop)).toBe(left);
  await expect(link).toBeFocused();
  await expect(page).toHaveTitle(title);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', description!);
  await page.goForward();
  await expect(heading(page)).toHaveText('Kenya');
  await expect(page).toHaveTitle(/^Kenya – /);
  await expectSameDocument(page);
  await page.goBack();
  // The list goes on as ever.
  await directory.search.fill('chad');
  await expect(directory.rows).toHaveCount(1);
  await directory.expectParameters({ q: 'chad', region: 'africa' });
});

test('page and list have their styles as soon as they are there', async ({ page, directory }) => {
  await directory.open();
  const seen = (selector: string) => page.evaluate((selector) => new Promise<string>((done) => {
    const content = document.getElementById('content')!;
    const observer = new MutationObserver(() => {
      const part = content.querySelector(selector);
      if (!part) return;
      observer.disconnect();
      const { display, overflowY } = getComputedStyle(part);
      done(`${display} ${overflowY}`);
    });
    observer.observe(content, { childList: true, subtree: true });
  }), selector);
  for (const _ of ['the first time', 'again']) {
    const facts = seen('.key-facts');
    await linkTo(directory.row('dza')).click();
    expect(await facts).toBe('grid visible');
    const rows = seen('.directory__results');
    await page.goBack();
    expect(await rows).toBe('block auto');
  }
});

test('from member to member, and to its events, forth and back', async ({ page, directory }) => {
  await directory.open('?q=ni');
  await mark(page);
  const names = await directory.names.allTextContents();
  await linkTo(directory.rows.first()).click();
  await expect(heading(page)).toHaveText(names[0]);
  await directory.expectParameters({ q: 'ni' });
  await page.getByRole('link', { name: 'Next:' }).click();
  await expect(heading(page)).toHaveText(names[1]);
  await directory.expectParameters({ q: 'ni' });
  await expect(page.locator('#content')).toBeFocused();
  await expect(page.locator('.pager__place')).toContainText('2');
  await page.goBack();
  await expect(heading(page)).toHaveText(names[0]);
  await page.goBack();
  expect(await directory.names.allTextContents()).toEqual(names);
  await directory.expectParameters({ q: 'ni' });
  await expectSameDocument(page);
});

test('a member leads to its events and back', async ({ page }) => {
  await visit(page, './members/algeria/');
  await mark(page);
  await linkToEvent(page).click();
  await expect(page.locator('.event-page')).toBeVisible();
  const event = await heading(page).textContent();
  expect(event).not.toBe('Algeria');
  await page.locator('.event-page .breadcrumbs a').first().click();
  await expect(page.locator('.event-list__select').first()).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(event!);
  await page.goBack();
  await expect(heading(page)).toHaveText('Algeria');
  await expectSameDocument(page);
});

test('Enter on a link opens the page, and a key with it another tab', async ({ page, directory, context }) => {
  needs('another window');
  await directory.open();
  await mark(page);
  const link = linkTo(directory.row('dza'));
  await link.focus();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const tab = await opened;
  await expect(heading(tab)).toHaveText('Algeria');
  const another = context.waitForEvent('page');
  await link.click({ button: 'middle' });
  await expect(heading(await another)).toHaveText('Algeria');
  await expect(directory.rows.first()).toBeVisible();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Algeria');
  await expect(page.locator('#content')).toBeFocused();
  await expectSameDocument(page);
});

test('contacts come from the directory and go back to it', async ({ page, directory }) => {
  await directory.open();
  await mark(page);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page).toHaveTitle(/Contacts/);
  const rows = page.locator('#contacts > tbody:not([hidden])');
  await expect(rows).toHaveCount(138);
  await directory.search.fill('chad');
  await expect(rows).toHaveCount(1);
  await page.getByRole('link', { name: 'Directory', exact: true }).click();
  await expect(directory.rows.first()).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link', { name: 'Chad', exact: true }).first().click();
  await expect(page).toHaveURL(/\/contacts\/|\/members\/chad\//);
  await expectSameDocument(page);
});

test('who is quicker than the data waits on the page before', async ({ page, directory }) => {
  const release = await hold(page, /\/map-[^/]*\.json$/);
  await visit(page, './network/');
  await mark(page);
  await page.locator('.site-header').getByRole('link', { name: 'Directory', exact: true }).click();
  await expect(page.locator('#content')).toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveURL(/\/network\/$/);
  release();
  await expect(directory.rows.first()).toBeVisible();
  await expect(directory.map).toBeVisible();
  await expectSameDocument(page);
});

test('an event is opened in the page before the events have come', async ({ page }) => {
  const release = await hold(page, /\/events-[^/]*\.json$/);
  await visit(page, './members/algeria/');
  await mark(page);
  await linkToEvent(page).click();
  await expect(page.locator('#content')).toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveURL(/\/members\/algeria\/$/);
  release();
  await expect(page.locator('.event-page')).toBeVisible();
  await expectSameDocument(page);
});

test('the main pages open from each other, and each id stands once', async ({ page }) => {
  await visit(page, './network/');
  await mark(page);
  for (const name of ['Directory', 'Data', 'Events', 'Network', 'Contacts', 'Data']) {
    const link = page.locator('.site-header').getByRole('link', { name, exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(heading(page)).toBeVisible();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    const sheets = page.locator('link[rel="stylesheet"]:not([media])');
    await expect(sheets).toHaveCount(2);
  }
  await expectSameDocument(page);
});

test('the list opens from a page that was loaded, with its own looks', async ({ page, directory }) => {
  await visit(page, './members/algeria/?region=africa');
  await mark(page);
  await page.locator('.breadcrumbs a').first().click();
  await expect(directory.sentence).toContainText('in Africa');
  await directory.expectSelected('dza');
  await expect(page.locator('.search-box')).toHaveCSS('display', /.+/);
  await expect(page.locator('#content')).toBeFocused();
  await page.goBack();
  await expect(heading(page)).toHaveText('Algeria');
  await expectSameDocument(page);
});

test('a link that is pointed at has its page fetched, once', async ({ page, directory }) => {
  await directory.open();
  const asked = pagesAsked(page);
  await linkTo(directory.row('dza')).hover();
  await expect.poll(() => asked.length).toBe(1);
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await page.goBack();
  await page.goForward();
  await expect(heading(page)).toHaveText('Algeria');
  expect(asked).toHaveLength(1);
});

test('nobody who spares data pays for pointing', async ({ page, directory }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await directory.open();
  const asked = pagesAsked(page);
  const link = linkTo(directory.row('dza'));
  await link.focus();
  await link.press('Enter');
  await expect(heading(page)).toHaveText('Algeria');
  expect(asked).toHaveLength(1);
});

test('of two pages that are asked for the second is shown', async ({ page, directory }) => {
  await directory.open();
  await mark(page);
  const release = await hold(page, /\/members\/algeria\//);
  await linkTo(directory.row('dza')).click();
  await expect(page.locator('#content')).toHaveAttribute('aria-busy', 'true');
  await expect(page).toHaveURL(/\/$/);
  await linkTo(directory.row('ago')).click();
  await expect(heading(page)).toHaveText('Angola');
  const come = page.waitForResponse(/\/members\/algeria\//);
  release();
  await come;
  await page.getByRole('link', { name: 'Next:' }).click();
  await expect(heading(page)).not.toHaveText(/Algeria|Angola/);
  await page.goBack();
  await expect(heading(page)).toHaveText('Angola');
  await expectSameDocument(page);
});

test.describe('what does not come', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test('is said, and may be tried again', async ({ page, directory }) => {
    await directory.open();
    await mark(page);
    await page.route(PAGE_OF_MEMBER, (route) => route.abort());
    await linkTo(directory.row('dza')).click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('The connection failed');
    await expect(page).toHaveURL(/\/$/);
    await expect(directory.rows.first()).toBeVisible();
    await axe(page);
    await page.unroute(PAGE_OF_MEMBER);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(page)).toHaveText('Algeria');
    await expect(notice).toHaveCount(0);
    await expectSameDocument(page);
  });

  test('is told by the host where it has no such page', async ({ page, directory }) => {
    await directory.open();
    await mark(page);
    await page.route(PAGE_OF_MEMBER, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>gone</h1>' }));
    await linkTo(directory.row('dza')).click();
    await expect(heading(page)).toHaveText('gone');
    await expectSameDocument(page, false);
  });

  test('an event is read where the events do not come', async ({ page }) => {
    await page.route(/\/events-[^/]*\.json$/, (route) => route.abort());
    await visit(page, './members/algeria/');
    await linkToEvent(page).click();
    await expect(page.locator('.event-page')).toBeVisible();
  });
});

test('a page of a newer version is loaded with its own program', async ({ page, directory }) => {
  needs('a page cache');
  await directory.open();
  await mark(page);
  await page.route(PAGE_OF_MEMBER, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/boot-[0-9a-f]{16}/, 'boot-0123456789abcdef').replace(/boot-0123[^>]*/, '$&');
    await route.fulfill({ response, body: route.request().isNavigationRequest() ? await response.text() : body });
  });
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  await expectSameDocument(page, false);
  await page.goBack();
  await expect(directory.rows.first()).toBeVisible();
});

test('a place on a page that is opened is gone to, and the form can be shown there', async ({ page, directory }) => {
  await directory.open();
  await mark(page);
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await page.locator('summary', { hasText: 'Source of Joined' }).click();
  await page.locator('details[open] a[href$="#general-knowledge"]').first().click();
  await expect(page.locator('#general-knowledge')).toBeInViewport();
  expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('general-knowledge');
  await page.goBack();
  await expect(heading(page)).toHaveText('Algeria');
  await page.locator('a[href$="#sheet"]').first().click();
  await expect(page.locator('#sheet')).toBeVisible();
  await expectSameDocument(page);
});

test('the language is switched on the page that is shown', async ({ page, directory }) => {
  await directory.open();
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await page.locator('.language-switch summary').click();
  await page.locator('.language-switch').getByRole('link', { name: 'Français' }).click();
  await expect(heading(page)).toHaveText('Algérie');
  await expect(page).toHaveURL(/\/fr\/members\/algeria\/$/);
});

test('it is the same from right to left', async ({ page, directory }) => {
  await visit(page, './ar/');
  await mark(page);
  const link = directory.row('dza').locator('a[href*="members/"]');
  await link.click();
  await expect(page).toHaveURL(/\/ar\/members\/algeria\/$/);
  await expect(heading(page)).toHaveText('الجزائر');
  await page.goBack();
  await expect(link).toBeFocused();
  await expectSameDocument(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });
  needs('a finger');

  test('the page begins at its top, and "back" stands where it was left', async ({ page, directory }) => {
    await directory.open();
    await mark(page);
    const link = linkTo(directory.row('ken'));
    await link.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(500);
    await link.tap();
    await expect(heading(page)).toHaveText('Kenya');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.evaluate(() => scrollTo(0, 300));
    await page.goBack();
    await expect(directory.row('ken')).toBeInViewport();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
    await page.goForward();
    await expect(heading(page)).toHaveText('Kenya');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
    await expectSameDocument(page);
  });
});

test('it is printed without the list that waits', async ({ page, directory }) => {
  await directory.open();
  await linkTo(directory.row('dza')).click();
  await expect(heading(page)).toHaveText('Algeria');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.member-list__row')).toHaveCount(0);
  await expect(heading(page)).toBeVisible();
});
