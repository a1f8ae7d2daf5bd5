// A reader comes back without a network, or when a newer version is there.

import type { Page } from '@playwright/test';

import { visit } from './directory';
import { axe, BROKEN_FILES, expect as atOnce, test as base } from './fixtures';
import { Host } from './host';

/** Each test has a host of its own, on which the site lies in a sub-folder. */
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await Host.start('/a/b/');
    await use(host);
    host.stop();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

test.use({ serviceWorkers: 'allow' });

// A language is kept of itself once the first seconds of a visit are over.
test.describe.configure({ timeout: 120_000 });
const expect = atOnce.configure({ timeout: 30_000 });

const html = (page: Page) => page.locator('html');

/** Uses a page that has offered to save all. */
async function use(page: Page): Promise<void> {
  await expect(html(page)).toHaveAttribute('data-offline', 'offered');
  await page.keyboard.press('Shift');
}

/** Has all of it saved at once, not after the first seconds of the visit. */
async function askToSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save all pages' }).click();
}

/** Opens the directory and waits until all of it is saved. */
async function save(page: Page): Promise<void> {
  await visit(page, './');
  await askToSave(page);
  await expect(html(page)).toHaveAttribute('data-offline', 'saved');
}

/** The addresses of what is kept after a visit to an English page. */
async function published(host: Host): Promise<string[]> {
  const { shared, languages } = await host.worker();
  const files: [string][] = JSON.parse((await host.file(languages.en.list.address)).toString());
  return [...Object.keys(shared), ...files.map(([address]) => address)];
}

/** What was asked for; every visit asks for sw.js, and so do tests that look for a newer one. */
function addresses(asked: string[]): string[] {
  return [...new Set(asked)].toSorted();
}

/** How many files are kept. */
function kept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const counts = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });
}

/** Lets the browser look for a newer worker, as it does of itself at each visit. */
async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
}

test('after one visit every page and file is there without a network', async ({ page, context, host, directory }) => {
  await visit(page, './');
  await use(page);
  await expect(page.getByText('All pages in this language can be read without a network.')).toBeVisible();
  const addresses = await published(host);
  const before = await Promise.all(addresses.map(async (address) => (await host.file(address)).toString('base64')));
  await context.setOffline(true);
  host.stop();
  await page.reload();
  const bodies = await page.evaluate(async (addresses) => {
    const base64 = (bytes: Uint8Array) => {
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    };
    const all = addresses.map(async (address) => {
      const response = await fetch(new URL(address, document.documentElement.baseURI));
      return base64(new Uint8Array(await response.arrayBuffer()));
    });
    return Promise.all(all);
  }, addresses);
  for (const [place, address] of addresses.entries()) {
    expect(bodies[place] === before[place], `${address} is what was published`).toBe(true);
  }
  for (const address of ['./', './members/chad/', './region/africa/', './contacts/', './data/', './members/', './?q=zaire']) {
    await visit(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(directory.row('cod')).toBeVisible();
  await axe(page);
});

test('without a network the program opens what is kept in its own page', async ({ page, context, host, directory }) => {
  await save(page);
  await page.reload();
  await expect(html(page)).toHaveAttribute('data-running', '');
  await context.setOffline(true);
  host.stop();
  await directory.row('tcd').evaluate((row) => row.setAttribute('data-marked', ''));
  await directory.row('tcd').locator('a[href*="members/chad/"]').click();
  await expect(directory.sentence).toHaveText('Chad');
  await page.getByRole('link', { name: 'Next:' }).click();
  await expect(directory.sentence).not.toHaveText('Chad');
  await page.goBack();
  await page.goBack();
  await expect(directory.row('tcd')).toHaveAttribute('data-marked', '');
});

test('a language comes as one file', async ({ page, host }) => {
  await save(page);
  const { languages } = await host.worker();
  const { list, pack } = languages.en;
  const files: [string][] = JSON.parse((await host.file(list.address)).toString());
  const single = files.map(([address]) => address).filter((address) => host.asked.includes(address));
  expect(single, 'what the page itself asked for').toEqual(['', expect.stringMatching(/^assets\/en-/)]);
  expect(host.asked.filter((address) => address === pack.address)).toHaveLength(1);
  // The budget of what is kept (xtask/src/build/weights.rs).
  expect(pack.bytes + list.bytes).toBeLessThan(515 * 1024);
});

test('where a host would have packs saved as files, what was in them is still pages', async ({ page, context, host }) => {
  host.offersDownloads = true;
  await save(page);
  await context.setOffline(true);
  await visit(page, './members/angola/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angola');
});

test('what no page needs is kept once it was opened', async ({ page, context, host }) => {
  await save(page);
  await page.reload();
  const before = await kept(page);
  const length = () => page.evaluate(async () => (await (await fetch('data/members.json')).text()).length);
  const members = await length();
  await expect.poll(() => kept(page)).toBe(before + 1);
  await context.setOffline(true);
  host.stop();
  expect(await length()).toBe(members);
});

test('nothing is taken before the reader uses the page, nor in the first seconds', async ({ page, host }) => {
  await page.clock.install();
  await visit(page, './');
  await expect(html(page)).toHaveAttribute('data-offline', 'offered');
  await page.clock.runFor(60_000);
  expect(host.asked).not.toContain('sw.js');
  await page.keyboard.press('Shift');
  await page.clock.runFor(1000);
  await expect(html(page)).toHaveAttribute('data-offline', 'saved');
  expect(host.asked).toContain('sw.js');
});

test('a further language is kept from the first visit to a page in it, and only then', async ({ page, context, host }) => {
  await save(page);
  const one = await kept(page);
  await visit(page, './fr/members/chad/');
  await expect(html(page)).toHaveAttribute('data-offline', 'saved');
  await expect.poll(() => kept(page)).toBeGreaterThan(one + 100);
  const two = await kept(page);
  await host.publishNewer('Newer');
  await lookForNewer(page);
  await expect(html(page)).toHaveAttribute('data-newer', '');
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: /afficher/i }).click();
  await again;
  await expect.poll(() => kept(page)).toBe(two);
  await context.setOffline(true);
  host.stop();
  for (const address of ['./fr/', './fr/region/africa/', './members/chad/']) {
    await visit(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await visit(page, './fr/?q=tchad');
  await expect(page.locator('#row-tcd')).toBeVisible();
});

test('an address without its slash, or with the name of its file, is found as on a host', async ({ page, context }) => {
  await save(page);
  await context.setOffline(true);
  await page.goto('./members/chad?q=n');
  await expect(page).toHaveURL(/\/a\/b\/members\/chad\/\?q=n$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chad');
  await page.goto('./members/chad/index.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chad');
});

test('a newer version waits while a page of the older one is open, and comes at the next start', async ({ page, context, host }) => {
  await save(page);
  await page.reload();
  await host.publishNewer('Newer');
  await lookForNewer(page);
  await expect(html(page)).toHaveAttribute('data-newer', '');
  await expect(page.getByText('A newer version of this directory is here.')).toBeVisible();
  await axe(page);
  await page.reload();
  expect(await titleAsSent(page), 'the older version, whole').not.toContain('Newer');
  await page.goto('about:blank');
  const next = await context.newPage();
  await next.goto('./');
  await expect.poll(async () => {
    await next.goto('./');
    return titleAsSent(next);
  }).toContain('Newer');
});

/** What stands in the title of the page as it came, before the program changes it. */
async function titleAsSent(page: Page): Promise<string> {
  const text = await page.evaluate(async () => (await fetch('./')).text());
  return /<title>([^<]*)/.exec(text)?.[1] ?? '';
}

test('the reader can ask for the newer version', async ({ page, host }) => {
  await save(page);
  await page.reload();
  await host.publishNewer('Newer');
  await lookForNewer(page);
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show it' }).click();
  await again;
  await expect(html(page)).toHaveAttribute('data-running', '');
  expect(await titleAsSent(page)).toBe('Newer');
  await expect(html(page)).not.toHaveAttribute('data-newer', '');
});

test('a newer version fetches only what has changed, and nothing of the older one stays', async ({ page, host }) => {
  await save(page);
  await page.reload();
  const before = await kept(page);
  await host.publishNewer('Newer');
  host.asked = [];
  await lookForNewer(page);
  await expect(html(page)).toHaveAttribute('data-newer', '');
  expect(addresses(host.asked)).toEqual(['', 'assets/pages-en-Newer.json', 'sw.js']);
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show it' }).click();
  await again;
  await expect.poll(() => kept(page)).toBe(before);
});

test('a version that changes what all pages name fetches no page for that', async ({ page, context, host }) => {
  await save(page);
  await page.reload();
  const before = await kept(page);
  await host.publishNewer('Newer', true);
  host.asked = [];
  await lookForNewer(page);
  await expect(html(page)).toHaveAttribute('data-newer', '');
  const boot = expect.stringMatching(/^assets\/boot-/);
  expect(addresses(host.asked)).toEqual(['', boot, 'assets/pages-en-Newer.json', 'sw.js']);
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show it' }).click();
  await again;
  await expect.poll(() => kept(page)).toBe(before);
  await context.setOffline(true);
  await page.goto('./members/chad/');
  await expect(html(page)).toHaveAttribute('data-running', '');
});

test('little that is missing comes file by file, much of it packed', async ({ page, host }) => {
  await save(page);
  const all = await kept(page);
  const { languages } = await host.worker();
  const { address } = languages.en.pack;
  const isAlone = (path: string) => path.startsWith('events/');
  await forgetEvents(page, 3);
  host.asked = [];
  await page.reload();
  await expect.poll(() => kept(page)).toBe(all);
  expect(host.asked.filter(isAlone)).toHaveLength(3);
  expect(host.asked).not.toContain(address);
  await forgetEvents(page, 100);
  host.asked = [];
  await page.reload();
  await expect.poll(() => kept(page)).toBe(all);
  expect(host.asked.filter(isAlone)).toEqual([]);
  expect(host.asked).toContain(address);
});

/** Throws away so many of the kept pages of events, as a device does that is full. */
async function forgetEvents(page: Page, count: number): Promise<void> {
  await page.evaluate(async (count) => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    let left = count;
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))!.text();
      if (left > 0 && /<link rel="canonical" href="..\/..\/events\/[^/"]+\/"/.test(text)) {
        await cache.delete(request);
        left -= 1;
      }
    }
  }, count);
}

test.describe('something goes wrong', () => {
  test.use({ expectedErrors: new RegExp(`${BROKEN_FILES.source}|ServiceWorker|Failed to update`) });

  const fault = (what: string) => ({ annotation: { type: 'fault', description: `pages-en.bin|${what}|runs` } });
  const pack = async (host: Host) => (await host.worker()).languages.en.pack.address;

  test('a pack that is missing: file by file', fault('missing'), async ({ page, host }) => {
    host.fail(await pack(host), 'missing');
    await save(page);
    expect(host.asked).toContain('members/chad/');
  });

  for (const [what, change] of Object.entries({
    altered: (bytes: Buffer) => Buffer.from(bytes.map((byte, place) => (place === 9999 ? byte ^ 1 : byte))),
    truncated: (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    'a page instead': () => Buffer.from('<!doctype html><title>Welcome</title>'),
  })) {
    test(`a pack that is not as published (${what}): file by file`, fault(what), async ({ page, host }) => {
      const address = await pack(host);
      host.put(address, change(await host.file(address)));
      await save(page);
      expect(host.asked).toContain('members/chad/');
    });
  }

  test('a pack that breaks off goes on from there at the next visit', fault('line breaks'), async ({ page, host }) => {
    const address = await pack(host);
    host.fail(address, 'half');
    await visit(page, './');
    await askToSave(page);
    // A browser may drop what has come but was not read when the line breaks.
    const { hash } = (await host.worker()).languages.en.pack;
    const isBegun = (key: string) => caches.match(key).then(Boolean);
    await expect.poll(() => page.evaluate(isBegun, `${host.address}kept/${encodeURIComponent(hash)}`)).toBe(true);
    host.mend();
    await expect(html(page)).toHaveAttribute('data-offline', 'failed');
    await expect(page.locator('.offline-note').getByRole('button', { name: 'Try again' })).toBeVisible();
    host.asked = [];
    await visit(page, './members/chad/');
    await expect(html(page)).toHaveAttribute('data-offline', 'saved');
    const parts = host.asked.filter((path) => path.startsWith(address));
    expect(parts).toEqual([expect.stringMatching(/ bytes=[1-9]\d{4,}-$/)]);
    expect(host.asked.filter((path) => path.startsWith('events/'))).toEqual([]);
  });

  test('a pack that is slow holds nothing up', fault('slow'), async ({ page, host, directory }) => {
    host.fail(await pack(host), 'held');
    await visit(page, './');
    await askToSave(page);
    await expect(html(page)).toHaveAttribute('data-offline', 'saving');
    await expect(page.getByText('Saving all pages')).toBeVisible();
    await directory.search.fill('chad');
    await expect(directory.row('tcd')).toBeVisible();
    host.mend();
    await expect(html(page)).toHaveAttribute('data-offline', 'saved');
  });

  for (const hidesEndings of [false, true]) {
    const host = hidesEndings ? 'a host that hides the endings of names' : 'any host';
    test(`what is not kept says so, and leads to what is: ${host}`, async ({ page, context, host, directory }) => {
      host.hidesEndings = hidesEndings;
      await save(page);
      await context.setOffline(true);
      for (const address of ['./fr/members/chad/', './no/such/page/', './no-such-page', './other.html']) {
        await page.goto(address);
        await expect(page.getByRole('heading', { name: 'This page is not saved on this device' })).toBeVisible();
      }
      await axe(page);
      await page.getByRole('link', { name: 'Go to the directory' }).click();
      await expect(directory.rows.first()).toBeVisible();
      await expect(page.getByText('All pages in this language can be read without a network.')).toBeVisible();
    });
  }

  test.describe('a file that is not kept', () => {
    test.use({ expectedErrors: /Failed to load resource|net::ERR/ });

    test('fails as without a network, and is no page under its name', async ({ page, context }) => {
      await save(page);
      await context.setOffline(true);
      await expect(page.goto('./nothing.ics')).rejects.toThrow('net::ERR_FAILED');
    });
  });

  test('a newer version that is interrupted leaves the older one whole, and goes on later', async ({ page, context, host }) => {
    await save(page);
    await page.reload();
    await host.publishNewer('Newer');
    host.fail('', 'broken off');
    await lookForNewer(page).catch(() => {});
    await context.setOffline(true);
    await visit(page, './members/chad/');
    await visit(page, './');
    expect(await titleAsSent(page)).not.toContain('Newer');
    await context.setOffline(false);
    host.mend();
    await lookForNewer(page);
    await expect(html(page)).toHaveAttribute('data-newer', '');
  });

  test('a file that is not as published is not kept', async ({ page, context, host }) => {
    await save(page);
    await page.reload();
    await host.publishNewer('Newer');
    host.put('', (await host.file('')).toString().replace('Newer', 'Altered'));
    await lookForNewer(page).catch(() => {});
    await context.setOffline(true);
    await page.reload();
    await expect(html(page)).toHaveAttribute('data-running', '');
    expect(await titleAsSent(page)).not.toMatch(/Newer|Altered/);
    await expect(html(page)).not.toHaveAttribute('data-newer', '');
  });

  test('without room on the device the site works as before and says so', async ({ page, context, host }) => {
    const session = await context.newCDPSession(page);
    const origin = new URL(host.address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
    await visit(page, './');
    await askToSave(page);
    await expect(html(page)).toHaveAttribute('data-offline', 'failed');
    await expect(page.getByText('Pages could not be saved')).toBeVisible();
    expect(host.asked, 'nothing is fetched in vain').not.toContain(await pack(host));
    await visit(page, './members/chad/');
  });

  test('what the device has thrown away is fetched again', async ({ page, context }) => {
    await save(page);
    const before = await kept(page);
    await page.evaluate(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      for (const request of await cache.keys()) await cache.delete(request);
    });
    await visit(page, './members/chad/');
    await expect.poll(() => kept(page)).toBe(before);
    await context.setOffline(true);
    await visit(page, './members/chad/');
  });

  test('what is kept but was altered on the device is fetched again', async ({ page, host }) => {
    await save(page);
    const core = (await published(host)).find((address) => /^assets\/core-/.test(address)) ?? 'none';
    await page.evaluate(async (address) => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const right = await (await fetch(address)).text();
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if ((await response?.text()) === right) await cache.put(request, new Response('[]'));
      }
    }, core);
    await visit(page, './');
    await expect(page.locator('.member-list__row')).toHaveCount(138);
    // What was fetched again is kept again.
    host.stop();
    await visit(page, './members/');
    await expect(page.locator('.member-list__row')).toHaveCount(138);
  });
});

test('the kill switch forgets everything and the site goes on without it', async ({ page, host }) => {
  await save(page);
  host.put('sw.js', await host.file('sw-off.js'));
  await lookForNewer(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await page.goto('./members/chad/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chad');
});

test('a browser that keeps nothing shows the site and promises nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  await visit(page, './');
  await expect(html(page)).not.toHaveAttribute('data-offline');
  await expect(page.locator('.offline-note > *:visible')).toHaveCount(0);
});

for (const connection of [{ saveData: true }, { effectiveType: '3g' }]) {
  test(`a reader is asked first: ${JSON.stringify(connection)}`, async ({ page, host }) => {
    await page.clock.install();
    await page.addInitScript((connection) => {
      Object.defineProperty(Navigator.prototype, 'connection', { value: connection });
    }, connection);
    await visit(page, './');
    await use(page);
    await page.clock.runFor(60_000);
    expect(host.asked).not.toContain('sw.js');
    const button = page.getByRole('button', { name: 'Save all pages' });
    const sizes = JSON.parse((await host.file('offline.json')).toString());
    const number = button.locator('[data-offline-number]');
    const shown = await number.evaluate((number) => getComputedStyle(number, '::before').content);
    expect(shown, 'kilobytes').toBe(`"${Math.ceil(sizes.en / 1000)}"`);
    await button.press('Enter');
    const note = page.locator('.offline-note');
    await expect(note).toBeFocused();
    await expect(html(page)).toHaveAttribute('data-offline', 'saved');
    await expect(note.getByRole('status')).toHaveText(/^All pages in this language can be read/);
    expect(await note.locator('[role=status] [data-offline-number], [aria-live] [data-offline-number]').count(), 'no per cent is announced').toBe(0);
    await axe(page);
  });
}

test('another site in another folder of the host keeps its own', async ({ page, host }) => {
  await save(page);
  await page.evaluate(async () => (await caches.open('hemicycle /other/')).put('/other/kept', new Response('')));
  await host.publishNewer('Newer');
  await page.reload();
  await lookForNewer(page);
  const again = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show it' }).click();
  await again;
  expect((await page.evaluate(() => caches.keys())).toSorted()).toEqual(['hemicycle /a/b/', 'hemicycle /other/']);
});

test('the web app can be installed', async ({ page, context }) => {
  await save(page);
  await page.reload();
  const session = await context.newCDPSession(page);
  const { errors } = (await session.send('Page.getAppManifest')) as { errors: unknown[] };
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's contexts are like private windows, in which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
