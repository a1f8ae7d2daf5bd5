// Starts the program, and keeps the page where it cannot start.
//
// An external module, because the policy of the site forbids inline scripts.
// It tells the program through <html>: `data-root`, the path of the site's
// folder, which ends in "/"; `data-theme` and `data-search-key`, what the
// reader has chosen.

const root = new URL('.', import.meta.url);
const page = document.documentElement;
page.dataset.root = root.pathname;

// The program changes the address without leaving the page; an icon named
// relative to the first one would be looked for in another folder.
const icon = document.querySelector('link[rel="icon"]');
icon?.setAttribute('href', icon.href);

try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  if (localStorage.getItem('search-key') === 'off') page.dataset.searchKey = 'off';
} catch {
  // Storage is blocked: the system's preference holds.
}

const script = document.querySelector('script[data-wasm]');
let attempts = 0;

// The program runs, but has no data to show; it says why.
document.addEventListener('hemicycle-failed', (event) => say(event.detail, 'Try again', restart));
window.addEventListener('error', (event) => stopped(event.error));
window.addEventListener('unhandledrejection', (event) => stopped(event.reason));

async function start() {
  const attempt = attempts++;
  try {
    if (typeof WebAssembly !== 'object') throw new Failure('this browser is too old to run it');
    const [bytes, glue] = await Promise.all([program(attempt), instructions(attempt)]);
    await glue.default({ module_or_path: bytes });
  } catch (error) {
    console.warn('the program did not start:', error);
    const reason = error instanceof Failure ? error.message : 'its program did not start';
    say(`The directory could not be opened: ${reason}.`, 'Try again', restart);
  }
}

function restart() {
  const progress = element('boot-progress');
  progress?.removeAttribute('value');
  progress?.removeAttribute('hidden');
  element('boot-message')?.replaceChildren();
  delete page.dataset.stopped;
  start();
}

/** What went wrong, in words that finish the sentence "could not be opened: …". */
class Failure extends Error {}

/** The bytes of the program, fetched with progress and proved to be the published ones. */
async function program(attempt) {
  const address = new URL(script.dataset.wasm, root);
  // What a failed attempt left in the cache may be the very thing that failed.
  const options = attempt ? { cache: 'reload' } : {};
  const response = await fetch(address, options).catch(() => {
    throw new Failure('the connection failed');
  });
  if (!response.ok) throw new Failure(`a file is missing on the server (${response.status})`);
  const bytes = await withProgress(response);
  await prove(bytes);
  return bytes;
}

/**
 * The module that wasm-bindgen wrote to start the program.
 *
 * A browser remembers a module that failed to load, so a further attempt
 * needs a further address.
 */
function instructions(attempt) {
  const address = new URL(script.dataset.js, root);
  if (attempt) address.search = `?again=${attempt}`;
  return import(address).catch(() => {
    throw new Failure('a file of the program did not arrive');
  });
}

/** Reads the whole response and shows how far it has come. */
async function withProgress(response) {
  const progress = element('boot-progress');
  // Content-Length counts compressed bytes, so the build writes the true size.
  const total = Number(script.dataset.bytes);
  const chunks = [];
  let received = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Failure('the connection broke off');
    });
    if (done) break;
    chunks.push(value);
    received += value.length;
    if (progress && total) progress.value = Math.min(received / total, 1);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Compares the program with the hash that trunk wrote into its preload link.
 *
 * Browsers ignore the hash there, and `fetch` with `integrity` would hold the
 * bytes back to the end, without progress. Only pages on https and localhost
 * can count a hash; elsewhere the name of the file has to do.
 */
async function prove(bytes) {
  const integrity = document.querySelector('link[rel="preload"][href$=".wasm"]')?.integrity;
  const [, bits, expected] = integrity?.match(/^sha(\d+)-(.+)$/) ?? [];
  if (!bits || !globalThis.crypto?.subtle) return;
  const digest = await crypto.subtle.digest(`SHA-${bits}`, bytes);
  if (btoa(String.fromCharCode(...new Uint8Array(digest))) !== expected) {
    throw new Failure('its program file is not the one that was published');
  }
}

/** A panic ends the program for good; the page that it drew can still be read. */
function stopped(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  say('The directory stopped because of a fault in its program.', 'Reload', () => location.reload());
}

/** One sentence and a button, in place of the progress or above the page. */
function say(sentence, action, act) {
  // What only the program can do is hidden while it does not run.
  page.dataset.stopped = '';
  element('boot-progress')?.setAttribute('hidden', '');
  let message = element('boot-message');
  if (!message) {
    message = document.createElement('p');
    message.id = 'boot-message';
    message.className = 'boot__message';
    message.setAttribute('role', 'alert');
    document.body.prepend(message);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = action;
  button.addEventListener('click', act);
  message.replaceChildren(`${sentence} `, button);
}

function element(id) {
  return document.getElementById(id);
}

start();
