// Keeps the site for reading without a network, and tells when a newer version
// of it is there.
//
// It says how far that is on <html>: `data-offline` is `offered`, `saving`,
// `saved` or `failed`, `data-newer` is there with a newer version. The page has
// the words for each and shows those that hold, with the numbers that its note
// has in `--offline-size` and `--offline-percent`
// (styles/components/offline-note.css).

/** Milliseconds of a visit in which nothing is fetched that the reader has not asked for. */
const FIRST_SECONDS = 5000;

const page = document.documentElement;

/**
 * Keeps all pages of the site in the folder `root` in one language: offers it
 * at once, and takes it once the reader uses the site, unless the line is slow
 * or data are spared.
 */
export async function keepOffline(root, language) {
  const workers = navigator.serviceWorker;
  // Absent on plain http and in some private windows: nothing is offered then.
  if (!workers) return;
  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('[data-offline-action]')?.dataset.offlineAction;
    if (pressed === 'save') saveAsAsked(root, language);
    if (pressed === 'update') takeOver(root);
  });
  workers.addEventListener('message', ({ data }) => {
    if (data?.language !== language) return;
    // What is told on the way may come after the end.
    const isOver = ['saved', 'failed'].includes(page.dataset.offline);
    if (typeof data.kept === 'boolean' || (Number.isFinite(data.percent) && !isOver)) showProgress(data);
  });
  // Messages wait until this is called, where none is heard by `onmessage`.
  workers.startMessages();
  const isUsed = readerUsesSite();
  const registration = await workers.getRegistration(root).catch(() => undefined);
  if (await isKept(root, language)) return save(root, language);
  if (!(await offer(root, language)) || isSparing()) return;
  // Who has kept another language uses the site already.
  if (!registration?.active) await isUsed;
  await quietMoment();
  if (page.dataset.offline === 'offered') await save(root, language);
}

/** Whether the service worker has kept a language; sw.js has the names. */
async function isKept(root, language) {
  try {
    const marker = new URL(`kept/language/${language}`, root).href;
    return Boolean(await caches.match(marker, { cacheName: `hemicycle ${root.pathname}` }));
  } catch {
    return false;
  }
}

/** Offers to keep a language, with what it costs; gives whether the host has told that. */
async function offer(root, language) {
  const response = await fetch(new URL('offline.json', root), { cache: 'no-cache' }).catch(() => undefined);
  const sizes = response?.ok ? await response.json().catch(() => undefined) : undefined;
  if (!sizes?.[language]) return false;
  await programHasCome();
  setNumber('size', Math.ceil(sizes[language] / 1000));
  page.dataset.offline = 'offered';
  return true;
}

/** Ends once the program has put its own page, with its note, in the place of the published one. */
function programHasCome() {
  return new Promise((resolve) => {
    const look = () => 'running' in page.dataset && resolve();
    new MutationObserver(look).observe(page, { attributeFilter: ['data-running'] });
    look();
  });
}

/** Whether the reader spares data or the line is slow, as far as the browser tells. */
function isSparing() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return saveData || ['slow-2g', '2g', '3g'].includes(effectiveType);
}

/** Ends once the reader has done something here, or had on another page in this tab. */
async function readerUsesSite() {
  if (isRemembered('used')) return;
  await new Promise((resolve) => {
    for (const kind of ['pointerdown', 'keydown', 'wheel']) addEventListener(kind, resolve, { once: true, passive: true });
  });
  remember('used');
}

function isRemembered(key) {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(key) {
  try {
    sessionStorage.setItem(key, '');
  } catch {
    // Storage is blocked: the next page waits again.
  }
}

/** Ends when the first seconds of the visit are over and the page has nothing to do, or as many later. */
async function quietMoment() {
  await new Promise((resolve) => setTimeout(resolve, FIRST_SECONDS - performance.now()));
  if (!window.requestIdleCallback) return;
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: FIRST_SECONDS }));
}

/** Saves at the press of a button, which goes away: its note takes the focus, and tells how it ends. */
async function saveAsAsked(root, language) {
  const note = document.querySelector('.offline-note');
  note?.setAttribute('tabindex', '-1');
  note?.querySelector('.offline-note__result')?.setAttribute('role', 'status');
  showProgress({ percent: 0 });
  note?.focus({ preventScroll: true });
  await save(root, language);
}

async function save(root, language) {
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', root), { updateViaCache: 'none' });
    registration.active?.postMessage({ language });
    if (registration.waiting) page.dataset.newer = '';
    showStateOf(registration, registration.installing);
    registration.addEventListener('updatefound', () => showStateOf(registration, registration.installing));
  } catch (error) {
    console.info('nothing is kept for reading without a network:', error);
    page.dataset.offline = 'failed';
  }
}

/** Shows what the worker tells of a language: `percent` of it, or whether it is `kept`. */
function showProgress({ percent, kept }) {
  if (kept === undefined) setNumber('percent', percent / 100, { style: 'percent' });
  page.dataset.offline = { true: 'saved', false: 'failed' }[kept] ?? 'saving';
}

/**
 * Sets a number that the words leave out, as their language writes it: on the note, since
 * a browser styles all of the page when <html> gets one.
 */
function setNumber(name, number, style) {
  const note = document.querySelector('.offline-note');
  note?.style.setProperty(`--offline-${name}`, `"${number.toLocaleString(note.dataset.locale, style)}"`);
}

/** Tells how a version comes along. */
function showStateOf(registration, worker) {
  if (!worker) return;
  const isFirst = !registration.active;
  if (isFirst && page.dataset.offline !== 'saving') showProgress({ percent: 0 });
  worker.addEventListener('statechange', () => {
    if (isFirst && worker.state === 'activated') showProgress({ kept: true });
    if (isFirst && worker.state === 'redundant') showProgress({ kept: false });
    if (!isFirst && worker.state === 'installed') page.dataset.newer = '';
  });
}

/** Lets the newer version take over, and shows it. */
async function takeOver(root) {
  const registration = await navigator.serviceWorker.getRegistration(root);
  const worker = registration?.waiting;
  // Another tab may have been quicker.
  if (!worker) return location.reload();
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') location.reload();
  });
  worker.postMessage('take over');
}
