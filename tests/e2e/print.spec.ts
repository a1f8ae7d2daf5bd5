// A member's page is printed as a fact sheet.

import { readdirSync } from 'node:fs';

import { expect, test } from './fixtures';
import { printed } from './printed';

/** The folders of all members, which name their pages. */
const members = readdirSync(new URL('../../dist/members/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The pages are shared among so many tests, for both workers to have their part. */
const PARTS = 4;

test.use({ javaScriptEnabled: false });

for (let part = 0; part < PARTS; part += 1) {
  test(`members are printed without one word over another (${part + 1} of ${PARTS})`, async ({ page }) => {
    test.slow();
    for (const member of members.filter((_, index) => index % PARTS === part)) {
      await page.goto(`./members/${member}/`);
      for (const format of ['A4', 'Letter']) {
        for (const [index, { overlaps, lines }] of (await printed(page, format, false)).entries()) {
          const sheet = `${member} on ${format}, page ${index + 1}`;
          expect.soft(overlaps, sheet).toEqual([]);
          expect.soft(lines, `${sheet}: more than a heading or the foot`).toBeGreaterThan(1);
        }
      }
    }
  });
}
