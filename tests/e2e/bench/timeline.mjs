// Measures, while the wheel zooms the timeline in and out again, the time from
// each turn to the painted frame that shows it, and the time from frame to
// frame; writes milliseconds as JSON.
//
// Run by `cargo xtask bench`. It reports times and judges none of them.

import { chromium } from '@playwright/test';

/** Turns of the wheel in one direction, and how often there and back. */
const TURNS = 24;
const ROUNDS = 4;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(new URL('events/', process.env.BASE_URL).href);
await page.waitForSelector('html[data-running] .timeline__event');
const { x, y, width } = await page.locator('#timeline').boundingBox();
await page.mouse.move(x + width * 0.8, y + 80);
await page.evaluate(() => {
  window.turns = [];
  window.frames = [];
  window.addEventListener(
    'wheel',
    ({ timeStamp }) => {
      // A task after the frame runs when the frame has been painted.
      requestAnimationFrame(() => setTimeout(() => window.turns.push(performance.now() - timeStamp)));
    },
    { capture: true, passive: true },
  );
  let before = performance.now();
  requestAnimationFrame(function frame(now) {
    window.frames.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  });
});
let turned = 0;
for (let round = 0; round < ROUNDS * 2; round += 1) {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.mouse.wheel(0, round % 2 ? 60 : -60);
    turned += 1;
    await page.waitForFunction((turned) => window.turns.length === turned, turned);
  }
}
const measured = await page.evaluate(() => ({ zoom: window.turns, frame: window.frames }));
await browser.close();
process.stdout.write(JSON.stringify(measured));
