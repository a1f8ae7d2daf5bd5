// WebKitGTK for the tests. Playwright brings a WebKit of its own, which no
// distribution has; it can also drive the one that readers have, through the
// inspector of its MiniBrowser, with a window for each test.
//
// Keys, clicks and drags come from the X server, as a reader's do: events that
// a script makes in the page move neither the focus nor what is selected.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import { test as base, webkit, type Locator, type Page } from '@playwright/test';

/** What each worker has. */
interface Desktop {
  /** An X server: in one, windows would take each other's keys. */
  display: string;
  /** The folder of GTK's settings. */
  settings: string;
}

/** MiniBrowser's bar for finding, which is not seen, would keep a window from being as narrow as a phone. */
const GTK_STYLE = 'searchbar * { font-size: 1px; margin: 0; padding: 0; }';

/**
 * No change to compiled code in the middle of a loop of a program: on Linux that
 * now and then goes on with wrong numbers (docs/decisions/engines.md).
 */
const ENGINE_OPTIONS = { JSC_useWasmOSR: '0' };

/** X's names of keys, by those of the DOM, where they differ. */
const KEYS: Record<string, string> = {
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Backspace: 'BackSpace',
  Control: 'ctrl',
  ControlOrMeta: 'ctrl',
  Alt: 'alt',
  Enter: 'Return',
  PageDown: 'Next',
  PageUp: 'Prior',
  Shift: 'shift',
  Space: 'space',
  '+': 'plus',
  '-': 'minus',
  '/': 'slash',
  '?': 'question',
};

const run = promisify(execFile);

export const test = base.extend<object, Desktop>({
  display: [
    async ({}, use) => {
      // Without a reset whenever the last window closes, in which the next one is refused.
      const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '2000x2000x24', '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const number = await new Promise<string>((resolve) => server.stdout!.once('data', (text) => resolve(String(text).trim())));
      await use(`:${number}`);
      await end(server);
    },
    { scope: 'worker' },
  ],
  settings: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'hemicycle-webkit-'));
      await mkdir(join(folder, 'gtk-3.0'));
      await writeFile(join(folder, 'gtk-3.0', 'gtk.css'), GTK_STYLE);
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  context: [async ({ display, settings, baseURL, viewport, colorScheme, contextOptions }, use, { parallelIndex }) => {
    const host = `127.0.0.${2 + parallelIndex}`;
    const inspector = `${host}:${await freePort(host)}`;
    const window = spawn(
      process.env.WEBKIT!,
      // The first page is of the site, since Playwright loses a page that changes its process.
      ['--private', new URL('404.html', baseURL).href],
      {
        env: { ...process.env, ...ENGINE_OPTIONS, DISPLAY: display, XDG_CONFIG_HOME: settings, WEBKIT_INSPECTOR_HTTP_SERVER: inspector },
        stdio: 'ignore',
      },
    );
    const targets = await inspected(inspector, window);
    const browser = await webkit.connectOverCDP(targets.address);
    const context = browser.contexts()[0];
    const [page] = context.pages();
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.emulateMedia({ colorScheme, ...contextOptions });
    await useInput(page, display);
    await page.setViewportSize(viewport!);
    await use(context);
    await browser.close();
    targets.close();
    await end(window);
    // The first window after the installation reads all of it, and makes a cache of the fonts.
  }, { timeout: 240_000 }],
  page: async ({ context, baseURL }, use) => {
    const [page] = context.pages();
    // A context that was connected to knows no address to begin from.
    const goto = page.goto.bind(page);
    page.goto = (address, options) => goto(new URL(address, baseURL).href, options);
    await use(page);
  },
});

/** Ends a program, and waits until it has. */
async function end(program: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill();
  await ended;
}

/** A free port of an address that no other worker has. */
async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits for the window's page, and tells Playwright of it in the form that it asks for. */
async function inspected(inspector: string, window: ChildProcess): Promise<{ address: string; close: () => void }> {
  let socket: string | undefined;
  while (!socket) {
    if (window.exitCode !== null) throw new Error(`MiniBrowser ended with ${window.exitCode} before its page had come`);
    // Asked without a pause, the window itself would have no processor to come with.
    const [list] = await Promise.all([fetch(`http://${inspector}/`).then((answer) => answer.text(), () => ''), setTimeout(100)]);
    // Its title is there once it has come.
    socket = /"targetname">[^<]+<.*'(\/socket\/[^']+WebPage)'/s.exec(list)?.[1];
  }
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([{ webSocketDebuggerUrl: `ws://${inspector}${socket}` }]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Has keys and mouse come from the X server, and the window take its size. */
async function useInput(page: Page, display: string): Promise<void> {
  const x = (...words: (string | number)[]) => run('xdotool', words.map(String), { env: { ...process.env, DISPLAY: display } });
  const { stdout } = await x('search', '--onlyvisible', '--class', 'MiniBrowser');
  const [window] = stdout.trim().split('\n');
  await x('windowfocus', '--sync', window);
  // Without its bar above the page, which keeps it wider than a phone, too.
  await x('key', 'F11');

  const key = (name: string) => name.split(/\+(?=.)/).map((part) => KEYS[part] ?? part).join('+');
  page.keyboard.press = async (name) => void (await x('key', key(name)));
  page.keyboard.down = async (name) => void (await x('keydown', key(name)));
  page.keyboard.up = async (name) => void (await x('keyup', key(name)));
  page.keyboard.type = async (text) => void (await x('type', '--delay', 20, text));
  let place = { x: 0, y: 0 };
  page.mouse.move = async (toX, toY, { steps = 1 } = {}) => {
    const from = place;
    place = { x: toX, y: toY };
    for (let step = 1; step <= steps; step += 1) {
      const along = (start: number, end: number) => Math.round(start + ((end - start) * step) / steps);
      await x('mousemove', along(from.x, toX), along(from.y, toY));
    }
  };
  page.mouse.down = async () => void (await x('mousedown', 1));
  page.mouse.up = async () => void (await x('mouseup', 1));
  page.mouse.click = async (toX, toY) => {
    await page.mouse.move(toX, toY);
    await x('click', 1);
  };
  page.mouse.wheel = async (_, down) => void (await x('click', '--repeat', Math.max(1, Math.round(Math.abs(down) / 100)), down < 0 ? 4 : 5));

  // A trial proves that the element can be clicked, and brings it into view.
  const locators: Locator = Object.getPrototypeOf(page.locator('html'));
  const synthetic = locators.click;
  locators.click = async function (this: Locator, { position, trial, modifiers, ...options } = {}) {
    await synthetic.call(this, { ...options, position, trial: true });
    if (trial) return;
    const [box] = await this.evaluate((node) => [...node.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })));
    const { x, y } = position ?? { x: box.width / 2, y: box.height / 2 };
    for (const name of modifiers ?? []) await page.keyboard.down(name);
    await page.mouse.click(box.x + x, box.y + y);
    for (const name of modifiers ?? []) await page.keyboard.up(name);
  };
  locators.hover = async function (this: Locator) {
    const box = await this.evaluate((node) => {
      node.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    });
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  };
  locators.press = async function (this: Locator, name: string) {
    await this.focus();
    await page.keyboard.press(name);
  };

  page.setViewportSize = async ({ width, height }) => {
    await x('windowsize', window, width, height);
    await page.waitForFunction(([width, height]) => innerWidth === width && innerHeight === height, [width, height]);
  };
}
