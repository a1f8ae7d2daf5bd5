// Starts the program, and keeps the page where it cannot start. Until the program
// runs, the search finds names.
//
// An external module, because the policy of the site forbids inline scripts but
// the one that it names.
// It tells the program through <html>: `data-root`, the path of the site's
// folder, which ends in "/"; `data-locale`, the language of the page, which
// `lang` no longer tells where the browser translates it; `data-theme`,
// `data-search-key` and `data-language`, what the reader has chosen. It hands
// over files by `hemicycle`. Where the address names an edition of the data, it
// hands over that. What it says itself stands in the page, in its language.

/**
 * What is fetched, by its plain address below the root: where it is, its bytes,
 * its hash, the one language that needs it, if not all do, and whether that is
 * only `later`, when the reader asks for it, or at once on the pages whose
 * `data-parts` name it; of a file of a part of the program which `parts` need
 * it: that in `data-program-part` at once.
 *
 * `publish` fills it. Without that, as under `cargo xtask serve --dev`, the
 * files have their plain names and nothing is proved.
 */
const PUBLISHED = {};

const root = new URL('..', import.meta.url);
const page = document.documentElement;
page.dataset.root = root.pathname;
/** What is said here, in the language of the page. */
const words = readWords();
/** The language in which the page was published. */
const locale = words.locale ?? page.lang;
page.dataset.locale = locale;

// The program changes the address without leaving the page; what is named
// relative to the first one would be looked for in another folder.
for (const link of document.querySelectorAll('link[rel*="icon"], link[rel="manifest"]')) {
  link.setAttribute('href', link.href);
}

// What needs scripts is no text of the page until they run.
for (const place of document.querySelectorAll('[data-content]')) {
  place.outerHTML = place.dataset.content;
}

element('search')?.addEventListener('input', ({ target }) => showNames(target.value));

/** The words of the page; without them it starts all the same, and says nothing but what the program tells. */
function readWords() {
  try {
    return Object(JSON.parse(element('boot').dataset.words));
  } catch {
    return {};
  }
}

/**
 * Shows the members of the published list in whose names words begin with those
 * that are typed, all of them where there is none: the program, which then takes
 * this page's place, knows more names, and spelling errors. What it will say of
 * what is shown is not said meanwhile.
 */
function showNames(typed) {
  // What else an address asks for is not shown before the program runs.
  if (location.search) return;
  const starts = wordsOf(typed);
  const rows = [...document.querySelectorAll('.member-list__row')];
  const found = rows.filter((row) => {
    const name = wordsOf(row.querySelector('.member-list__name').textContent);
    return starts.every((start) => name.some((word) => word.startsWith(start)));
  });
  for (const row of rows) row.hidden = found.length > 0 && !found.includes(row);
  const heading = document.querySelector('.directory__headline');
  if (heading) heading.style.visibility = rows.some(({ hidden }) => hidden) ? 'hidden' : '';
}

/** The words of a text, as the search compares them: small and without accents. */
function wordsOf(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Shows what the reader has chosen, here or in another tab, and gives the language. */
function readChoices() {
  try {
    const [theme, searchKey, language, list] = ['theme', 'search-key', 'language', 'list'].map((name) => localStorage.getItem(name));
    for (const [name, value] of Object.entries({
      theme: theme === 'light' || theme === 'dark' ? theme : null,
      searchKey: searchKey === 'off' ? searchKey : null,
      language,
      list,
    })) {
      if (value) page.dataset[name] = value;
      else delete page.dataset[name];
    }
    return language;
  } catch {
    // Storage is blocked: the system's preference holds.
    return null;
  }
}

const chosenLanguage = readChoices();
// Who has chosen a language comes to it from the bare address of the site;
// every other address is shown as it is.
const home = document.querySelector(`link[hreflang="${CSS.escape(chosenLanguage ?? '')}"]`);
if (home && chosenLanguage !== locale && location.href === root.href) location.replace(home.href);
// A page that the browser has kept is shown again as it was left.
window.addEventListener('pageshow', ({ persisted }) => persisted && readChoices());
window.addEventListener('storage', readChoices);

const isPublished = Object.keys(PUBLISHED).length > 0;
const { parts, programPart, edition: newest } = element('app')?.dataset ?? {};
const edition = chosenEdition();
/** The file that lists what the program fetches of an earlier edition; the newest is what was published. */
const editionList = edition === newest ? undefined : `editions/${edition}.json`;
// What stands here is not what was asked for.
if (editionList) element('app').dataset.awaits = 'edition';
/** What this page needs beside what all do: parts of the snapshot, and one of the program. */
const own = [
  ...(parts?.split(' ').flatMap((part) => [`snapshot/${part}.json`, ...(part === 'map' ? ['map.svg'] : [])]) ?? []),
  ...filesOfPart(programPart),
];
/** What this page needs to start. */
const needed = Object.entries(PUBLISHED).filter(
  ([name, { language, later }]) => (!later || own.includes(name)) && (language ?? locale) === locale,
);

/** What a translator of the browser has put in the place of a text, by that text. */
const translations = new WeakMap();
const translated = new MutationObserver(keepTexts);
translated.observe(document.body, { childList: true, subtree: true });

/**
 * The number of the edition that the address asks for, or else the last before
 * it, where the program draws from the data all that the page shows.
 */
function chosenEdition() {
  const asked = new URLSearchParams(location.search).getAll('edition').at(-1);
  if (!asked || !newest) return newest;
  const earlier = Object.keys(PUBLISHED).flatMap((file) => file.match(/^editions\/(.*)\.json$/)?.[1] ?? []);
  const byNumber = (one, other) => one.localeCompare(other, 'en', { numeric: true });
  const numbers = [newest, ...earlier].sort(byNumber);
  if (numbers.includes(asked)) return asked;
  if (!/^\d/.test(asked)) return newest;
  return numbers.filter((number) => byNumber(number, asked) < 0).at(-1) ?? numbers[0];
}

/** Has an earlier edition's files handed over in place of those of the newest. */
async function takeEdition() {
  Object.assign(PUBLISHED, JSON.parse(new TextDecoder().decode(await request(editionList))));
}

let attempt = -1;
/** What has been asked for here in this attempt: promises of bytes, by name. */
let requests = {};
/** The answers that are on their way for the program, by name. */
let answers = {};
let received = 0;
/** Style sheets that have been asked for: promises, by name. */
const styles = {};
/** The start of saving the site for reading without a network. */
let offlineStart;

// The program runs, but has no data to show; it says why.
document.addEventListener('hemicycle-failed', ({ detail }) => {
  if (detail === OTHER_VERSION) showMessage(words.newer, words.reload, reload);
  else showFailure(typeof detail === 'number' ? messageFor(detail) : detail);
});
window.addEventListener('error', (event) => showStopped(event.error));
window.addEventListener('unhandledrejection', (event) => showStopped(event.reason));

/** What the program and its loader of parts ask for. */
window.hemicycle = {
  /** Where a file is, its hash, and the answer for it if one is on its way; nothing where the site has no such file. */
  find: (file) => {
    if (isPublished && !PUBLISHED[file]) return undefined;
    const { [file]: early } = answers;
    // An answer can be read once.
    delete answers[file];
    return { address: addressOf(file).href, integrity: PUBLISHED[file]?.integrity ?? '', early };
  },
  /** The bytes of a file; fails with what `fetchProved` fails with. */
  bytes: request,
  /** Fetches all files of a part of the program, whose loader then asks for each. */
  part: (part) => Promise.all(filesOfPart(part).map(request)),
  /** Fetches a style sheet that the page does not name, whose program then uses it; fails with what `fetchProved` fails with. */
  style: (file) => (styles[file] ??= loadStyle(file)),
};

async function start() {
  attempt += 1;
  requests = {};
  answers = {};
  received = 0;
  try {
    if (typeof WebAssembly !== 'object') throw new Failure(words.tooOld);
    if (editionList) await takeEdition().catch(throwFailure);
    const program = ['hemicycle_bg.wasm', ...own.filter((file) => file.endsWith('.wasm'))].map(request);
    // On their way at the same time; the program asks for them once it runs.
    const data = Promise.all(needed.map(([file]) => file).filter((file) => /\.(json|svg)$/.test(file)).map(askEarly));
    const [glue, bytes] = await Promise.all([importProved('hemicycle.js'), ...program]).catch(throwFailure);
    await glue.default({ module_or_path: bytes });
    await data;
  } catch (error) {
    console.warn('the program did not start:', error);
    if (hasPanicked(error) && mayRestart()) reload();
    else showFailure(error instanceof Failure ? error.message : words.broken);
    return;
  }
  // What is read first has arrived; the rest can be saved at leisure, and once.
  if (PUBLISHED['offline.js']) offlineStart ??= importProved('offline.js').then(({ keepOffline }) => keepOffline(root, locale)).catch(() => {});
}

/**
 * Has each text that a translator has taken out come back when the program
 * writes it anew, in the place of its translation; it then is translated again.
 */
function keepTexts(records) {
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'characterData') {
      if (!target.isConnected) translations.get(target)?.replaceWith(target);
    } else if (addedNodes.length > 0 && removedNodes[0] instanceof Text) {
      translations.set(removedNodes[0], addedNodes[0]);
      translated.observe(removedNodes[0], { characterData: true });
    }
  }
}

/** What went wrong, as a sentence. */
class Failure extends Error {}

function throwFailure(status) {
  throw new Failure(messageFor(status));
}

/** Why a file is not there, by what `fetchProved` fails with. */
function messageFor(status) {
  if (status === NO_ANSWER) return words.noAnswer;
  if (status === ALTERED) return words.altered;
  return words.refused?.replace('{status}', status);
}

/** What `fetchProved` fails with beside the status of an answer. */
const NO_ANSWER = 0;
const ALTERED = 1;
/** What the program says of data that are of another version than itself. */
const OTHER_VERSION = 2;

/** Asks for a file that the program will want; what goes wrong is told there. */
async function askEarly(file) {
  const { bytes = 0, integrity = '' } = PUBLISHED[file] ?? {};
  answers[file] = fetch(addressOf(file), { integrity }).catch(() => undefined);
  // With a hash to prove it by, the answer is there once all of it is.
  await answers[file];
  showProgress(bytes);
}

/** The bytes of a file, fetched once in an attempt. */
function request(file) {
  requests[file] ??= fetchProved(file);
  // Pressing a button again is another attempt; the start has one for all it needs.
  if (PUBLISHED[file]?.later) requests[file].catch(() => delete requests[file]);
  return requests[file];
}

async function fetchProved(file) {
  const { bytes = 0, integrity = '' } = PUBLISHED[file] ?? {};
  const answer = (cache) => fetch(addressOf(file), { integrity, cache }).catch(() => undefined);
  // What a cache holds may be cut off or of another version: the host is asked once more.
  const response = (await answer('default')) ?? (await answer('reload'));
  if (!response?.ok) throw await failureReason(file, response);
  const body = await response.arrayBuffer().catch(() => undefined);
  if (!body) throw NO_ANSWER;
  if (needed.some(([name]) => name === file)) showProgress(bytes);
  return body;
}

/** The files of a part of the program; without a list it knows them itself. */
function filesOfPart(part) {
  return Object.keys(PUBLISHED).filter((file) => PUBLISHED[file].parts?.includes(part));
}

/** Where a file is. */
function addressOf(file) {
  return new URL(PUBLISHED[file]?.address ?? file, root);
}

/** Why there is no file: a browser does not tell a wrong hash from a broken line. */
async function failureReason(file, response) {
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
async function importProved(file) {
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
    throw await failureReason(file);
  });
  script.remove();
  showProgress(PUBLISHED[file]?.bytes ?? 0);
  return import(address);
}

/** A style sheet, unused until the program says otherwise; nothing where the page names it, or where none is published. */
async function loadStyle(file) {
  const { address, integrity } = PUBLISHED[file] ?? {};
  if (!address || document.querySelector(`link[href$="${address}"]`)) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: addressOf(file), integrity, media: 'not all' });
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded.catch(async () => {
    link.remove();
    delete styles[file];
    throw await failureReason(file);
  });
}

/** Shows how much of all bytes has come. */
function showProgress(bytes) {
  received += bytes;
  const total = needed.reduce((sum, [, file]) => sum + file.bytes, 0);
  const progress = element('boot-progress');
  if (progress && total) progress.value = Math.min(received / total, 1);
}

/** The page stays as it is, without what only the program can do. */
function showFailure(why) {
  showMessage([words.failed, why].join(' '), words.again, () => {
    const progress = element('boot-progress');
    progress?.removeAttribute('value');
    progress?.removeAttribute('hidden');
    element('boot-message')?.replaceChildren();
    delete page.dataset.stopped;
    start();
  });
}

/** A panic ends the program for good; the page that it drew can still be read. */
function showStopped(error) {
  if (!hasPanicked(error)) return;
  // A newer version may be without the fault.
  if (mayRestart()) reload();
  else showMessage(words.stopped, words.reload, reload);
}

/** Whether it is what a panic of the program ends with. */
function hasPanicked(error) {
  return Boolean(globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError);
}

/**
 * Whether the page is loaded anew unasked: once in a tab for an address, and only
 * while the reader has done nothing that would be lost. WebKit on Linux now and
 * then runs the same program wrongly while it starts (docs/decisions/engines.md).
 */
function mayRestart() {
  if (navigator.userActivation?.hasBeenActive !== false) return false;
  try {
    const isSecond = sessionStorage.getItem('restarted') === location.href;
    sessionStorage.setItem('restarted', location.href);
    return !isSecond;
  } catch {
    // Without storage it could happen again and again.
    return false;
  }
}

/** Loads the page anew, in the newer version where one is waiting. */
async function reload() {
  const registration = await navigator.serviceWorker?.getRegistration(root).catch(() => undefined);
  registration?.waiting?.postMessage('take over');
  location.reload();
}

/** One sentence and a button, in place of the progress or above the page; a sign where there are no words. */
function showMessage(sentence = '', action = '↻', act) {
  // What only the program can do is hidden while it does not run.
  page.dataset.stopped = '';
  delete element('app')?.dataset.awaits;
  showNames('');
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
