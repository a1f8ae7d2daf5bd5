#!/usr/bin/env bash
# Listening to focus makes an element of SVG a stop of the tab key.
#
# HTML and SVG 2 say what can take the focus: links, form fields, what has a
# tabindex. A listener is for hearing events, and on an element of HTML it
# changes nothing.
#
# A good guess: a <g> that listens to "focusin", to hear which of its links has
# the focus, takes none itself, as a <div> around links does not; the tab key
# goes from the button to the link and on to the next button.
# What happens: Chromium stops at the <g>, before its link, with nothing to be
# pressed there and no name to be read out; "focus", "focusout" and "blur" do
# the same, "pointerover" and "keydown" do not, and without a listener it is
# passed by. So whoever wants to know what has the focus in a drawing listens on
# the element of HTML around it.
#
# Seen on 28 November 2026, Chromium 153, packages as below.
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
const stops = async (outer, listener) => {
  const [open, close] = outer === 'g' ? ['<svg><g id="outer"><a href="#x"><text y="20">link</text></a></g></svg>', ''] : ['<div id="outer"><a href="#x">link</a>', '</div>'];
  await page.setContent(`<button>first</button>${open}${close}<button>last</button>`);
  if (listener) await page.evaluate((kind) => document.getElementById('outer').addEventListener(kind, () => {}), listener);
  await page.focus('button');
  const seen = [];
  while (seen.at(-1) !== 'button' && seen.length < 5) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement.localName));
  }
  return seen.join(' ');
};
for (const listener of ['', 'pointerover', 'keydown', 'focusin', 'focusout', 'focus', 'blur'])
  console.log(`${(listener || 'no listener').padEnd(12)} div: ${(await stops('div', listener)).padEnd(9)} g: ${await stops('g', listener)}`);
await browser.close();
JS

cat >expected <<'TXT'
HeadlessChrome/153
no listener  div: a button  g: a button
pointerover  div: a button  g: a button
keydown      div: a button  g: a button
focusin      div: a button  g: g a button
focusout     div: a button  g: g a button
focus        div: a button  g: g a button
blur         div: a button  g: g a button
TXT

node run.mjs | tee seen
diff expected seen
