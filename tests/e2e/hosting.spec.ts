// The host sends what the files that ship for it ask for: headers, types and
// compressed copies. Runs on every server of the tests.

import type { APIResponse, Page } from '@playwright/test';

import { expect, test } from './fixtures';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Asks for the file at `path` below `base`, in one of the compressions named. */
function ask(page: Page, base: string, path: string, encodings: string): Promise<APIResponse> {
  return page.request.get(new URL(path, base).href, { headers: { 'accept-encoding': encodings } });
}

/** The address of the first file that the start page asks for by the name in `pattern`. */
async function asset(page: Page, base: string, pattern: RegExp): Promise<string> {
  const asked = page.waitForRequest(pattern);
  await page.goto(base);
  return (await asked).url();
}

/** What holds for each answer, whatever it holds. */
function expectPolicy(answer: APIResponse): void {
  const headers = answer.headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  // Each is sent once: two values would come with a comma between them.
  expect(answer.headersArray().filter(({ name }) => /^content-security-policy$/i.test(name))).toHaveLength(1);
}

for (const place of ['at the root', 'in a sub-folder']) {
  test.describe(place, () => {
    test.use({
      baseURL: async ({ baseURL, subfolder }, use) => {
        await use(place === 'at the root' ? baseURL : subfolder);
      },
    });

    test('a page is asked for each time', async ({ baseURL, page }) => {
      for (const path of ['./', 'members/chad/']) {
        const answer = await ask(page, baseURL!, path, 'identity');
        expect(answer.status()).toBe(200);
        expectPolicy(answer);
        expect(answer.headers()).toMatchObject({
          'cache-control': 'no-cache',
          'content-type': expect.stringMatching(/^text\/html; ?charset=utf-8$/i),
        });
      }
    });

    test('others may frame what is made for it, and nothing else', async ({ baseURL, page }) => {
      for (const path of ['embed/map/', 'embed/members/chad/', 'fr/embed/events/', 'ar/embed/list/africa/?theme=dark']) {
        const answer = await ask(page, baseURL!, path, 'gzip');
        expect(answer.status()).toBe(200);
        const policies = answer.headersArray().filter(({ name }) => /^content-security-policy$/i.test(name));
        expect(policies.map(({ value }) => /frame-ancestors .*$/.exec(value)?.[0])).toEqual(['frame-ancestors *']);
        expect(policies[0].value).toContain("default-src 'none'");
        expect(answer.headers()).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cache-control': 'no-cache',
        });
      }
      for (const path of ['embed/', 'fr/embed/', '?/embed/map/', 'data/?/embed/map/', 'sw.js?/embed/map/']) {
        expectPolicy(await ask(page, baseURL!, path, 'identity'));
      }
    });

    test('a file named by its content is kept for ever', async ({ baseURL, page }) => {
      const types = { css: /^text\/css/, wasm: /^application\/wasm$/, js: /^(text|application)\/javascript/ };
      for (const [ending, type] of Object.entries(types)) {
        const path = await asset(page, baseURL!, new RegExp(`assets/[^/]+\\.${ending}$`));
        const answer = await ask(page, baseURL!, path, 'identity');
        expect(answer.status()).toBe(200);
        expectPolicy(answer);
        expect(answer.headers()).toMatchObject({
          'cache-control': IMMUTABLE,
          'content-type': expect.stringMatching(type),
        });
      }
    });

    test('the file that keeps the site for later is asked for each time', async ({ baseURL, page }) => {
      const answer = await ask(page, baseURL!, 'sw.js', 'identity');
      expect(answer.status()).toBe(200);
      expectPolicy(answer);
      expect(answer.headers()).toMatchObject({
        'cache-control': 'no-cache',
        'content-type': expect.stringMatching(/^(text|application)\/javascript/),
      });
    });

    test('calendars and feeds can be subscribed to', async ({ baseURL, page }) => {
      const types = {
        'calendars/all.ics': /^text\/calendar; ?charset=utf-8$/i,
        'fr/feeds/events.atom': /^application\/atom\+xml; ?charset=utf-8$/i,
      };
      for (const [path, type] of Object.entries(types)) {
        for (const encodings of ['identity', 'gzip']) {
          const answer = await ask(page, baseURL!, path, encodings);
          expect(answer.status()).toBe(200);
          expectPolicy(answer);
          expect(answer.headers()).toMatchObject({ 'cache-control': 'no-cache', 'content-type': expect.stringMatching(type) });
        }
      }
    });

    test('an unknown address has the page for it, and is not kept', async ({ baseURL, page }) => {
      for (const path of ['nothing/', 'assets/gone-0123456789abcdef.js']) {
        const answer = await ask(page, baseURL!, path, 'identity');
        expect(answer.status()).toBe(404);
        expectPolicy(answer);
        expect(await answer.text()).toContain('<h1>404</h1>');
        expect(answer.headers()['cache-control'] ?? 'no-cache').toBe('no-cache');
      }
    });

    test('a folder named without its slash leads there', async ({ baseURL, page }) => {
      const answer = await ask(page, baseURL!, 'members/chad', 'identity');
      expect(answer.status()).toBe(200);
      expect(answer.url()).toBe(new URL('members/chad/', baseURL).href);
    });

    test('compressed copies are sent to those who take them', async ({ baseURL, page }) => {
      const wasm = await asset(page, baseURL!, /assets\/[^/]+\.wasm$/);
      for (const path of ['./', 'members/chad/', 'sw.js', wasm]) {
        const plain = await ask(page, baseURL!, path, 'identity');
        expect(plain.headers()['content-encoding']).toBeUndefined();
        // Not every host has brotli, and then it sends what all take.
        for (const [encodings, sent] of [
          ['gzip', 'gzip'],
          ['gzip, deflate, br', 'br or gzip'],
        ]) {
          const answer = await ask(page, baseURL!, path, encodings);
          const headers = answer.headers();
          expect(sent).toContain(headers['content-encoding'] ?? 'nothing');
          expect(headers['vary']?.toLowerCase()).toContain('accept-encoding');
          expect(headers['content-type']).toBe(plain.headers()['content-type']);
          expect(headers['cache-control']).toBe(plain.headers()['cache-control']);
          // Of the host's own compressing, the length would not be known before.
          expect(Number(headers['content-length'])).toBeLessThan(Number(plain.headers()['content-length']));
          // Some hosts take the ending .br for the Breton language.
          expect(headers['content-language']).toBeUndefined();
          expect((await answer.body()).equals(await plain.body()), `${path} as ${encodings}`).toBe(true);
        }
      }
    });
  });
}
