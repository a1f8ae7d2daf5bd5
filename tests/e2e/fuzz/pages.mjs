// Opens strange pages of the built site, and tells the page and its service
// worker strange things, until something gives way.
//
// Run by `cargo xtask fuzz pages`. Each input is made from its number alone, so
// that it can be made again; docs/fuzzing.md says what is promised.

import { chromium } from '@playwright/test';

const { BASE_URL, CHROMIUM, FUZZ_INPUTS, FUZZ_REPEAT, FUZZ_SECONDS = 60 } = process.env;

/** Milliseconds within which a page has started, or said that it cannot. */
const PATIENCE = 30_000;

const PATHS = ['./', './?q=zaire&view=table', './members/chad/', './events/', './contacts/', './network/', './fr/', './404.html'];

/** Values at the edges of what attributes, storage and messages may hold. */
const STRANGE = [
  '', ' ', 'null', 'undefined', '{', '{}', '[]', '7', '-1', '"', "'", '\\', '"]', 'constructor', '__proto__', 'toString',
  '%', '%ff', '../', '//', 'javascript:0', 'data:,', 'map', 'map map', 'core', 'events contacts', 'xx', 'zh-Hant', 'ar',
  'light', 'off', '{"locale":"xx"}', '{"locale":7}', '{"failed":null}', '\u202e', '🏛️', 'x'.repeat(5000),
];

/** What a page may say of files that are not there, or that nobody may load. */
const HARMLESS = /Failed to load resource|did not start|integrity|Refused to|violates the following|preload|manifest/i;

const MESSAGES = [
  null, undefined, '', 'x', 0, 7, [], {}, { language: null }, { language: 'en' }, { language: 'xx' }, { language: 'constructor' },
  { language: '__proto__' }, { language: {} }, { language: ['en'] }, { language: 'en', percent: 'x' }, { language: 'en', percent: -1 },
  { language: 'en', percent: null }, { language: 'en', kept: 'x' }, { language: 'en', kept: null }, { language: 'en', kept: 'constructor' },
];

const ADDRESSES = [
  '%', '%ff', '%E0%A4%A', 'members/%', 'constructor', '__proto__/', 'hasOwnProperty', 'kept/language/en', 'sw.js?%', '?%', 'index.html',
  'en/../', 'assets/', 'assets/constructor', 'fr', 'a b', '\u202e', 'x'.repeat(3000),
];

const browser = await chromium.launch({
  executablePath: CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

const start = performance.now();
let count = 0;
for (let number = Number(FUZZ_REPEAT ?? 0); ; number += 1) {
  const isOver = FUZZ_INPUTS ? count >= Number(FUZZ_INPUTS) : performance.now() - start > Number(FUZZ_SECONDS) * 1000;
  if (FUZZ_REPEAT ? count > 0 : isOver) break;
  const input = makeInput(number);
  const problems = await (input.kind === 'worker' ? tryWorker(input) : tryPage(input));
  count += 1;
  if (problems.length > 0) {
    process.stdout.write(`${JSON.stringify(input, undefined, 2)}\n${problems.join('\n')}\n`);
    process.stdout.write(`to see it again: cargo xtask fuzz pages --repeat ${number}\n`);
    process.exitCode = 1;
    break;
  }
}
await browser.close();
process.stdout.write(`${count} inputs in ${Math.round((performance.now() - start) / 1000)} s\n`);

/** Numbers from 0 up to below 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is tried under a number. */
function makeInput(number) {
  const next = random(number + 1);
  const below = (end) => Math.floor(next() * end);
  const of = (list) => list[below(list.length)];
  const some = (list) => Array.from({ length: below(4) }, () => of(list));
  if (number % 4 === 3) return { kind: 'worker', messages: some(MESSAGES), addresses: some(ADDRESSES) };
  const attribute = ['data-words', 'data-parts', 'data-program-part', 'data-page', 'data-view', 'data-locale', 'lang', 'dir', 'hreflang', 'href'];
  const changes = Array.from({ length: below(3) }, () => {
    // Where the program, or its policy, is another, there is nothing to promise.
    const place = of(['#boot', '#app', 'html', 'link[hreflang]', 'link[rel="icon"]', '#boot-progress', '#boot-message']);
    return { place, attribute: of(attribute), value: of([...STRANGE, null]) };
  });
  const removed = of([[], [], [], ['#boot'], ['#boot-progress'], ['#boot-message'], ['.offline-note'], ['link[hreflang]']]);
  const storage = of(['usual', 'usual', 'throws', 'full', 'strange']);
  const stored = Object.fromEntries(['theme', 'search-key', 'language'].map((name) => [name, of(STRANGE)]));
  return { kind: 'page', path: of(PATHS), changes, removed, storage, stored, messages: some(MESSAGES) };
}

/** Opens a page as `input` has it; gives what is wrong with what comes of it. */
async function tryPage({ path, changes, removed, storage, stored, messages }) {
  const context = await browser.newContext({ baseURL: BASE_URL, serviceWorkers: 'block' });
  const problems = [];
  try {
    const page = await context.newPage();
    let visits = 0;
    page.on('pageerror', (error) => problems.push(`fault: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) problems.push(`console: ${message.text()}`);
    });
    await page.addInitScript(prepareStorage, { storage, stored });
    // A page of the same context changes the document as a parser reads it.
    const editor = await context.newPage();
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback();
      visits += 1;
      const response = await route.fetch();
      const body = await editor.evaluate(changeDocument, { html: await response.text(), changes, removed });
      return route.fulfill({ response, body });
    });
    await page.goto(path);
    const settled = () =>
      'running' in document.documentElement.dataset || 'stopped' in document.documentElement.dataset || !document.querySelector('#app');
    await page.waitForFunction(settled, undefined, { timeout: PATIENCE }).catch(() => problems.push('neither started nor said that it cannot'));
    await page.evaluate(tell, messages);
    const { text, heading, note } = await page.evaluate(() => ({
      text: document.getElementById('boot-message')?.textContent ?? '',
      heading: document.querySelector('h1')?.textContent ?? '',
      note: document.querySelector('.offline-note')?.getAttribute('style') ?? '',
    }));
    if (/undefined|NaN|\[object/.test(text + note)) problems.push(`said: ${text}${note}`);
    if (heading === '') problems.push('nothing to read is left');
    if (visits > 3) problems.push(`loaded ${visits} times`);
  } catch (error) {
    problems.push(String(error));
  }
  await context.close();
  return problems;
}

/** Makes the storage of a page as it is to be, before anything else runs. */
function prepareStorage({ storage, stored }) {
  if (storage === 'strange') {
    for (const [name, value] of Object.entries(stored)) localStorage.setItem(name, value);
  }
  const refuse = (name) => () => {
    throw new DOMException('not here', name);
  };
  if (storage === 'throws') {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse('SecurityError') });
  }
  if (storage === 'full') Storage.prototype.setItem = refuse('QuotaExceededError');
}

/** The text of a document with other attributes and fewer elements. */
function changeDocument({ html, changes, removed }) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const { place, attribute, value } of changes) {
    for (const element of parsed.querySelectorAll(place)) {
      if (value === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, value);
    }
  }
  for (const place of removed) parsed.querySelectorAll(place).forEach((element) => element.remove());
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
}

/** Tells a page what a service worker might. */
function tell(messages) {
  for (const data of messages) navigator.serviceWorker?.dispatchEvent(new MessageEvent('message', { data }));
}

/** Tells the service worker what no page of the site does, and asks it for addresses that there are not. */
async function tryWorker({ messages, addresses }) {
  const context = await browser.newContext({ baseURL: BASE_URL });
  const problems = [];
  try {
    const page = await context.newPage();
    await page.goto('./not-saved.html');
    const [worker] = await Promise.all([
      context.waitForEvent('serviceworker'),
      page.evaluate(async () => {
        await navigator.serviceWorker.register('sw.js');
        await navigator.serviceWorker.ready;
      }),
    ]);
    await worker.evaluate(() => {
      self.faults = [];
      self.addEventListener('error', ({ message }) => self.faults.push(message));
      self.addEventListener('unhandledrejection', ({ reason }) => self.faults.push(String(reason)));
    });
    await worker.evaluate(dispatchAll, { messages, addresses });
    problems.push(...(await worker.evaluate(() => self.faults)));
    // It still answers.
    const answer = await page.evaluate(async () => (await fetch('offline.json')).ok);
    if (!answer) problems.push('the worker gives nothing any more');
  } catch (error) {
    problems.push(String(error));
  }
  await context.close();
  return problems;
}

/** Has a worker hear messages and be asked for addresses, and waits for all that comes of it. */
async function dispatchAll({ messages, addresses }) {
  const waiting = [];
  const waitUntil = (promise) => waiting.push(promise);
  for (const data of messages) self.dispatchEvent(Object.assign(new ExtendableEvent('message'), { data, waitUntil }));
  for (const address of addresses) {
    const request = new Request(new URL(address, self.location.href));
    // What is not there fails as it does without a worker.
    const respondWith = (answer) => waiting.push(Promise.resolve(answer).catch(() => {}));
    self.dispatchEvent(Object.assign(new Event('fetch'), { request, respondWith }));
  }
  await Promise.all(waiting);
}
