// On the map of places and on the timeline the pointer chooses what is under it.

import type { Page } from '@playwright/test';

import { visit } from './directory';
import { needs } from './engine';
import { expect, test } from './fixtures';

const chosen = (page: Page) => new URL(page.url()).searchParams.get('event');

/** Where one of the links that `selector` finds is on top, and its event; nowhere where it lies wholly under others. */
async function point([selector, place]: [string, number]) {
  const link = document.querySelectorAll<SVGAElement>(selector)[place];
  // What was chosen before may still be brought into view.
  for (let frame = 0, before = Number.NaN; frame < 5; frame += 1) {
    await new Promise(requestAnimationFrame);
    const { y } = link.getBoundingClientRect();
    if (y !== before) frame = 0;
    before = y;
  }
  link.scrollIntoView({ block: 'center' });
  const { left, top, right, bottom } = link.querySelector('circle, .timeline__target')!.getBoundingClientRect();
  const event = new URL(link.getAttribute('href')!, document.baseURI).searchParams.get('event');
  for (let x = Math.ceil(left) + 1; x < right - 1; x += 1) {
    for (let y = Math.ceil(top) + 1; y < bottom - 1; y += 1) {
      const around = [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]];
      if (around.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.closest('a') === link)) return { event, x, y };
    }
  }
  return undefined;
}

for (const [width, pointer] of [[320, 'mouse'], [390, 'finger'], [768, 'mouse'], [1280, 'finger']] as const) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 860 }, hasTouch: pointer === 'finger' });

    for (const selector of ['.place-map a', '.timeline__event']) {
      test(`of ${selector} the ${pointer} chooses what is under it`, async ({ page }) => {
        if (pointer === 'finger') needs('a finger');
        test.slow();
        await visit(page, './events/');
        await expect(page.locator(selector).first()).toBeVisible();
        const count = await page.locator(selector).count();
        const covered: number[] = [];
        // Every third is enough of the timeline, where they stand alike.
        const step = selector === '.place-map a' ? 1 : 3;
        for (let place = 0; place < count; place += step) {
          const at = await page.evaluate(point, [selector, place] as [string, number]);
          if (!at) {
            covered.push(place);
            continue;
          }
          if (pointer === 'finger') await page.touchscreen.tap(at.x, at.y);
          else await page.mouse.click(at.x, at.y);
          await expect.poll(() => chosen(page), { message: `at ${at.x}, ${at.y}`, intervals: [20] }).toBe(at.event);
        }
        // In crowded years and cities some stand under others, until one zooms in or filters.
        expect(covered.length).toBeLessThan(count / step / 5);
      });
    }
  });
}
