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
const keystroke = [];
for (const word of WORDS) {
  for (const key of [...word, ...Array(word.length).fill('Backspace')]) {
    const settled = page.evaluate(() => window.nextKey());
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    const time = await settled;
    // A key that leaves the list as it was has nothing to wait for.
    if (time !== null) keystroke.push(time);
  }
}
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
 * Gives the page `nextKey()`: from the next key to the painting of the last
 * change of the list, or null where ten frames bring none.
 */
function watchKeys() {
  const FRAMES = 10;
  window.nextKey = () =>
    new Promise((settle) => {
      let changed = null;
      const text = () => [...document.querySelectorAll('.member-list li')].map((row) => row.textContent).join('\n');
      const before = text();
      const watch = new MutationObserver(() => {
        changed = 'pending';
      });
      const key = (event) => {
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        let frames = 0;
        const frame = () => {
          frames += 1;
          if (changed === 'pending') {
            changed = null;
            // A task after the frame runs when the frame has been painted.
            setTimeout(() => {
              changed = performance.now() - event.timeStamp;
            });
          }
          if (frames < FRAMES) {
            requestAnimationFrame(frame);
            return;
          }
          watch.disconnect();
          settle(text() === before ? null : changed);
        };
        requestAnimationFrame(frame);
      };
      window.addEventListener('keydown', key, { capture: true, once: true });
    });
}
