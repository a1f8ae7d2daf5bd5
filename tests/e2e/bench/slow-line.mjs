// Measures a reader's first visit on a slow line with a slow processor: when
// the content is on screen, beside the same page without its scripts, and when
// the program has taken over; writes milliseconds as JSON.
//
// Run by `cargo xtask bench`. It reports times and judges none of them.

import { chromium } from '@playwright/test';

const VISITS = 7;
const PAGES = ['./', './members/chad/'];
/** 1.6 Mbit/s with 150 ms to and fro, as on a weak mobile line. */
const LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const SLOWER = 4;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

const measured = [];
for (const page of PAGES) {
  const times = { page, plain: [], site: [], running: [] };
  for (let i = 0; i < VISITS; i += 1) {
    // One after the other, so that both meet the machine in the same state.
    times.plain.push((await visit(page, false)).painted);
    const { painted, running } = await visit(page, true);
    times.site.push(painted);
    times.running.push(running);
  }
  measured.push(times);
}
await browser.close();
process.stdout.write(JSON.stringify(measured));

/** A first visit: nothing is cached and nothing is kept. */
async function visit(address, withScripts) {
  const context = await browser.newContext({ javaScriptEnabled: withScripts, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (withScripts) {
    await page.addInitScript(() => {
      new MutationObserver((_, watch) => {
        if (document.documentElement.dataset.running === undefined) return;
        watch.disconnect();
        window.running = performance.now();
      }).observe(document, { attributes: true, subtree: true });
    });
  }
  await page.goto(new URL(address, process.env.BASE_URL).href, { waitUntil: 'load' });
  if (withScripts) await page.waitForFunction(() => window.running);
  const running = withScripts ? await page.evaluate(() => window.running) : undefined;
  const painted = await paintedAt(page);
  await context.close();
  return { painted, running };
}

/** When the first content was on screen; the browser tells it some time after. */
async function paintedAt(page) {
  for (;;) {
    const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    if (painted) return painted;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
