// Someone has brought foreign markup into a page: nothing of it runs.

import type { Page } from '@playwright/test';

import { visit } from './directory';
import { expect, test } from './fixtures';

test.use({ expectedErrors: /Content Security Policy|policy: |^request to https:\/\/other\.example|Failed to load resource/ });

/** Ways to run or to fetch something, each of which the policy names. */
const INJECTED: Record<string, [markup: string, directive: string]> = {
  'a script in the page': ['<script>window.injected = true</script>', 'script-src-elem'],
  'a script of another host': ['<script src="https://other.example/x.js"></script>', 'script-src-elem'],
  'a script as data': ['<script src="data:text/javascript,window.injected=true"></script>', 'script-src-elem'],
  'a handler': ['<button onclick="window.injected = true" autofocus>x</button>', 'script-src-attr'],
  'a style in the page': ['<style>body { color: rgb(1, 2, 3) }</style>', 'style-src-elem'],
  'a style of another host': ['<link rel="stylesheet" href="https://other.example/x.css">', 'style-src-elem'],
  'a style on an element': ['<p style="color: rgb(1, 2, 3)">x</p>', 'style-src-attr'],
  'a picture of another host': ['<img src="https://other.example/x.png" alt="">', 'img-src'],
  'a picture as data': ['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">', 'img-src'],
  'a frame': ['<iframe src="https://other.example/" title="x"></iframe>', 'frame-src'],
  'an object': ['<object data="https://other.example/x.swf"></object>', 'object-src'],
  'a form': ['<form action="https://other.example/"><button>x</button></form>', 'form-action'],
  'another base': ['<base href="https://other.example/">', 'base-uri'],
  'a sound': ['<audio src="https://other.example/x.mp3"></audio>', 'media-src'],
};

/** Puts `markup` into the page so that scripts in it would run; gives what the policy forbade. */
function inject(page: Page, markup: string): Promise<string> {
  return page.evaluate(
    (markup) =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
        document.body.append(document.createRange().createContextualFragment(markup));
        const brought = document.body.lastElementChild;
        if (brought instanceof HTMLFormElement) brought.requestSubmit();
        else if (brought instanceof HTMLButtonElement) brought.click();
      }),
    markup,
  );
}

for (const [name, [markup, directive]] of Object.entries(INJECTED)) {
  test(`${name} does nothing`, async ({ page, context }) => {
    const asked: string[] = [];
    // A host that really is asked gives an answer, if only that it is not there.
    await context.route('https://other.example/**', async (route) => {
      asked.push(route.request().url());
      await route.abort();
    });
    await visit(page, './');
    const { origin } = new URL(page.url());
    expect(await inject(page, markup)).toBe(directive);
    expect(asked, 'requests to another host').toEqual([]);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe('rgb(1, 2, 3)');
    expect(new URL(page.url()).origin).toBe(origin);
  });
}

test('a script in a frame that the page brings itself does nothing', async ({ page }) => {
  await visit(page, './');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<script>parent.injected = true</script>';
        frame.onload = resolve;
        document.body.append(frame);
      }),
  );
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});

test('nothing can be asked of another host, and no text becomes a program', async ({ page }) => {
  await visit(page, './');
  const refused = await page.evaluate(async () => {
    const fetched = await fetch('https://other.example/').catch((error) => error.name);
    // Not at once: what a test evaluates may do more than the page itself.
    const ran = new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return 1')());
        } catch (error) {
          resolve((error as Error).name);
        }
      });
    });
    return [fetched, await ran];
  });
  expect(refused).toEqual(['TypeError', 'EvalError']);
});

test('the policy stands in the page, for hosts that send no headers', async ({ page }) => {
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  });
  await visit(page, './');
  expect(await inject(page, INJECTED['a script in the page'][0])).toBe('script-src-elem');
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});

test('no other site can show a page in a frame', async ({ page }) => {
  const answer = await page.request.get('./');
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
  expect(answer.headers()['permissions-policy']).toContain('geolocation=()');
});
