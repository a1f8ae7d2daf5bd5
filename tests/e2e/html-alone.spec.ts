// A reader comes to any page, by a link or a search machine, and the program never arrives.

import { languages } from './data';
import { axe, expect, test } from './fixtures';
import { addresses as all, isInTurn, parts, placeOfRecord } from './published-pages';

/** Every third page about one record, in groups that have one in each language: the same components draw them all. */
const isAudited = (address: string) => Math.floor((placeOfRecord(parts(address)) ?? 0) / languages.length) % 3 === 0;

/** Not the frames on pages of others (embeds.spec.ts). */
const addresses = all.filter((address) => !/(^|\/)embed\/./.test(address) && isInTurn(address) && isAudited(address));

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
