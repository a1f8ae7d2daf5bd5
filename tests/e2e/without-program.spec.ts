// A reader comes without scripts, or before the program has arrived.

import type { Page } from '@playwright/test';

import { members } from './data';
import type { Directory } from './directory';
import { needs } from './engine';
import { axe, BROKEN_FILES, expect, test } from './fixtures';

/** Holds the program back until the returned function is called. */
async function holdProgram(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const running = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-running', '');

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  needs('scripts switched off');

  test('the directory is read from list to member and back by region', async ({ directory, page }) => {
    await page.goto('./');
    await expect(directory.rows).toHaveCount(members.length);
    await directory.legend.getByRole('link', { name: 'Africa' }).click();
    await expect(directory.sentence).toContainText('parliaments in Africa');
    const count = members.filter((member: { region: string }) => member.region === 'africa').length;
    await expect(directory.rows).toHaveCount(count);
    await directory.selectAsSent('algeria').click();
    await expect(directory.sentence).toHaveText('Algeria');
    await expect(page.locator('.seat-chart')).not.toHaveCount(0);
    await page.locator('summary', { hasText: 'Source of Seats' }).first().click();
    await expect(page.locator('details.origin[open]')).toHaveCount(1);
    await page.getByRole('link', { name: 'Northern Africa' }).click();
    await expect(directory.sentence).toContainText('Northern Africa');
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect(directory.sentence).toHaveText('Data and sources');
  });

  test('nothing is offered that does nothing', async ({ page }) => {
    for (const path of ['./', './members/jordan/', './data/', './network/', './events/nam-summit-19-kampala-2024/']) {
      await page.goto(path);
      await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
    }
  });
});

for (const path of ['./', './members/singapore/', './region/africa/', './data/', './events/', './events/bandung-conference-1955/', './network/']) {
  test(`${path} is whole and accessible before the program comes`, async ({ page }) => {
    await holdProgram(page);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await axe(page);
  });

  test(`${path} does not move when the program takes over`, async ({ page }) => {
    const release = await holdProgram(page);
    await page.goto(path);
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    release();
    await running(page);
    const shifted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          // Two frames: the drawing of the taken-over page, and its report.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shifted).toBeLessThan(0.01);
  });
}

/** The members whose rows are shown, by the ends of their addresses. */
const shown = (directory: Directory) =>
  directory.rows.locator('.member-list__open').evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).pathname.split('/').at(-2)),
  );

// Arabic has articles, Chinese no spaces; the last of each is no name, or none of this language.
for (const [locale, typed] of Object.entries({
  en: ['k', 'ke', 'rep', 'cong', 'saint v', "cote d'iv", 'zaire'],
  fr: ['É', 'egy', 'republique d', 'zaire'],
  ar: ['ا', 'الج', 'مصر', 'زائير'],
  zh: ['阿', '印度', '阿尔及利亚', '扎伊尔'],
})) {
  test(`names are found in ${locale} before the program comes, and by it`, async ({ directory, page }) => {
    const release = await holdProgram(page);
    await page.goto(locale === 'en' ? './' : `./${locale}/`);
    const search = page.locator('#search');
    const all = await directory.rows.count();
    const before: Record<string, Awaited<ReturnType<typeof shown>>> = {};
    for (const words of typed) {
      await search.fill(words);
      before[words] = await shown(directory);
    }
    const unknown = typed.at(-1)!;
    expect(before[unknown], 'nothing is hidden that the program may find').toHaveLength(all);
    await expect(directory.sentence).toBeVisible();
    for (const words of typed.slice(0, -1)) {
      expect(before[words]!.length, words).toBeLessThan(all);
      await search.fill(words);
      await expect(directory.sentence, 'it counts what is not shown').toBeHidden();
    }
    await search.fill('');
    await expect(directory.rows).toHaveCount(all);
    await expect(directory.sentence).toBeVisible();
    release();
    await running(page);
    for (const words of typed.slice(0, -1)) {
      await search.fill(words);
      await expect.poll(() => shown(directory), words).toEqual(expect.arrayContaining(before[words]!));
      expect((await shown(directory)).length, words).toBeLessThan(all);
    }
  });
}

test('what was typed before the program came is searched for', async ({ directory, page }) => {
  const release = await holdProgram(page);
  await page.goto('./');
  await directory.search.fill('zaire');
  release();
  await running(page);
  await expect(directory.search).toHaveValue('zaire');
  await expect(directory.search).toBeFocused();
  await expect(directory.rows).toHaveCount(1);
  await expect(directory.row('cod')).toBeVisible();
});

test('what was ticked before the program came is chosen', async ({ page }) => {
  const release = await holdProgram(page);
  await page.goto('./contacts/');
  for (const id of ['ken', 'jam']) await page.locator(`#row-${id}`).getByRole('checkbox').check();
  release();
  await running(page);
  await expect(page.locator('.shortlist')).toContainText('My list: 2');
  await expect(page.locator('#row-ken').getByRole('checkbox')).toBeChecked();
  expect(new URL(page.url()).searchParams.get('members')).toBe('jam,ken');
});

test('what was opened and scrolled to before the program came stays', async ({ page }) => {
  const release = await holdProgram(page);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('./members/jordan/');
  const aliases = page.locator('.aliases');
  await aliases.locator('summary').click();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(0);
  release();
  await running(page);
  await expect(aliases).toHaveAttribute('open', '');
  await expect(aliases.locator('summary')).toBeFocused();
  expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(2);
});

test.describe('a program that never comes', () => {
  test.use({ expectedErrors: BROKEN_FILES });

  test('leaves the page readable, with one line and a way to try again', async ({ directory, page }) => {
    let fail = () => {};
    const failed = new Promise<void>((resolve) => (fail = resolve));
    await page.route('**/*.wasm', async (route) => {
      await failed;
      await route.fulfill({ status: 404 });
    });
    await page.goto('./');
    await directory.search.fill('cuba');
    await expect(directory.rows).toHaveCount(1);
    fail();
    await expect(page.getByRole('alert')).toContainText('could not be started');
    await expect(directory.rows).toHaveCount(members.length);
    // Only the way to try again does something.
    await expect(page.locator('button:visible, input:visible')).toHaveCount(1);
    await page.getByRole('link', { name: 'Open the page of Cuba' }).click();
    await expect(directory.sentence).toHaveText('Cuba');
  });
});
