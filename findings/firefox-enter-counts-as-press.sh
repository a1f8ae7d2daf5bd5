#!/usr/bin/env bash
# A link that is followed by a key tells of its click that a button was pressed once.
#
# `detail` of a click is the number of presses of a button, and 0 where no
# button was pressed: pages tell keys from mice by it, as a map must that selects
# what lies under a pointer, but what has the focus where a key was pressed.
#
# A good guess: Enter gives a click with `detail` 0 in all engines, on a link as
# on a button.
# What happens: in Firefox it is 0 on a button and 1 on a link, of HTML or of SVG;
# in Chromium it is 0 on all three. Both give `pointerType` as the empty text,
# which is what tells a key in either.
#
# Seen on 30 November 2026, Firefox ESR 153.8 and Chromium 153 (Debian 12 and
# packages as below), Node.js 20.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit playwright-core@1.64.1 @sparticuz/chromium@153.0.0 >/dev/null

cat >press.mjs <<'JS'
import archive from '@sparticuz/chromium';
import { chromium, firefox } from 'playwright-core';

const browsers = {
  Firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' }),
  Chromium: async () => chromium.launch({ executablePath: await archive.executablePath(), args: [...archive.args, '--no-sandbox'] }),
};
for (const [name, launch] of Object.entries(browsers)) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.setContent(`<button>b</button> <a href="#h">a</a>
    <svg width="40" height="40"><a href="#s" tabindex="0"><circle cx="20" cy="20" r="9"/></a></svg>`);
  for (const selector of ['button', 'body > a', 'svg a']) {
    await page.evaluate((selector) => {
      const element = document.querySelector(selector);
      element.addEventListener('click', (event) => {
        event.preventDefault();
        globalThis.said = `detail ${event.detail}, pointerType ${JSON.stringify(event.pointerType)}`;
      });
      element.focus();
    }, selector);
    await page.keyboard.press('Enter');
    console.log(`${name}, Enter on ${selector}: ${await page.evaluate(() => said)}`);
  }
  await browser.close();
}
JS

cat >expected <<'TXT'
Firefox, Enter on button: detail 0, pointerType ""
Firefox, Enter on body > a: detail 1, pointerType ""
Firefox, Enter on svg a: detail 1, pointerType ""
Chromium, Enter on button: detail 0, pointerType ""
Chromium, Enter on body > a: detail 0, pointerType ""
Chromium, Enter on svg a: detail 0, pointerType ""
TXT

node press.mjs | tee seen
diff expected seen
