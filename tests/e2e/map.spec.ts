// A reader finds parliaments on the map.

import { languages, member, members, parliament } from './data';
import { boxOf, middle, visit } from './directory';
import { needs } from './engine';
import { expect, test } from './fixtures';
import { pointOfMember } from './hits';

test.use({ viewport: { width: 1280, height: 860 } });

/** The smallest and the most crowded, and a few large ones. */
const sample = ['kna', 'dma', 'brb', 'vct', 'mdv', 'mus', 'bhr', 'sgp', 'stp', 'mne', 'ind', 'dza'];

test('every member can be hit by a pointer', async ({ directory, page }) => {
  await directory.open();
  await expect(page.locator('.map-member')).toHaveCount(members.length);
  // Somewhere on its marker or outline, three pixels square must lead to it.
  const missed = await page.evaluate(() => {
    const leadsTo = (x: number, y: number) =>
      document.elementFromPoint(x, y)?.closest<SVGElement>('[data-member]')?.dataset.member;
    const canBeHit = (place: string, { left, top, right, bottom }: DOMRect) => {
      for (let x = left + 1; x <= right - 1; x += 1) {
        for (let y = top + 1; y <= bottom - 1; y += 1) {
          const all = [[0, 0], [-1, -1], [1, -1], [-1, 1], [1, 1]];
          if (all.every(([dx, dy]) => leadsTo(x + dx, y + dy) === place)) return true;
        }
      }
      return false;
    };
    return [...document.querySelectorAll<SVGAElement>('.map-member')].flatMap((link) => {
      const place = link.dataset.member ?? '';
      const marker = link.querySelector('.map-marker__target');
      const drawn = marker ?? document.querySelector(`path[data-member="${place}"]`);
      return drawn && canBeHit(place, drawn.getBoundingClientRect()) ? [] : [link.id];
    });
  });
  expect(missed).toEqual([]);
});

test('markers give a finger 24 pixels of their own', async ({ directory, page }) => {
  await directory.open();
  const targets = page.locator('.map-marker__target');
  await expect(targets.first()).toBeAttached();
  const boxes = await targets.evaluateAll((circles) =>
    circles.map((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect();
      return { x, y, width, height, id: circle.closest('a')?.id };
    }),
  );
  for (const { id, width, height } of boxes) expect(Math.min(width, height), id).toBeGreaterThanOrEqual(23.9);
  const close = boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other) => {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      return distance < 23.9 ? [`${one.id} and ${other.id}: ${distance.toFixed(1)}`] : [];
    }),
  );
  expect(close, 'markers that overlap').toEqual([]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  needs('a finger');

  for (const { width, height } of [
    { width: 320, height: 568 },
    { width: 390, height: 800 },
    { width: 768, height: 1024 },
    { width: 1280, height: 860 },
  ]) {
    test(`the finger chooses what lies under it at ${width} px`, async ({ directory, page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await directory.open('?view=map');
      await expect(page.locator('.map-member')).toHaveCount(members.length);
      const chosen = () => directory.parameters().selected;
      const hit = new Set<string>();
      // A narrow window shows a part of the world, and the keys move it on.
      const [eastward, westward] = ['Right', 'Left'].map((way) => Array<string>(4).fill(way));
      for (const way of ['', 'Left', 'Left', 'Up', ...eastward!, 'Down', ...westward!, 'Down', ...eastward!]) {
        for (let time = 0; way && time < 2; time += 1) await directory.map.press(`Arrow${way}`);
        for (const [place, { id }] of members.entries()) {
          const at = hit.has(id) ? undefined : await page.evaluate(pointOfMember, String(place));
          if (!at) continue;
          hit.add(id);
          await page.touchscreen.tap(at.x, at.y);
          await expect.poll(chosen, { message: `${id} at ${at.x}, ${at.y}`, intervals: [20] }).toBe(id);
        }
      }
      const missed = members.map(({ id }) => id).filter((id) => !hit.has(id));
      // On the narrowest some are in reach only where a zoom button lies, or at the edge.
      expect(missed.length, missed.join()).toBeLessThanOrEqual(width < 390 ? 5 : 0);
    });
  }
});

for (const id of sample) {
  test(`a click on ${id} selects it in map and list`, async ({ directory, page }) => {
    await directory.open();
    await expect(directory.onMap(id)).toBeAttached();
    const { x, y } = await directory.pointOf(id);
    await page.mouse.move(x, y);
    await expect(directory.tip).toContainText(member(id).names.en);
    await page.mouse.click(x, y);
    await directory.expectSelected(id);
    await page.goBack();
    await directory.expectParameters({});
  });
}

test('the tip names state and parliament, and leaves with the pointer', async ({ directory, page }) => {
  await directory.open();
  const { x, y } = await directory.pointOf('dza');
  await page.mouse.move(x, y);
  await expect(directory.tip).toBeVisible();
  await expect(directory.tip).toContainText('Algeria');
  await expect(directory.row('dza')).toHaveAttribute('data-hovered');
  await directory.search.hover();
  await expect(directory.tip).toBeHidden();
});

test('the wheel enlarges what is under the pointer', async ({ directory, page }) => {
  await directory.open();
  const before = await directory.pointOf('nga');
  const whole = await directory.scale();
  await page.mouse.move(before.x, before.y);
  await page.mouse.wheel(0, -300);
  await expect.poll(() => directory.scale()).toBeGreaterThan(whole * 1.5);
  const after = await directory.pointOf('nga');
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(3);
  await expect.poll(() => directory.parameters().at).toMatch(/^-?\d+_-?\d+_\d+$/);
});

test('a drag moves the map with the pointer and selects nothing', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => directory.parameters().at).toBeDefined();
  const before = await directory.pointOf('nga');
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x - 60, before.y - 30, { steps: 4 });
  await page.mouse.move(before.x - 120, before.y - 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await directory.pointOf('nga')).x - before.x)).toBeCloseTo(-120, -1);
  expect((await directory.pointOf('nga')).y - before.y).toBeCloseTo(-40, -1);
  expect(directory.parameters().selected).toBeUndefined();
});

test('a drag that leaves the map marks no text', async ({ directory, page }) => {
  await directory.open();
  const map = (await page.locator('.world-map__panel').boundingBox())!;
  const list = (await page.locator('.directory__results').boundingBox())!;
  const height = map.y + map.height / 2;
  await page.mouse.move(map.x + 60, height);
  await page.mouse.down();
  await page.mouse.move(list.x + 20, height - 80, { steps: 12 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  // What is begun elsewhere is marked as ever.
  const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
  await page.mouse.move(heading.x + 4, heading.y + heading.height / 2);
  await page.mouse.down();
  await page.mouse.move(heading.x + 120, heading.y + heading.height / 2, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('');
});

test('a drag may begin on a member, and the next click selects again', async ({ directory, page }) => {
  await directory.open('?at=5000_2500_300');
  const panel = middle(await boxOf(directory.map));
  await page.mouse.move(panel.x, panel.y);
  await page.mouse.down();
  await page.mouse.move(panel.x + 50, panel.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => directory.parameters().at).not.toBe('5000_2500_300');
  await page.getByRole('button', { name: 'Show all' }).click();
  await directory.expectParameters({});
  const { x, y } = await directory.pointOf('dza');
  await page.mouse.click(x, y);
  await directory.expectSelected('dza');
});

for (const [address, selector] of [['./', '.map-member'], ['./events/', '.timeline__event']] as const) {
  test(`a drag that begins on ${selector} does not take the link along`, async ({ page }) => {
    // WebKit drags links in drawings, too, and tells the page no more of the pointer.
    await visit(page, address);
    const begin = (link: Element) => link.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true }));
    expect(await page.locator(selector).first().evaluate(begin)).toBe(false);
  });
}

test('buttons enlarge, reduce and show all again', async ({ directory, page }) => {
  await directory.open();
  const whole = await directory.scale();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const at = () => directory.parameters().at;
  await expect.poll(at).toBeDefined();
  const once = at();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => directory.scale()).toBeCloseTo(whole * 1.6 * 1.6, 2);
  await expect.poll(at).not.toBe(once);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => directory.scale()).toBeCloseTo(whole * 1.6, 2);
  await expect.poll(at).toBe(once);
  await page.reload();
  await expect.poll(() => directory.scale()).toBeCloseTo(whole * 1.6, 2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => directory.scale()).toBe(whole);
});

test('two fingers enlarge', async ({ directory, page }) => {
  needs('DevTools');
  await directory.open();
  const whole = await directory.scale();
  const { x, y } = middle(await boxOf(directory.map));
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart ? [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] : [],
    });
  await touch('touchStart', 40);
  for (const apart of [50, 60, 70, 80]) await touch('touchMove', apart);
  await touch('touchEnd');
  await expect.poll(async () => (await directory.scale()) / whole).toBeCloseTo(2, 1);
  expect(directory.parameters().selected).toBeUndefined();
});

test('choosing a region frames it and fades the others', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open();
  const whole = await directory.scale();
  await directory.choose('Region', 'Caribbean');
  await expect.poll(() => directory.scale()).toBeGreaterThan(whole * 1.5);
  for (const id of ['cub', 'kna', 'tto', 'brb']) await directory.expectOnMap(id);
  await expect(directory.onMap('cub')).not.toHaveAttribute('data-faded');
  const shape = (id: string) => page.locator(`path.map-shape[data-member="${members.findIndex((one) => one.id === id)}"]`);
  await expect(shape('ven')).toHaveAttribute('data-faded');
  await expect(shape('cub')).not.toHaveAttribute('data-faded');
  const opacity = (id: string) => shape(id).evaluate((path) => Number(getComputedStyle(path).fillOpacity));
  expect(await opacity('ven')).toBeLessThan(0.5);
  expect(await opacity('cub')).toBe(1);
});

test('the legend counts, and filters by a click', async ({ directory }) => {
  await directory.open('?structure=bicameral');
  const africa = directory.legend.getByRole('link', { name: 'Africa' });
  const count = members.filter((one) => one.region === 'africa' && parliament(one.id).structure === 'bicameral').length;
  await expect(africa).toContainText(String(count));
  await africa.click();
  await expect(directory.rows).toHaveCount(count);
  await expect(africa).toHaveAttribute('aria-current', 'true');
  await africa.click();
  await directory.expectParameters({ structure: 'bicameral' });
});

test('what is selected in the list comes into view, wherever the map stands', async ({ directory, page }) => {
  await directory.open('?q=cambodia');
  await directory.map.focus();
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('+');
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => directory.parameters().at).toBeDefined();
  await directory.select('khm').click();
  await directory.expectSelected('khm');
});

test('the disclaimer stands in the map, with the policy a click away', async ({ page, directory }) => {
  await directory.open();
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await expect(map.getByText('do not imply official endorsement')).toBeInViewport();
  await map.getByRole('link', { name: 'Policy' }).click();
  await expect(page.getByRole('heading', { name: 'Boundaries and names' })).toBeInViewport();
});

test('observers differ by more than colour', async ({ directory, page }) => {
  await directory.open();
  await expect(page.locator('path.shade--observer').first()).toHaveAttribute('fill', /^url\(#hatch-\d\)$/);
  await expect(page.locator('path.shade--observer:not([fill])')).toHaveCount(0);
  await expect(page.locator('.map-marker.shade--observer')).not.toHaveCount(0);
});

test('a click right after the wheel keeps what is seen and what is hit together', async ({ directory, page }) => {
  await directory.open();
  await directory.map.hover();
  await page.mouse.wheel(0, -200);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => directory.parameters().at).toBeDefined();
  await expect.poll(() => page.locator('#map-drawing').evaluate((drawing) => drawing.style.transform)).toBe('');
});

for (const code of languages) {
  test(`${code}: the map stands still while a search is typed`, async ({ page }) => {
    await visit(page, code === languages[0] ? './' : `./${code}/`);
    const before = await boxOf(page.locator('#map-drawing'));
    for (const words of ['i', 'in', 'ind', 'indo', 'indonesia']) {
      await page.locator('#search').fill(words);
      await expect(page.locator('.sentence')).toContainText(words);
      expect(await boxOf(page.locator('#map-drawing')), words).toEqual(before);
    }
  });
}

test('the map stands still, whatever the foot tells of saving', async ({ page }) => {
  for (const width of [1280, 1000]) {
    await page.setViewportSize({ width, height: 860 });
    for (const code of languages) {
      await visit(page, code === languages[0] ? './' : `./${code}/`);
      const boxes = await page.evaluate(() => [undefined, 'offered', 'saving', 'saved', 'failed'].map((state) => {
        const { dataset } = document.documentElement;
        const { style } = document.querySelector<HTMLElement>('.offline-note')!;
        if (state) dataset.offline = state;
        else delete dataset.offline;
        if (state === 'offered') style.setProperty('--offline-size', '"517"');
        return JSON.stringify(document.getElementById('map-drawing')!.getBoundingClientRect());
      }));
      expect([...new Set(boxes)], `${code}, ${width} px`).toHaveLength(1);
    }
  }
});

test.describe('on a small screen held sideways', () => {
  test.use({ viewport: { width: 800, height: 360 }, hasTouch: true, isMobile: true });

  test('one finger scrolls past the map, two fingers move it', async ({ directory, page }) => {
    needs('DevTools');
    await directory.open('?view=map');
    const { x } = middle(await boxOf(directory.map));
    const touchScreen = await page.context().newCDPSession(page);
    const drag = async (fingers: number) => {
      const points = (y: number) => Array.from({ length: fingers }, (_, id) => ({ x: x + id * 60, y, id }));
      await touchScreen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(330) });
      for (let y = 320; y >= 240; y -= 10) await touchScreen.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(y) });
      await touchScreen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const end = page.evaluate(() => new Promise<number>((done) => addEventListener('scrollend', () => done(scrollY), { once: true })));
    await drag(1);
    const scrolled = await end;
    expect(scrolled).toBeGreaterThan(40);
    expect(directory.parameters()).toEqual({ view: 'map' });
    await drag(2);
    await expect.poll(() => directory.parameters().at).toBeDefined();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });
});
