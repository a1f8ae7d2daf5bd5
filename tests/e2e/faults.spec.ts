// Something a page needs is missing, broken or slow: the page stays readable
// and says the right thing. Every file in each kind of fault, and one of each way
// of fetching in all of them; at the end the run prints what was tried as a table (fault-table.ts).

import { statSync } from 'node:fs';

import type { Page, Route } from '@playwright/test';

import { members } from './data';
import { linkToEvents, visit } from './directory';
import { BROKEN_FILES, expect, test, unseal } from './fixtures';
import { filesOfAny, partsOf } from './program-parts';

/** What comes of a fault. */
type Outcome =
  /** As if nothing were wrong. */
  | 'runs'
  /** The program runs and names the file. */
  | 'runs, says so'
  /** The page stays as it came, with one line and a way to try again. */
  | 'page, says so'
  /** The page as without scripts: nothing is offered that does nothing. */
  | 'page';

/** Does something to the answer for a file. */
type Answer = (route: Route) => Promise<void>;

/** Changes the body of the answer; the host still says that all is well. */
const body = (change: (bytes: Buffer) => Buffer): Answer => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};

const broken: Record<string, Answer> = {
  missing: (route) => route.fulfill({ status: 404, body: 'not here' }),
  'host error': (route) => route.fulfill({ status: 500, body: 'sorry' }),
  'no network': (route) => route.abort('internetdisconnected'),
  'line breaks': (route) => route.abort('connectionreset'),
  truncated: body((bytes) => bytes.subarray(0, bytes.length / 2)),
  'a page instead': async (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title><p>Log in</p>' }),
  altered: body((bytes) => Buffer.concat([bytes, Buffer.from(' ')])),
};

/** One fault of each kind that a browser tells apart: a status, no answer, other bytes than the hash names. */
const KINDS = ['missing', 'no network', 'altered'];

/** Files that are fetched each in a way of its own: as script, as module, as bytes, as style sheet, early. */
const WAYS = ['boot.js', 'hemicycle.js', 'hemicycle_bg.wasm', 'main.css', 'core.json'];

/** All faults where a file is fetched in a way of its own, else one of each kind. */
const faultsOf = (file: string): [string, Answer][] =>
  Object.entries(broken).filter(([fault]) => WAYS.includes(file) || KINDS.includes(fault));

const wrongType: Answer = async (route) => {
  const response = await route.fetch();
  const headers = { ...response.headers(), 'content-type': 'application/octet-stream' };
  await route.fulfill({ response, headers });
};

interface Expected {
  /** Of every kind of broken file. */
  broken: Outcome;
  /** Of the right file under a wrong media type. */
  wrongType: Outcome;
  /** What the reader is told is missing, if not the file by its name. */
  named?: string;
  /** The page that asks for it, if not the first. */
  page?: string;
}

/** The files of a page, by the start of their names. */
const expected: Record<string, Expected> = {
  'boot.js': { broken: 'page', wrongType: 'page' },
  'hemicycle.js': { broken: 'page, says so', wrongType: 'page, says so' },
  'hemicycle_bg.wasm': { broken: 'page, says so', wrongType: 'runs' },
  'main.css': { broken: 'runs', wrongType: 'runs' },
  'lists.css': { broken: 'runs', wrongType: 'runs' },
  // The outlines come from the picture of the published page.
  'map.svg': { broken: 'runs, says so', wrongType: 'runs' },
  'offline.js': { broken: 'runs', wrongType: 'runs' },
  // What saving the site would cost.
  'offline.json': { broken: 'runs', wrongType: 'runs' },
  'icon.svg': { broken: 'runs', wrongType: 'runs' },
  // Without its words the program has nothing to say; what it says then stands in the page.
  'en.json': { broken: 'page, says so', wrongType: 'runs', named: 'file of the program' },
  'fr.json': { broken: 'page, says so', wrongType: 'runs', named: 'programme', page: './fr/' },
  // Without the members there is nothing to show.
  'core.json': { broken: 'page, says so', wrongType: 'runs' },
  'map.json': { broken: 'runs, says so', wrongType: 'runs' },
  // They come once the page is there, and are asked for again where they are needed.
  'contacts.json': { broken: 'runs', wrongType: 'runs' },
  'events.json': { broken: 'runs', wrongType: 'runs' },
  'sources.json': { broken: 'runs', wrongType: 'runs' },
};

/**
 * What the program asks for when a reader presses an entry of the menu, by its
 * page. Not in the table above: the page has long been there, and loses nothing
 * whatever comes.
 */
const later: Record<string, [entry: RegExp, file: string][]> = {
  './': [
    [/^CSV/, 'export-members-en.csv'],
    [/^JSON/, 'export-members-en.json'],
    [/^SVG/, 'part-picture.wasm'],
  ],
  './contacts/': [
    [/^CSV/, 'export-contacts-en.csv'],
    [/^JSON/, 'export-contacts-en.json'],
    [/^Contact cards/, 'export-contacts-en.vcf'],
  ],
  './events/': [
    [/^CSV/, 'export-events-en.csv'],
    [/^JSON/, 'export-events-en.json'],
    [/^Calendar file/, 'export-events-en.ics'],
  ],
};

/** The parts of the program that draw pages. */
const pageOfPart: Record<string, string> = { compare: './compare/', contacts: './contacts/', events: './events/' };

/** The files of the parts of the program, and the pages that need them: that of a part, and those that several share. */
const programParts: Record<string, string[]> = Object.fromEntries(
  filesOfAny(Object.keys(pageOfPart)).map((file) => [`${file}.wasm`, partsOf(file).flatMap((part) => pageOfPart[part] ?? [])]),
);

/** The faults of such a file: one where parts share it, since it comes by the same way. */
const faultsOfPart = (file: string): [string, Answer][] =>
  faultsOf(file).slice(0, partsOf(file).length > 1 ? 1 : undefined);

/** `members.json` as it is asked for: named by its content, but for one file that no page can name so. */
function pattern(file: string): RegExp {
  if (file === 'offline.json') return /\/offline\.json$/;
  const [stem, ending] = file.split('.');
  return new RegExp(`/assets/${stem}-[0-9a-f]{16}\\.${ending}(\\?|$)`);
}

/** What the reader has now. */
function outcome(page: Page): Promise<string> {
  return page.evaluate(() => {
    // On the way to another attempt there is no page for a moment.
    if (!document.documentElement) return 'still starting';
    const alert = [...document.querySelectorAll('[role=alert]')].some((alert) => alert.textContent);
    const { running, root, stopped } = document.documentElement.dataset;
    if (running !== undefined) return alert ? 'runs, says so' : 'runs';
    if (stopped !== undefined && alert) return 'page, says so';
    return root === undefined ? 'page' : 'still starting';
  });
}

/** Expects what a fault comes to, and that the page can be read. */
async function expectOutcome(page: Page, expected: Outcome): Promise<void> {
  await expect.poll(() => outcome(page)).toBe(expected);
  await expect(page.locator('.member-list__row')).toHaveCount(members.length);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const offered = await page.locator('button:visible, input:visible').count();
  if (expected === 'page') expect(offered, 'what would do nothing').toBe(0);
  if (expected === 'page, says so') expect(offered, 'the way to try again').toBe(1);
}

test.use({ expectedErrors: BROKEN_FILES });

// No page waits for its icon, so that its answer may still be on the way.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'wait' }));

test('every file that a page asks for is in the matrix', async ({ page }) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await visit(page, './');
  await expect.poll(() => [...asked].some((path) => pattern('offline.js').test(path))).toBe(true);
  const isKnown = (path: string, files: object) => Object.keys(files).some((file) => pattern(file).test(path));
  expect([...asked].filter((path) => !isKnown(path, expected))).toEqual(['/']);
  asked.clear();
  for (const address of new Set(Object.values(programParts).flat())) await visit(page, address);
  const parts = [...asked].filter((path) => path.endsWith('.wasm') && !isKnown(path, expected));
  expect(parts.filter((path) => !isKnown(path, programParts))).toEqual([]);
  expect(parts).toHaveLength(Object.keys(programParts).length);
});

for (const [file, { broken: outcomeOfBroken, wrongType: outcomeOfType, named = file, page: asking = './' }] of Object.entries(expected)) {
  const cases = faultsOf(file).map(([fault, answer]) => ({ fault, answer, outcome: outcomeOfBroken }));
  cases.push({ fault: 'wrong type', answer: wrongType, outcome: outcomeOfType });
  for (const { fault, answer, outcome } of cases) {
    test(`${file}: ${fault}`, { annotation: { type: 'fault', description: `${file}|${fault}|${outcome}` } }, async ({ page }) => {
      await page.route(pattern(file), answer);
      await page.goto(asking);
      await expectOutcome(page, outcome);
      if (!outcome.endsWith('says so')) return;
      const alert = page.getByRole('alert').filter({ hasText: /./ });
      const said = await alert.innerText();
      expect(said, 'no words of the program').not.toMatch(/line \d|column|expected|Error|undefined|<!doctype/);
      const isOfProgram = /connection|connexion/i.test(said);
      if (/\.(json|svg)$/.test(file) && !isOfProgram) expect(said.split(named), 'the file is named once').toHaveLength(2);
      await page.unroute(pattern(file));
      await alert.getByRole('button', { name: /Try again|Réessayer/ }).click();
      await expectOutcome(page, 'runs');
    });
  }

  test(`${file}: slow`, { annotation: { type: 'fault', description: `${file}|slow|runs` } }, async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(pattern(file), async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(asking, { waitUntil: 'commit' });
    await expect(page.locator('.member-list__row')).toHaveCount(members.length);
    release();
    await expectOutcome(page, 'runs');
  });
}

/** Holds back a file that has been `asked` for until its `release`. */
async function hold(page: Page, file: string): Promise<{ asked: Promise<void>; release: () => void }> {
  let [tell, release] = [() => {}, () => {}];
  const asked = new Promise<void>((resolve) => (tell = resolve));
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(pattern(file), async (route) => {
    tell();
    await held;
    await route.continue();
  });
  return { asked, release };
}

for (const [fault, answer] of faultsOf('export-*')) {
  test(`files that are asked for later: ${fault}`, { annotation: { type: 'fault', description: `export-*-en.*|${fault}|runs, says so` } }, async ({ page }) => {
    for (const [address, entries] of Object.entries(later)) {
      const early: string[] = [];
      page.on('request', (request) => early.push(request.url()));
      await visit(page, address);
      expect(early.filter((url) => url.includes('export-')), 'not asked for at the start').toEqual([]);
      await page.locator('summary', { hasText: /export/i }).click();
      for (const [entry, file] of entries) {
        const press = () => page.getByRole('button', { name: entry }).click();
        await page.route(pattern(file), answer);
        await press();
        const alert = page.locator('main .menu__panel [role="alert"]');
        await expect(alert).toContainText(/could not be fetched|did not come as it was published|is missing from this site/);
        const isOutdated = !['host error', 'no network', 'line breaks'].includes(fault);
        await expect(alert.getByRole('button', { name: 'Reload' }), 'a newer version may be there').toHaveCount(isOutdated ? 1 : 0);
        await expect.poll(() => outcome(page)).toBe('runs, says so');
        await page.unroute(pattern(file));
        const [download] = await Promise.all([page.waitForEvent('download'), press()]);
        const { size } = statSync(await download.path());
        expect(size, 'the next time it comes').toBeGreaterThan(10_000);
        await expect.poll(() => outcome(page)).toBe('runs');
      }
    }
  });
}

for (const [file, address] of [
  ['events.json', './events/'],
  ['contacts.json', './contacts/'],
]) {
  const said = { annotation: { type: 'fault', description: `${file} on ${address}|missing|page, says so` } };
  test(`${file} on its own page: missing`, said, async ({ page }) => {
    await page.route(pattern(file), broken.missing);
    await page.goto(address);
    await expect.poll(() => outcome(page)).toBe('page, says so');
    await expect(page.getByRole('alert')).toContainText(`${file} is missing from this site.`);
    await expect(page.locator('#content a[href]').nth(20), 'what was published stays').toBeAttached();
    await page.unroute(pattern(file));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => outcome(page)).toBe('runs');
  });
}

for (const [file, addresses] of Object.entries(programParts)) {
  for (const address of addresses) {
    for (const [fault, answer] of faultsOfPart(file)) {
      const said = { annotation: { type: 'fault', description: `${file} on ${address}|${fault}|page, says so` } };
      test(`${file} on ${address}: ${fault}`, said, async ({ page }) => {
        await page.route(pattern(file), answer);
        await page.goto(address);
        await expect.poll(() => outcome(page)).toBe('page, says so');
        await expect(page.locator('#content a[href]').nth(20), 'what was published stays').toBeAttached();
        await page.unroute(pattern(file));
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect.poll(() => outcome(page)).toBe('runs');
      });
    }

    const slow = { annotation: { type: 'fault', description: `${file} on ${address}|slow|runs` } };
    test(`${file} on ${address}: slow`, slow, async ({ page }) => {
      const { asked, release } = await hold(page, file);
      await page.goto(address, { waitUntil: 'commit' });
      await asked;
      await expect(page.locator('#content a[href]').nth(20)).toBeAttached();
      expect(await outcome(page)).toBe('still starting');
      release();
      await expect.poll(() => outcome(page)).toBe('runs');
    });
  }
}

for (const file of ['part-events.wasm', 'part-contacts-events.wasm']) {
  for (const [fault, answer] of faultsOfPart(file)) {
    const said = { annotation: { type: 'fault', description: `${file} on the way|${fault}|runs, says so` } };
    test(`${file} on the way to its page: ${fault}`, said, async ({ page, directory }) => {
      await visit(page, './');
      await page.route(pattern(file), answer);
      await linkToEvents(page).click();
      const notice = page.getByRole('alert').filter({ hasText: 'The page could not be opened.' });
      await expect(notice).toContainText(/The connection failed|did not come as it was published|is missing on the server \(\d+\)/);
      await expectOutcome(page, 'runs, says so');
      await expect(page.locator('#content')).not.toHaveAttribute('aria-busy');
      await directory.search.fill('chad');
      await expect(directory.rows, 'the rest goes on').toHaveCount(1);
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(notice, 'it failed again').toBeVisible();
      await page.unroute(pattern(file));
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(page).toHaveURL(/\/events\/$/);
      await expect(page.locator('.event-list__select').first()).toBeVisible();
      await expect.poll(() => outcome(page)).toBe('runs');
    });
  }
}

test('program and data are of two versions', { annotation: { type: 'fault', description: 'core.json|of another version|page, says so' } }, async ({ page }) => {
  await unseal(page);
  await page.route(pattern('core.json'), body((bytes) => Buffer.from(bytes.toString().replace(/^\[\d+,/, '[999,'))));
  await page.goto('./');
  await expectOutcome(page, 'page, says so');
  await expect(page.getByRole('alert')).toContainText('A newer version of this directory is here.');
  await page.unroute(pattern('core.json'));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expectOutcome(page, 'runs');
});

const told = (what: string, outcome: Outcome) => ({ annotation: { type: 'fault', description: `${what}||${outcome}` } });

test('the network goes in the middle of the program', told('network goes in the middle', 'page, says so'), async ({ page, context }) => {
  await page.route(pattern('hemicycle_bg.wasm'), async (route) => {
    await context.setOffline(true);
    await route.abort('connectionreset');
  });
  await page.goto('./');
  await expectOutcome(page, 'page, says so');
  await expect(page.getByRole('alert')).toContainText('The connection failed');
  await page.unroute(pattern('hemicycle_bg.wasm'));
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectOutcome(page, 'runs');
});

test('storage is blocked', told('storage blocked', 'runs'), async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, name, { get: denied });
    }
  });
  await page.goto('./');
  await expectOutcome(page, 'runs');
  await page.getByRole('button', { name: /dark/i }).first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/);
});

test('there is no WebAssembly', told('no WebAssembly', 'page, says so'), async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('./');
  await expectOutcome(page, 'page, says so');
  await expect(page.getByRole('alert')).toContainText('it is too old, or WebAssembly is switched off');
});

test.describe('a panic', () => {
  test.use({ expectedErrors: /unreachable|panicked|deliberate/ });

  /** Has what the program draws next fail: it gives up. */
  const breakDrawing = () => {
    const { createElement, createElementNS } = Document.prototype;
    const refuse = () => {
      Object.assign(Document.prototype, { createElement, createElementNS });
      throw new Error('deliberate');
    };
    Object.assign(Document.prototype, { createElement: refuse, createElementNS: refuse });
  };

  test('while the program runs', told('panic while running', 'page, says so'), async ({ page, directory }) => {
    await directory.open();
    await page.evaluate(breakDrawing);
    await directory.search.press('c');
    const said = page.getByRole('alert').filter({ hasText: 'stopped because of a fault' });
    await expect(said).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.member-list__row:not([hidden])').first()).toBeVisible();
    await said.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => outcome(page)).toBe('runs');
  });

  for (const [when, outcomeThen, panics] of [
    ['before the reader acts', 'runs', 1],
    ['again after that', 'runs, says so', 2],
  ] as const) {
    test(when, told(`panic ${when}`, outcomeThen), async ({ page }) => {
      await page.addInitScript(
        `sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
         new MutationObserver((_, observer) => {
           if (sessionStorage.loads > ${panics} || !('running' in document.documentElement.dataset)) return;
           observer.disconnect();
           (${breakDrawing})();
           const search = document.getElementById('search');
           search.value = 'chad';
           search.dispatchEvent(new Event('input', { bubbles: true }));
         }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-running'] });`,
      );
      let loads = 0;
      let seen = 0;
      // What Playwright asks of the page is an act of the reader to a browser.
      const settled = new Promise<void>((resolve) => {
        const settle = () => {
          if (loads === 2 && seen === panics) resolve();
        };
        page.on('load', () => {
          loads += 1;
          settle();
        });
        page.on('console', (message) => {
          seen += Number(message.text().includes('panicked'));
          settle();
        });
      });
      await page.goto('./?region=africa');
      await settled;
      await expect.poll(() => outcome(page)).toBe(outcomeThen);
      expect(loads).toBe(2);
    });
  }
});
