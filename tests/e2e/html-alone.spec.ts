// A reader comes to any page, by a link or a search machine, and the program never arrives.

import { readdirSync } from 'node:fs';

import { languages } from './data';
import { axe, expect, test } from './fixtures';

const site = new URL('../../dist/', import.meta.url);

/** The addresses of all pages, as the folders of the built site tell them, but for frames on pages of others (embeds.spec.ts). */
const all = readdirSync(site, { encoding: 'utf8', recursive: true })
  .filter((file) => /(^|\/)index\.html$/.test(file))
  .map((file) => file.slice(0, -'index.html'.length))
  .filter((address) => !/(^|\/)embed\/./.test(address))
  .sort();

/**
 * Every page in one of the languages, in turn, and those that are not about a
 * member or an event in each: what a language can break is the same on all of
 * them.
 */
const addresses = all.filter((address) => {
  const [, language = 'en', page = ''] = /^(?:([a-z]{2})\/)?(.*)$/.exec(address) ?? [];
  const own = languages[all.filter((other) => !/^[a-z]{2}\//.test(other)).indexOf(page) % languages.length];
  return language === own || !/^(members|events|subregion)\/./.test(page);
});

/** The pages are shared among so many tests, for both workers to have their part. */
const PARTS = 6;

test.use({
  colorScheme: 'light',
  // The start script is held back on purpose.
  expectedErrors: /Failed to load resource: net::ERR_FAILED/,
  viewport: { width: 1280, height: 860 },
});

for (let part = 0; part < PARTS; part += 1) {
  // Every sixth page, so that each test has some of every kind.
  const own = addresses.filter((_, place) => place % PARTS === part);

  test(`pages are accessible without the program, part ${part + 1} of ${PARTS}`, async ({ page }) => {
    // Most of it is axe, which takes half a second for a page and more for the directory.
    test.setTimeout(180_000);
    expect(own).not.toEqual([]);
    // Not by switching scripts off: axe waits for timers, which then never come.
    await page.route('**/assets/boot-*.js', (route) => route.abort());
    for (const address of own) {
      await test.step(address, async () => {
        await page.goto(`./${address}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await axe(page);
      });
    }
  });
}
