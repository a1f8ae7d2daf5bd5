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
  for (const entry of await directory.legend.getByRole('link').all()) {
    const count = await entry.locator('.legend__count').innerText();
    const label = (await entry.innerText()).replace(count, '').trim();
    expect(told.texts).toContain(`${label} (${count})`);
  }
  for (const note of ['28 November 2026', 'Natural Earth', 'do not imply', 'region=africa']) expect(told.texts).toContain(note);
  expect(told.shapes).toBeGreaterThan(await page.locator('#map-drawing .map-shape').count());
  expect(told).toMatchObject({ foreign: 0, variables: null });
});

test('of a past year it says that outlines are those of today', async ({ directory, page }) => {
  await directory.open('?year=1980');
  const { text } = await exported(page, /^SVG/);
  const said = page.locator('.world-map__disclaimer span').first();
  const words = (await said.innerText()).trim().split(' ').slice(0, 3).join(' ');
  expect(text).toContain(words);
});

for (const [what, address] of [
  ['at home', './'],
  ['zoomed in, through time and chosen', './?at=5500_2100_400&year=1980&selected=egy'],
  ['in Arabic, in classes', './ar/?colour=seats&region=asia-and-the-pacific'],
] as const) {
  test(`${what}, three programs draw it alike`, async ({ directory, page }) => {
    needs('downloads');
    test.slow();
    await directory.page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    if (address.includes('at=')) await expect(page.locator('.world-map path#kas')).toHaveCount(1);
    const { text } = await exported(page, /^SVG/, /Export|تصدير/);
    // Letters are those of the fonts that each program takes.
    const mute = text.replaceAll(/<text.*?<\/text>/gs, '');
    const map = panelOf(text);
    const chromium = await drawn(page, mute);
    const librsvg = await sharp(Buffer.from(mute)).png().toBuffer();
    const resvg = new Resvg(mute).render().asPng();
    for (const [program, png] of Object.entries({ librsvg, resvg })) {
      expect(await difference(chromium, png, map), program).toBeLessThan(0.005);
    }
    const { width, height } = sidesOf(text);
    const empty = await sharp({ create: { width, height, channels: 3, background: '#fff' } }).png().toBuffer();
    expect(await difference(chromium, empty, map)).toBeGreaterThan(0.1);
  });
}

test('the PNG is the same picture at twice the size', async ({ directory, page }) => {
  needs('downloads');
  await directory.open('?colour=structure');
  const { text } = await exported(page, /^SVG/);
  const entry = page.getByRole('button', { name: /^PNG/ });
  if (!(await entry.isVisible())) await page.locator('summary', { hasText: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), entry.click()]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const png = await readFile(await download.path());
  const [sides, { width, height }] = [sidesOf(text), await sharp(png).metadata()];
  expect({ width, height }).toEqual({ width: 2 * sides.width, height: 2 * sides.height });
  const half = await sharp(png).resize(sides.width).png().toBuffer();
  expect(await difference(await drawn(page, text), half, { left: 0, top: 0, ...sides })).toBeLessThan(0.02);
});

/** Width and height of an SVG, pixels. */
function sidesOf(svg: string): { width: number; height: number } {
  const [width, height] = ['width', 'height'].map((side) => Number(new RegExp(` ${side}="(\\d+)"`).exec(svg)![1]));
  return { width: width!, height: height! };
}

/** Where in it the map is. */
function panelOf(svg: string): sharp.Region {
  const [, left, top] = /<g transform="translate\(([\d.]+) ([\d.]+)\)"><g clip-path/.exec(svg)!.map(Number);
  const [, width, height] = /<clipPath id="panel"><rect width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
  return { left: Math.round(left!), top: Math.round(top!), width: width!, height: height! };
}

/** What the browser draws of an SVG. */
async function drawn(page: Page, svg: string): Promise<Buffer> {
  const alone = await page.context().newPage();
  await alone.setViewportSize(sidesOf(svg));
  await alone.setContent(`<body style="margin: 0">${svg}`);
  const png = await alone.screenshot();
  await alone.close();
  return png;
}

/** The share of pixels in a region of both that differ by more than a shade. */
async function difference(one: Buffer, other: Buffer, region: sharp.Region): Promise<number> {
  const [left, right] = await Promise.all([one, other].map((png) => sharp(png).extract(region).removeAlpha().raw().toBuffer()));
  let differing = 0;
  for (let at = 0; at < left!.length; at += 3) {
    const most = Math.max(...[0, 1, 2].map((channel) => Math.abs(left![at + channel]! - right![at + channel]!)));
    if (most > 64) differing += 1;
  }
  return differing / (left!.length / 3);
}
