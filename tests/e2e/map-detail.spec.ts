// Who zooms in sees finer outlines; what is under the pointer is exact at both levels.

import { expect, test } from './fixtures';
import { sheetOf } from './outlines';

/** Close enough for the fine outlines; Kashmir, the Gulf and the Nile are in sight. */
const CLOSE = '?at=6600_1500_400';

test.describe('zoomed in', () => {
  test.use({ viewport: { width: 1280, height: 860 } });

  test('fine outlines come once, and only to who zooms in', { tag: '@journey' }, async ({ directory, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/fine-map-')) asked.push(request.url());
    });
    await directory.open();
    const shape = page.locator('.world-map path#mdv');
    const coarse = await shape.getAttribute('d');
    const siachen = page.locator('.world-map path#kas');
    await expect(siachen).toHaveCount(0);
    expect(asked).toEqual([]);

    for (const round of [1, 2]) {
      for (let press = 0; press < 6; press += 1) await directory.map.press('+');
      await expect(siachen, `round ${round}`).toHaveCount(1);
      expect((await shape.getAttribute('d'))!.length).toBeGreaterThan(coarse!.length);
      await directory.map.press('0');
      await expect(siachen).toHaveCount(0);
      await expect(shape).toHaveAttribute('d', coarse!);
    }
    expect(asked).toHaveLength(1);
  });

  test('what is chosen, pointed at and filtered looks so at both levels', async ({ directory, page }) => {
    await directory.open(`${CLOSE}&region=asia-and-the-pacific&selected=ind`);
    await expect(page.locator('.world-map path#kas')).toHaveCount(1);
    const fine = await page.locator('.world-map path#ind').getAttribute('d');
    await expect(page.locator('.map-outline--selected')).toHaveAttribute('d', fine!);
    await expect(page.locator('.world-map path#egy')).toHaveAttribute('data-faded', '');
    await directory.map.press('0');
    await expect(page.locator('.map-outline--selected')).not.toHaveAttribute('d', fine!);
    await expect(page.locator('.world-map path#egy')).toHaveAttribute('data-faded', '');
  });

  test.describe('while the host does not answer', () => {
    test.use({ expectedErrors: /fine-map|Failed to load resource|request failed|NetworkError|net::/ });

    test('the coarse outlines stay, and the next zoom asks again', async ({ directory, page }) => {
      await page.route('**/fine-map-*', (route) => route.abort());
      await directory.open(CLOSE);
      await expect(page.locator('.world-map path#ind')).toHaveCount(1);
      await expect(page.locator('.world-map path#kas')).toHaveCount(0);
      await page.unroute('**/fine-map-*');
      await directory.map.press('0');
      for (let press = 0; press < 6; press += 1) await directory.map.press('+');
      await expect(page.locator('.world-map path#kas')).toHaveCount(1);
    });
  });

  for (const [level, query] of [['map.json', ''], ['fine-map.json', CLOSE]] as const) {
    test(`a thousand points of ${level} lead to the state that has them`, async ({ directory, page }) => {
      await directory.open(query);
      if (query) await expect(page.locator('.world-map path#kas')).toHaveCount(1);
      const sheet = sheetOf(level);
      const { points, transform, drawn } = await page.evaluate(() => {
        const panel = document.querySelector('#map')!.getBoundingClientRect();
        // A grid that no line of the map follows.
        const points = [...Array(1000).keys()].map((number) => ({
          x: panel.left + 4 + ((number * 0.7548776662) % 1) * (panel.width - 8),
          y: panel.top + 4 + ((number * 0.5698402909) % 1) * (panel.height - 8),
        }));
        const ground = document.querySelector('.world-map__drawing > g') as SVGGElement;
        const { a, d, e, f } = ground.getScreenCTM()!;
        const told = points.map(({ x, y }) => {
          const under = document.elementFromPoint(x, y);
          const isOnMap = under?.closest('.world-map__drawing');
          const is = isOnMap && { path: under!.id, svg: '' }[under!.tagName];
          return { x, y, is };
        });
        const drawn = [...document.querySelectorAll('.world-map__drawing path[id]')].map(({ id }) => id);
        return { points: told, transform: { a, d, e, f }, drawn };
      });
      const wrong = points.flatMap(({ x, y, is }) => {
        const at = [(x - transform.e) / transform.a, (y - transform.f) / transform.d] as const;
        // Under a mark, a button or a name there is something else; at an edge a pixel decides.
        if (is === undefined || is === null || sheet.isNearEdge(at, 1 / transform.a)) return [];
        // From afar small states lie on what the coarse outlines of others cover.
        const around = sheet.at(at).map((id) => (drawn.includes(id) ? id : 'land'));
        const isRight = is ? around.includes(is) : around.length === 0;
        return isRight ? [] : [`${x}, ${y}: ${is || 'the sea'} for ${around.join(' or ') || 'the sea'}`];
      });
      expect(wrong).toEqual([]);
      expect(points.filter(({ is }) => is).length).toBeGreaterThan(200);
    });
  }
});
