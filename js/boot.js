// Starts the program, and keeps the page where it cannot start.
//
// An external module, because the policy of the site forbids inline scripts.
// It tells the program through <html>: `data-root`, the path of the site's
// folder, which ends in "/"; `data-theme` and `data-search-key`, what the
// reader has chosen. It hands over the data by `hemicycle(file)`.

/**
 * What is fetched, by name: its address below the root, its bytes and its hash.
 *
 * `publish` fills it. Without that, as under `cargo xtask serve --dev`, the
 * files have their plain names and nothing is proved.
 */
const PUBLISHED = {};

const root = new URL('..', import.meta.url);
const page = document.documentElement;
page.dataset.root = root.pathname;

// The program changes the address without leaving the page; what is named
// relative to the first one would be looked for in another folder.
for (const link of document.querySelectorAll('link[rel*="icon"], link[rel="manifest"]')) {
  link.setAttribute('href', link.href);
}

try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  if (localStorage.getItem('search-key') === 'off') page.dataset.searchKey = 'off';
} catch {
  // Storage is blocked: the system's preference holds.
}

let attempt = -1;
/** What has been asked for in this attempt: promises of bytes, by name. */
let asked = {};
let received = 0;
/** The start of saving the site for reading without a network. */
let saving;

// The program runs, but has no data to show; it says why.
document.addEventListener('hemicycle-failed', (event) => failed(event.detail));
window.addEventListener('error', (event) => stopped(event.error));
window.addEventListener('unhandledrejection', (event) => stopped(event.reason));

/** The text of a data file; fails with what `fetched` fails with. */
window.hemicycle = async (file) => new TextDecoder().decode(await ask(file));

async function start() {
  attempt += 1;
  asked = {};
  received = 0;
  try {
    if (typeof WebAssembly !== 'object') throw new Failure('this browser is too old for it');
    const program = [ask('hemicycle_bg.wasm').catch(explain), imported('hemicycle.js').catch(explain)];
    // On their way at the same time; the program asks for them once it runs.
    const data = Promise.allSettled(Object.keys(PUBLISHED).filter((file) => file.endsWith('.json')).map(ask));
    const [bytes, glue] = await Promise.all(program);
    await glue.default({ module_or_path: bytes });
    await data;
  } catch (error) {
    console.warn('the program did not start:', error);
    failed(error instanceof Failure ? `Because ${error.message}.` : 'Because its program did not start.');
    return;
  }
  // What is read first has arrived; the rest can be saved at leisure, and once.
  if (PUBLISHED['offline.js']) saving ??= imported('offline.js').then(({ keep }) => keep(root)).catch(() => {});
}

/** What went wrong, in words that finish the sentence "… because …". */
class Failure extends Error {}

function explain(status) {
  if (status === NO_ANSWER) throw new Failure('the connection failed');
  if (status === ALTERED) throw new Failure('a file of the program did not come as it was published');
  throw new Failure(`a file of the program is missing on the server (${status})`);
}

/** What `fetched` fails with beside the status of an answer. */
const NO_ANSWER = 0;
const ALTERED = 1;

/** The bytes of a file, fetched once in an attempt. */
function ask(file) {
  asked[file] ??= fetched(file);
  return asked[file];
}

async function fetched(file) {
  const { bytes = 0, integrity = '' } = PUBLISHED[file] ?? {};
  const answer = (cache) => fetch(addressOf(file), { integrity, cache }).catch(() => undefined);
  // What a cache holds may be cut off or of another version: the host is asked once more.
  const response = (await answer('default')) ?? (await answer('reload'));
  if (!response?.ok) throw await reason(file, response);
  const body = await response.arrayBuffer().catch(() => undefined);
  if (!body) throw NO_ANSWER;
  arrived(bytes);
  return body;
}

/** Where a file is. */
function addressOf(file) {
  const plain = file.endsWith('.json') ? `data/${file}` : file;
  return new URL(PUBLISHED[file]?.address ?? plain, root);
}

/** Why there is no file: a browser does not tell a wrong hash from a broken line. */
async function reason(file, response) {
  const answer = response ?? (await fetch(addressOf(file), { method: 'HEAD', cache: 'no-store' }).catch(() => undefined));
  if (!answer) return NO_ANSWER;
  return answer.ok ? ALTERED : answer.status;
}

/**
 * A module, loaded by an element, since `import` alone compares no hash.
 *
 * A browser remembers a module that failed to load, so a further attempt
 * needs a further address.
 */
async function imported(file) {
  const address = addressOf(file);
  if (attempt > 0) address.search = `?again=${attempt}`;
  const script = document.createElement('script');
  script.type = 'module';
  script.integrity = PUBLISHED[file]?.integrity ?? '';
  script.src = address;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  document.head.append(script);
  await loaded.catch(async () => {
    throw await reason(file);
  });
  script.remove();
  arrived(PUBLISHED[file]?.bytes ?? 0);
  return import(address);
}

/** Shows how much of all bytes has come. */
function arrived(bytes) {
  received += bytes;
  const total = Object.values(PUBLISHED).reduce((sum, file) => sum + file.bytes, 0);
  const progress = element('boot-progress');
  if (progress && total) progress.value = Math.min(received / total, 1);
}

/** The page stays as it is, without what only the program can do. */
function failed(why) {
  say(`This page can be read, but search, filters and the moving map could not be started. ${why}`, 'Try again', () => {
    const progress = element('boot-progress');
    progress?.removeAttribute('value');
    progress?.removeAttribute('hidden');
    element('boot-message')?.replaceChildren();
    delete page.dataset.stopped;
    start();
  });
}

/** A panic ends the program for good; the page that it drew can still be read. */
function stopped(error) {
  if (!(globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError)) return;
  say('Search, filters and the moving map stopped because of a fault in the program.', 'Reload', async () => {
    // A newer version that is waiting may be without the fault.
    const kept = await navigator.serviceWorker?.getRegistration(root).catch(() => undefined);
    kept?.waiting?.postMessage('take over');
    location.reload();
  });
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

// The page comes first: what the program needs is asked for once it is on screen.
requestAnimationFrame(() => setTimeout(start));
