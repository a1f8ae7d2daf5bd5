// On every part of the map the pointer chooses what is under it.

import { members } from './data';
import { needs } from './engine';
import { expect, test } from './fixtures';
import { pointOfMember } from './hits';

const regions = [...new Set(members.map(({ region }) => region))];

for (const { width, height, pointer } of [
  { width: 320, height: 568, pointer: 'mouse' },
  { width: 390, height: 800, pointer: 'finger' },
  { width: 768, height: 1024, pointer: 'mouse' },
  { width: 1280, height: 860, pointer: 'finger' },
]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height }, hasTouch: pointer === 'finger' });

    test(`zoomed in on a region, the ${pointer} chooses what is under it`, async ({ directory, page }) => {
      if (pointer === 'finger') needs('a finger');
      test.slow();
      const hit = new Set<string>();
      for (const region of regions) {
        await directory.open(`?region=${region}&view=map`);
        await directory.map.evaluate((map) => map.scrollIntoView({ block: 'end' }));
        // A narrow window shows a part of the region, and the keys move it on.
        const go = (way: string, times: number) => Array<string>(times).fill(way);
        for (const way of width < 768 ? ['', ...go('Left', 4), 'Up', ...go('Right', 8), ...go('Down', 3), ...go('Left', 9)] : ['']) {
          if (way) await directory.map.press(`Arrow${way}`);
          for (const [place, { id }] of members.entries()) {
            if (members[place].region !== region || hit.has(id)) continue;
            const at = await page.evaluate(pointOfMember, String(place));
            if (!at) continue;
            hit.add(id);
            if (pointer === 'finger') await page.touchscreen.tap(at.x, at.y);
            else await page.mouse.click(at.x, at.y);
            const message = `${id} at ${at.x}, ${at.y}`;
            await expect.poll(() => directory.parameters().selected, { message, intervals: [20] }).toBe(id);
          }
        }
      }
      expect(members.map(({ id }) => id).filter((id) => !hit.has(id))).toEqual([]);
    });
  });
}

test.describe('with names', () => {
  test.use({ viewport: { width: 1280, height: 860 } });

  test('those that have room come with the zoom, and touch nothing', async ({ directory, page }) => {
    await directory.open();
    const names = page.locator('.map-name:visible');
    await expect(names).toHaveCount(0);
    for (const at of ['5000_2300_400', '2900_2000_1200', '8000_2400_800']) {
      await directory.open(`?at=${at}`);
      await expect(names.first()).toBeVisible();
      const overlaps = await page.evaluate(() => {
        const shown = (selector: string) => [...document.querySelectorAll(selector)].map((element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return { left, top, right, bottom, what: element.textContent || element.closest('a')!.id };
        });
        const names = shown('.map-name');
        const others = [...names, ...shown('.map-marker')];
        return names.flatMap((one) => others.filter((other) => other.what !== one.what
          && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
          .map((other) => `${one.what} and ${other.what}`));
      });
      expect(overlaps, at).toEqual([]);
    }
    // Who is not looked for has no name.
    await directory.open('?at=5000_2300_400&region=asia-and-the-pacific');
    await expect(directory.onMap('dza').locator('.map-name:visible')).toHaveCount(0);
  });
});

test('the map moves by single presses, too', async ({ directory, page }) => {
  await directory.open('?at=5000_2300_400');
  await page.getByLabel('Move the map').click();
  const { x, y } = await directory.pointOf('dza');
  for (const [name, dx, dy] of [['left', 1, 0], ['up', 0, 1], ['right', -1, 0], ['down', 0, -1]] as const) {
    const before = await directory.pointOf('dza');
    await page.getByRole('button', { name: `Move ${name}` }).click();
    await expect.poll(async () => Math.sign(Math.round((await directory.pointOf('dza')).x - before.x)), name).toBe(dx);
    await expect.poll(async () => Math.sign(Math.round((await directory.pointOf('dza')).y - before.y)), name).toBe(dy);
  }
  const after = await directory.pointOf('dza');
  expect([Math.round(after.x), Math.round(after.y)]).toEqual([Math.round(x), Math.round(y)]);
});
