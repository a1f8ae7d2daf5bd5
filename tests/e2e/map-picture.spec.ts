// The map that a reader takes away is the map on screen, whatever program shows it.

import { readFile } from 'node:fs/promises';

import { Resvg } from '@resvg/resvg-js';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

import { needs } from './engine';
import { exported } from './exports';
import { expect, test } from './fixtures';

test.use({ viewport: { width: 1280, height: 860 } });

test('the SVG has the map, its legend, what it shows and whose data that is', async ({ directory, page }) => {
  await directory.open('?region=africa&colour=women');
  const { name, text } = await exported(page, /^SVG/);
  expect(name).toMatch(/^nam-pn-\d{4}-\d\d-\d\d\.svg$/);
  const told = await page.evaluate((svg) => {
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      error: picture.querySelector('parsererror')?.textContent,
      title: picture.querySelector('title')?.textContent,
      description: picture.querySelector('desc')?.textContent,
      texts: [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' '),
      shapes: picture.querySelectorAll('path').length,
      // What not all programs know.
      foreign: [...picture.querySelectorAll('style, image, use, script, a, foreignObject, [style], [class], [vector-effect], [paint-order]')].length,
      variables: svg.match(/var\(|currentColor|context-/g),
    };
  }, text);
  expect(told.error).toBeUndefined();
  const sentence = await directory.sentence.innerText();
  expect(told.title).toContain(sentence);
  expect(told.description).toContain('sources.json');
  expect(told.texts.replace(/\s+/g, ' ')).toContain(sentence);
  for (const entry of await directory.legend.getByRole('link').allInnerTexts()) {
    expect(told.texts).toContain(entry.replace(/\s+/g, ' ').trim());
  }
  for (const note of ['28 November 2026', 'Natural Earth', 'do not imply', 'region=africa']) expect(told.texts).toContain(note);
  expect(told.shapes).toBeGreaterThan(200);
  expect(told).toMatchObject({ foreign: 0, variables: null });
});

for (const [what, address] of [
  ['at home', './'],
  ['zoomed in, through time and chosen', './?at=5500_2100_400&year=1980&selected=egy'],
  ['in Arabic, in classes', './ar/?colour=seats&region=asia'],
] as const) {
  test(`${what}, three programs draw it alike`, async ({ directory, page }) => {
    needs('downloads');
    test.slow();
    await directory.page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    if (address.includes('at=')) await expect(page.locator('.world-map path#kas')).toHaveCount(1);
    const { text } = await exported(page, /^SVG/, /Export|تصدير/);
    const [width, height] = [/ width="(\d+)"/, / height="(\d+)"/].map((side) => Number(side.exec(text)![1]));
    const chromium = await drawn(page, text, width!, height!);
    const librsvg = await sharp(Buffer.from(text)).resize(width, height).png().toBuffer();
    const resvg = new Resvg(text, { font: { loadSystemFonts: true } }).render().asPng();
    for (const [program, png] of Object.entries({ librsvg, resvg })) {
      expect(await difference(chromium, png), program).toBeLessThan(0.02);
    }
    // The words of the page are not there by accident of a font.
    expect(await difference(chromium, await sharp({ create: { width: width!, height: height!, channels: 3, background: '#fff' } }).png().toBuffer()))
      .toBeGreaterThan(0.5);
  });
}

test('the PNG is the same picture at twice the size', async ({ directory, page }) => {
  needs('downloads');
  await directory.open('?colour=structure');
  const { text } = await exported(page, /^SVG/);
  await page.locator('summary', { hasText: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^PNG/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const png = await readFile(await download.path());
  const { width, height } = await sharp(png).metadata();
  const sides = [/ width="(\d+)"/, / height="(\d+)"/].map((side) => 2 * Number(side.exec(text)![1]));
  expect([width, height]).toEqual(sides);
  const half = await sharp(png).resize(sides[0]! / 2).png().toBuffer();
  expect(await difference(await drawn(page, text, sides[0]! / 2, sides[1]! / 2), half)).toBeLessThan(0.02);
});

/** What the browser draws of an SVG. */
async function drawn(page: Page, svg: string, width: number, height: number): Promise<Buffer> {
  const alone = await page.context().newPage();
  await alone.setViewportSize({ width, height });
  await alone.setContent(`<body style="margin: 0">${svg}`);
  const png = await alone.screenshot();
  await alone.close();
  return png;
}

/** The share of pixels that differ by more than a shade. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [left, right] = await Promise.all([one, other].map((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })));
  expect([left!.info.width, left!.info.height]).toEqual([right!.info.width, right!.info.height]);
  let differing = 0;
  for (let at = 0; at < left!.data.length; at += 3) {
    const most = Math.max(...[0, 1, 2].map((channel) => Math.abs(left!.data[at + channel]! - right!.data[at + channel]!)));
    if (most > 64) differing += 1;
  }
  return differing / (left!.data.length / 3);
}
