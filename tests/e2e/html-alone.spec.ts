// A reader comes to any page, by a link or a search machine, and the program never arrives.

import type { Page } from '@playwright/test';

import { axe, expect, test } from './fixtures';
import { addresses as all, isInTurn } from './published-pages';

/** Not the frames on pages of others (embeds.spec.ts). */
const addresses = all.filter((address) => !/(^|\/)embed\/./.test(address) && isInTurn(address));

/** The pages are shared among so many tests, for both workers to have their part. */
const PARTS = 2;

test.use({
  colorScheme: 'light',
  // The start script is held back on purpose.
  expectedErrors: /Failed to load resource: net::ERR_FAILED/,
  viewport: { width: 1280, height: 860 },
});

/**
 * Those pages that together have every kind of element that any of them has: its
 * name, classes and the attributes that tell what it is, whether it is empty, and
 * the same of what it stands in; and every step from one heading to the next.
 * What axe says of an element follows from these, but for what hangs on the words
 * of one page, such as two links of one name.
 */
async function pagesOfEveryKind(page: Page): Promise<string[]> {
  return page.evaluate(async (addresses) => {
    const kindOf = (element: Element | null) => {
      const attributes = [...(element?.attributes ?? [])].filter(({ name }) => /^(class|role|type|lang|dir|hidden|tabindex|aria-.*)$/.test(name));
      // What a label says is of one page alone, and so is what it points to.
      const told = attributes.map(({ name, value }) => (/^(class|role|type)$/.test(name) ? `${name}=${value}` : name));
      const content = element?.hasChildNodes() ? '' : 'empty';
      return [element?.localName, ...told, content].join(' ');
    };
    const kinds = new Set<string>();
    const needed: string[] = [];
    for (const address of addresses) {
      const text = await (await fetch(address)).text();
      const { documentElement } = new DOMParser().parseFromString(text, 'text/html');
      const before = kinds.size;
      for (const element of documentElement.querySelectorAll('*')) kinds.add(`${kindOf(element.parentElement)} > ${kindOf(element)}`);
      const headings = [...documentElement.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName);
      for (const [place, heading] of headings.entries()) kinds.add(`${headings[place - 1]} then ${heading}`);
      if (kinds.size > before) needed.push(address);
    }
    return needed;
  }, addresses.map((address) => `./${address}`));
}

for (let part = 0; part < PARTS; part += 1) {
  test(`pages are accessible without the program, part ${part + 1} of ${PARTS}`, async ({ page }) => {
    // Most of it is axe, which takes half a second for a page and more for the directory.
    test.setTimeout(180_000);
    // Not by switching scripts off: axe waits for timers, which then never come.
    await page.route('**/assets/boot-*.js', (route) => route.abort());
    await page.goto('./');
    const needed = await pagesOfEveryKind(page);
    expect(needed.length).toBeGreaterThan(20);
    // Every second page, so that each test has some of every kind.
    for (const address of needed.filter((_, place) => place % PARTS === part)) {
      await test.step(address, async () => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await axe(page);
      });
    }
  });
}
