// A reader walks list, menus and map without a pointer.

import type { Page } from '@playwright/test';

import { members } from './data';
import { boxOf, visit } from './directory';
import { expect, test } from './fixtures';

/** The id of the element that has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** Presses Tab until something under `inside` has the focus. */
async function tabTo(page: Page, inside: string): Promise<void> {
  const arrived = () => page.evaluate((selector) => Boolean(document.activeElement?.closest(selector)), inside);
  for (let presses = 0; presses < 400; presses++) {
    if (await arrived()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${inside}`);
}

test('“/” goes to the search box, Escape empties it', async ({ directory, page }) => {
  await directory.open('?status=member');
  await page.keyboard.press('/');
  await expect(directory.search).toBeFocused();
  await page.keyboard.type('zaire/');
  await expect(directory.search).toHaveValue('zaire/');
  await page.keyboard.press('Escape');
  await expect(directory.search).toHaveValue('');
  await expect(directory.search).toBeFocused();
  await directory.expectParameters({ status: 'member' });
});

test('“/” can be switched off, and stays off', async ({ directory, page }) => {
  await directory.open();
  await page.getByRole('button', { name: 'Search by the “/” key: on' }).click();
  await page.keyboard.press('/');
  await expect(directory.search).not.toBeFocused();
  await page.reload();
  await page.getByRole('button', { name: 'Search by the “/” key: off' }).click();
  await page.keyboard.press('/');
  await expect(directory.search).toBeFocused();
});

test('keys that an input method needs are left to it', async ({ directory }) => {
  await directory.open('?q=chi');
  await directory.search.focus();
  for (const key of ['Escape', 'ArrowDown']) {
    await directory.search.dispatchEvent('keydown', { key, isComposing: true });
  }
  await expect(directory.search).toHaveValue('chi');
  await expect(directory.search).toBeFocused();
});

test('clearing the search leaves the reader at the box', async ({ directory, page }) => {
  await directory.open('?q=chi');
  await page.getByRole('link', { name: 'Clear the search', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(directory.search).toHaveValue('');
  await expect(directory.search).toBeFocused();
});

test('arrow keys walk the rows and come back, Enter selects', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open('?region=europe');
  await directory.search.focus();
  await page.keyboard.press('ArrowDown');
  await expect(directory.rows.nth(0).locator('.member-list__select')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(directory.rows.nth(2).locator('.member-list__select')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const second = directory.rows.nth(1);
  await expect(second.locator('.member-list__select')).toBeFocused();
  await page.keyboard.press('Enter');
  const id = ((await second.getAttribute('id')) ?? '').replace('row-', '');
  await directory.expectSelected(id);
  await expect(directory.select(id)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(directory.search).toBeFocused();
});

test('arrow keys lead from the search box into the events and back', async ({ page }) => {
  await visit(page, './events/');
  const search = page.locator('#search');
  await search.focus();
  await page.keyboard.press('ArrowDown');
  const rows = page.locator('.event-list__select');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
});

test('a menu opens, is walked and closes by keys, and gives the focus back', async ({ directory, page }) => {
  await directory.open();
  await directory.button('Structure').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(directory.option('Structure', 'Unicameral')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await directory.expectParameters({ structure: 'bicameral' });
  await expect(directory.option('Structure', 'Bicameral'), 'the focus stays where the choice was made').toBeFocused();
  await page.keyboard.press('Escape');
  await expect(directory.menu('Structure')).not.toHaveAttribute('open');
  await expect(directory.button('Structure')).toBeFocused();
});

test('a menu holds its values before the browser tells that it is open', async ({ directory, page }) => {
  await directory.open();
  const menu = directory.menu('Structure');
  await menu.evaluate(details => {
    const count = () => { details.dataset.values = String(details.querySelectorAll('a').length); };
    details.addEventListener('toggle', count, { capture: true });
  });
  await directory.button('Structure').focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('data-values', /^[1-9]/);
  const value = directory.option('Structure', 'Unicameral');
  await value.focus();
  await menu.dispatchEvent('toggle');
  await expect(value, 'told late, it draws nothing anew').toBeFocused();
});

test('the map is moved and enlarged by keys', async ({ directory, page }) => {
  await directory.open();
  await directory.map.focus();
  const whole = await directory.scale();
  await page.keyboard.press('+');
  await expect.poll(() => directory.scale()).toBeGreaterThan(whole);
  const near = await directory.pointOf('nga');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await directory.pointOf('nga')).x).toBeLessThan(near.x);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await directory.pointOf('nga')).y).toBeLessThan(near.y);
  await page.keyboard.press('-');
  await expect.poll(() => directory.scale()).toBeCloseTo(whole, 3);
  await page.keyboard.press('+');
  await page.keyboard.press('0');
  await expect.poll(() => directory.scale()).toBe(whole);
  await directory.expectParameters({});
});

test('arrow keys go from member to member, Enter selects, Escape returns', async ({ directory, page }) => {
  await directory.open('?selected=nga');
  await tabTo(page, '#map');
  await expect(directory.map).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(directory.onMap('nga')).toBeFocused();
  await expect(directory.tip).toContainText('Nigeria');
  const from = await directory.pointOf('nga');
  await page.keyboard.press('ArrowRight');
  await expect(directory.onMap('nga')).not.toBeFocused();
  const next = ((await focused(page)) ?? '').replace('map-', '');
  expect((await directory.pointOf(next)).x).toBeGreaterThan(from.x);
  await page.keyboard.press('Enter');
  await directory.expectSelected(next);
  await expect(directory.onMap(next)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(directory.map).toBeFocused();
});

test('a letter goes to the next name that begins with it, and around', async ({ directory, page }) => {
  await directory.open('?region=africa');
  await directory.onMap('nga').focus();
  for (const id of ['rwa', 'rwa']) {
    await page.keyboard.press('r');
    await expect(directory.onMap(id)).toBeFocused();
  }
  // Without its accent, and past those that no longer follow.
  await page.keyboard.press('c');
  const first = members.filter((one) => one.region === 'africa').map((one) => one.names.en!);
  const byName = first.filter((name) => name.startsWith('C')).sort((one, other) => one.localeCompare(other, 'en'));
  expect(byName.length).toBeGreaterThan(4);
  for (const name of byName) {
    await expect(page.locator('.map-member:focus')).toHaveAttribute('aria-label', new RegExp(`^${name},`));
    await page.keyboard.press('c');
  }
  await expect(page.locator('.map-member:focus')).toHaveAttribute('aria-label', new RegExp(`^${byName[0]},`));
});

test('every member can be walked to on the map, by arrow keys alone', async ({ directory, page }) => {
  await directory.open();
  await directory.map.focus();
  await page.keyboard.press('Enter');
  const reached = await page.evaluate(() => {
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const start = document.activeElement as HTMLElement;
    const reached = new Set([start.id]);
    const ahead = [start];
    for (let member = ahead.pop(); member; member = ahead.pop()) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        member.focus();
        press(key);
        const next = document.activeElement as HTMLElement;
        if (!reached.has(next.id)) ahead.push(next);
        reached.add(next.id);
      }
    }
    return [...reached];
  });
  const all = await page.locator('.map-member').evaluateAll((members) => members.map((member) => member.id));
  expect(all).toHaveLength(138);
  expect(reached.toSorted()).toEqual(all.toSorted());
});

test('what has the focus is seen, wherever Tab comes', async ({ directory, page }) => {
  await directory.open('?region=europe&selected=srb');
  await directory.expectSelected('srb');
  const unseen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const report = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return 'end';
      const drawn = (node: Element) => {
        const style = getComputedStyle(node);
        const after = getComputedStyle(node, '::after');
        const outlined = [style, after].some((one) => one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) >= 2);
        return outlined || (node instanceof SVGCircleElement && Number.parseFloat(style.strokeWidth) >= 2);
      };
      const marked = [active, active.parentElement, ...active.querySelectorAll('*')].some((node) => node && drawn(node));
      const { x, y, width, height } = active.getBoundingClientRect();
      const [left, top] = [Math.max(x, 0), Math.max(y, 0)];
      const [right, bottom] = [Math.min(x + width, innerWidth), Math.min(y + height, innerHeight)];
      const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const ofMap = active.matches('.map-member') && shown?.closest('#map');
      const covered = !shown || !(ofMap || active.contains(shown) || shown.contains(active));
      const name = `${active.tagName} ${active.id || active.className} ${active.textContent?.slice(0, 30)}`;
      return marked && !covered ? '' : `${name}: ${marked ? 'covered' : 'unmarked'}`;
    });
    if (report === 'end') break;
    if (report) unseen.push(report);
  }
  expect(unseen).toEqual([]);
});

test('a row under the focus is never hidden by what stays in place', async ({ directory, page }) => {
  await directory.open();
  await directory.search.focus();
  for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown');
  for (let row = 0; row < 20; row++) await page.keyboard.press('ArrowUp');
  const list = await boxOf(page.locator('.directory__results'));
  const row = await boxOf(page.locator('.member-list__select:focus'));
  expect(row.y).toBeGreaterThanOrEqual(list.y);
  expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height);
});

test('the first stop of Tab leads past the head of the page', async ({ directory, page }) => {
  await directory.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});
