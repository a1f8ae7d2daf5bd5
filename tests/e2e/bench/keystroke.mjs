// Measures the time from a key to the list that it leads to, and that from
// opening the page to the first list; writes milliseconds as JSON.
//
// Run by `cargo xtask bench`. It reports times and judges none of them.

import { chromium } from '@playwright/test';

/** Typed letter by letter and taken back again: words, slips, no result. */
const WORDS = ['burkina', 'national assembly', 'cabo', 'sengal', 'afr', 'zzz'];
const LOADS = 9;

const address = process.env.BASE_URL;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

const load = [];
for (let i = 0; i < LOADS; i += 1) {
  const page = await fresh();
  load.push(await page.evaluate(() => window.firstList));
  await page.context().close();
}

const page = await fresh();
await page.evaluate(watchKeys);
await page.locator('#search').focus();
let keys = 0;
for (const word of WORDS) {
  for (const key of [...word, ...Array(word.length).fill('Backspace')]) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    keys += 1;
    await page.waitForFunction((keys) => window.settled.length === keys, keys);
  }
}
// A key that left the list as it was had nothing to wait for.
const keystroke = await page.evaluate(() => window.settled.filter((time) => time !== null));
await browser.close();
process.stdout.write(JSON.stringify({ keystroke, load }));

/** A page in a new context, so that nothing is cached, with its first list. */
async function fresh() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.member-list li')) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        window.firstList = performance.now();
      });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => window.firstList);
  return page;
}

/**
 * Notes in `settled`, for each key, the time to the painting of the last change
 * of the list, or null where ten frames bring none.
 */
function watchKeys() {
  const FRAMES = 10;
  const text = () => [...document.querySelectorAll('.member-list li')].map((row) => row.textContent).join('\n');
  window.settled = [];
  window.addEventListener('keydown', (event) => watchKey(event.timeStamp), { capture: true });

  function watchKey(pressed) {
    const before = text();
    let changed = false;
    let painted = null;
    let frames = 0;
    const watch = new MutationObserver(() => {
      changed = true;
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    requestAnimationFrame(function frame() {
      frames += 1;
      if (changed) {
        changed = false;
        // A task after the frame runs when the frame has been painted.
        setTimeout(() => {
          painted = performance.now() - pressed;
        });
      }
      if (frames < FRAMES) {
        requestAnimationFrame(frame);
        return;
      }
      watch.disconnect();
      window.settled.push(text() === before ? null : painted);
    });
  }
}
