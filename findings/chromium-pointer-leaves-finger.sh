#!/usr/bin/env bash
# A finger's events name a link that lies elsewhere than they say.
#
# Browsers on phones help those who miss: a tap beside a link is a click on the
# link. Pointer Events and Touch Events say that an event goes to what lies at
# its place.
#
# A good guess: the help is for the click alone, so that a map which asks at
# `pointerdown` or `touchstart` for its target is told what lies under the finger.
# What happens: in Chromium `touchstart`, `pointerdown` and `pointerup` have the
# link some pixels away for their target too, and yet the coordinates of the
# finger, where `elementFromPoint` finds the land; the click alone has both moved.
# Beside what cannot be pressed all have the land. So whoever wants to know
# what a finger lies on asks `elementFromPoint` at `pointerdown`.
#
# Seen on 29 November 2026, Chromium 153, packages as below.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 >/dev/null

cat >run.mjs <<'JS'
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const browser = await puppeteer.launch({ args: [...chromium.args, '--no-sandbox'], executablePath: await chromium.executablePath(), headless: 'shell' });
console.log((await browser.version()).replace(/\.\d+\.\d+\.\d+$/, ''));
const page = await browser.newPage();
await page.setViewport({ width: 400, height: 400, hasTouch: true });
for (const near of ['a href="#x"', 'g']) {
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>
    <svg width="400" height="400"><path id="land" d="M0 0h400v400H0z"/><${near}><circle id="mark" cx="200" cy="200" r="10"/></${near.slice(0, 1)}></svg>`);
  await page.evaluate(() => {
    globalThis.seen = [];
    for (const type of ['touchstart', 'pointerdown', 'pointerup', 'click'])
      addEventListener(type, (event) => {
        const { clientX, clientY } = event.touches?.[0] ?? event;
        seen.push(`${type}: ${event.target.id}, at ${Math.round(clientX)}, ${Math.round(clientY)} lies ${document.elementFromPoint(clientX, clientY).id}`);
      });
  });
  const finger = await page.createCDPSession();
  const touch = (type, touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x: 215, y: 200, radiusX: 12, radiusY: 12 }]);
  await touch('touchEnd', []);
  await page.waitForFunction(() => seen.some((line) => line.startsWith('click')));
  console.log(`<${near}>`);
  for (const line of await page.evaluate(() => seen)) console.log(`  ${line}`);
}
await browser.close();
JS

cat >expected <<'TXT'
HeadlessChrome/153
<a href="#x">
  pointerdown: mark, at 215, 200 lies land
  touchstart: mark, at 215, 200 lies land
  pointerup: mark, at 215, 200 lies land
  click: mark, at 206, 200 lies mark
<g>
  pointerdown: land, at 215, 200 lies land
  touchstart: land, at 215, 200 lies land
  pointerup: land, at 215, 200 lies land
  click: land, at 215, 200 lies land
TXT

node run.mjs | tee seen
diff expected seen
