#!/usr/bin/env bash
# A card that printing keeps whole is laid over by what follows, in a grid in a grid.
#
# CSS Fragmentation has a box with `break-inside: avoid` move to the next page
# where it does not fit, and CSS Grid has a row grow where what is in it does.
#
# A good guess: what follows in the same column moves on by the same amount, as it
# does in blocks; at most a page has some room left at its end.
# What happens: in a grid that is an item of another grid, the row of the inner
# grid does not grow by the gap that the moved card leaves, and the next row is
# printed over the card. With one grid, or with the outer one as a block, all is
# right. On screen nothing shows, and no engine tells.
# Printed here: for each way the distance in points from the top of the second
# page at which the text of the moved card and that of the next row stand; the
# card is 150 high.
#
# Seen on 28 November 2026, Chromium 153 (and 156), packages as below.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 unpdf@1.7.0 >/dev/null

cat >run.mjs <<'JS'
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { getDocumentProxy } from 'unpdf';

const browser = await puppeteer.launch({ args: [...chromium.args, '--no-sandbox'], executablePath: await chromium.executablePath(), headless: 'shell' });
console.log((await browser.version()).replace(/\.\d+\.\d+\.\d+$/, ''));
const page = await browser.newPage();
const card = '<p style="height:200px;break-inside:avoid">';
const column = (display) => `<div style="display:${display}">
  <div style="height:600px">top</div>
  <section>${card}first</p>${card}card</p></section>
  <section>next</section></div>`;
const ways = {
  'a grid': column('grid'),
  'a grid in a block': `<div>${column('grid')}</div>`,
  'a grid in a grid': `<div style="display:grid">${column('grid')}</div>`,
  'a block in a grid': `<div style="display:grid">${column('block')}</div>`,
};
for (const [name, html] of Object.entries(ways)) {
  await page.setContent(`<!doctype html><style>* { margin: 0 }</style>${html}`);
  const pdf = await page.pdf({ width: '600px', height: '900px' });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { items } = await (await document.getPage(2)).getTextContent();
  const texts = items.filter(({ str }) => str?.trim()).map(({ str, transform }) => `${str} ${Math.round(675 - transform[5])}`);
  console.log(`${name.padEnd(20)}${texts.join(', ')}`);
}
await browser.close();
JS

cat >expected <<'TXT'
HeadlessChrome/153
a grid              card 10, next 160
a grid in a block   card 10, next 160
a grid in a grid    card 10, next 85
a block in a grid   card 10, next 160
TXT

node run.mjs | tee seen
diff expected seen
