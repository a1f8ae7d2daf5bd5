#!/usr/bin/env bash
# A style sheet in a document that is only parsed breaks the page's policy.
#
# DOMParser makes a document without a window: no script runs in it, nothing is
# loaded or shown, and DOM Parsing says nothing of a style sheet being applied.
#
# A good guess: under a Content-Security-Policy that forbids inline styles, a
# page may parse a drawing that has a <style>, to take its shapes, and nothing is
# reported: there is nothing that the style could be applied to.
# What happens: Chromium holds the parsed document to the policy of the page that
# parses it. It reports a breach to that page, on its console and to whoever
# collects reports, for each <style> and each style attribute, of SVG and of HTML;
# presentation attributes break nothing. So whoever takes shapes out of a drawing
# takes its style sheet out of the text before.
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
await page.setContent(`<meta http-equiv="Content-Security-Policy" content="style-src 'self'"><p>page</p>`);
const cases = {
  'SVG, <style>': ['<svg xmlns="http://www.w3.org/2000/svg"><style>path{fill:red}</style><path d="M0 0h1"/></svg>', 'image/svg+xml'],
  'SVG, style=""': ['<svg xmlns="http://www.w3.org/2000/svg"><path style="fill:red" d="M0 0h1"/></svg>', 'image/svg+xml'],
  'SVG, fill=""': ['<svg xmlns="http://www.w3.org/2000/svg"><path fill="red" d="M0 0h1"/></svg>', 'image/svg+xml'],
  'HTML, <style>': ['<style>p{color:red}</style><p>text</p>', 'text/html'],
  'HTML, style=""': ['<p style="color:red">text</p>', 'text/html'],
};
for (const [name, [text, type]] of Object.entries(cases)) {
  const broken = await page.evaluate(async (text, type) => {
    const seen = [];
    const hear = ({ effectiveDirective, blockedURI }) => seen.push(`${effectiveDirective} (${blockedURI})`);
    document.addEventListener('securitypolicyviolation', hear);
    new DOMParser().parseFromString(text, type);
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.removeEventListener('securitypolicyviolation', hear);
    return seen;
  }, text, type);
  console.log(`${name.padEnd(16)}${broken.join(', ') || 'nothing'}`);
}
await browser.close();
JS

cat >expected <<'TXT'
HeadlessChrome/153
SVG, <style>    style-src-elem (inline)
SVG, style=""   style-src-attr (inline)
SVG, fill=""    nothing
HTML, <style>   style-src-elem (inline)
HTML, style=""  style-src-attr (inline)
TXT

node run.mjs | tee seen
diff expected seen
