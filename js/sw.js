// The service worker: gives every page and file of one published version,
// with or without a network.
//
// One version at a time: what is not on its list goes to the network, and a
// newer version waits until no page of the older one is open, or until the
// reader asks for it. Files are kept by their hash, so that a newer version
// fetches only what has changed, and goes on where it was interrupted.

/** Addresses below the folder of this file, and the hash of what is there: what every reader needs. `publish` fills it. */
const PUBLISHED = {};

/** The folder of each language, and the address and hash of the list of its pages and words. `publish` fills it. */
const LANGUAGES = {};

/** How many files are asked for at a time: the reader's own requests come first. */
const AT_A_TIME = 4;

const root = new URL('.', self.location);
const shared = new Map(Object.entries(PUBLISHED));
/** Lists of languages, once they have been read. */
const lists = new Map();
/** Caches belong to the host; another folder of it may hold another site. */
const cacheName = `hemicycle ${root.pathname}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOlder()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  const { language } = event.data;
  if (!LANGUAGES[language]) return;
  const answer = (kept) => event.source?.postMessage({ kept });
  event.waitUntil(cacheLanguage(language).then(() => answer(true), () => answer(false)));
});
self.addEventListener('fetch', (event) => {
  const answer = respond(event.request);
  if (answer) event.respondWith(answer);
});

/** Fetches every file that is not kept yet; fails, to be tried again later, where one is not as published. */
async function install() {
  await cacheAll(shared);
  // The languages that are read on this device: those kept before, and those of the open pages.
  for (const language of Object.keys(LANGUAGES)) {
    if (await isLanguageUsed(language)) await cacheLanguage(language);
  }
}

async function isLanguageUsed(language) {
  const cache = await caches.open(cacheName);
  if (await cache.match(languageMarker(language))) return true;
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return pages.some((page) => page.url.startsWith(root.href) && languageOf(addressOf(new URL(page.url))) === language);
}

/** Keeps the pages and words of a language, from now on in every version; and what the device has thrown away since. */
async function cacheLanguage(language) {
  const { address, hash } = LANGUAGES[language];
  await cacheAll(shared);
  await cacheAll(new Map([[address, hash]]));
  await cacheAll(await listOf(language));
  const cache = await caches.open(cacheName);
  await cache.put(languageMarker(language), new Response());
}

/** What a language needs beside what all do: addresses and hashes. */
async function listOf(language) {
  if (!lists.has(language)) {
    const { address, hash } = LANGUAGES[language];
    const response = await cachedOrFetched(new Request(new URL(address, root)), hash);
    lists.set(language, new Map(Object.entries(await response.json())));
  }
  return lists.get(language);
}

async function cacheAll(files) {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = new Map();
  for (const [address, hash] of files) {
    if (!kept.has(cacheKey(hash))) missing.set(hash, address);
  }
  const rest = missing.entries();
  await Promise.all(Array.from({ length: AT_A_TIME }, () => fetchAll(rest, cache)));
}

async function fetchAll(rest, kept) {
  for (const [hash, address] of rest) {
    // What is named by its content may come from the browser's own cache.
    const cache = address.startsWith('assets/') ? 'default' : 'no-cache';
    const response = await fetch(new URL(address, root), { integrity: hash, cache });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await kept.put(cacheKey(hash), response);
  }
}

/** Removes what only older versions needed. */
async function deleteOlder() {
  const cache = await caches.open(cacheName);
  const needed = new Set([...shared.values()].map(cacheKey));
  for (const [language, { hash }] of Object.entries(LANGUAGES)) {
    if (!(await cache.match(languageMarker(language)))) continue;
    needed.add(languageMarker(language)).add(cacheKey(hash));
    for (const kept of (await listOf(language)).values()) needed.add(cacheKey(kept));
  }
  for (const request of await cache.keys()) {
    if (!needed.has(request.url)) await cache.delete(request);
  }
}

/** The kept file, else what the network answers; nothing where the request is not to this site. */
function respond(request) {
  const url = new URL(request.url);
  const isOurs = request.method === 'GET' && url.href.startsWith(root.href);
  if (!isOurs) return undefined;
  const address = addressOf(url);
  const hash = shared.get(address);
  if (hash) return answerWith(request, hash);
  return answerInLanguage(request, address);
}

/** A page, or another file of one language. */
async function answerInLanguage(request, address) {
  for (const language of new Set([languageOf(address), ...Object.keys(LANGUAGES)])) {
    const list = await cachedList(language);
    if (list?.has(address)) return answerWith(request, list.get(address));
    // A host leads from a folder without its slash to the page in it.
    if (list?.has(`${address}/`)) return Response.redirect(new URL(`${address}/${new URL(request.url).search}`, root), 301);
  }
  if (request.mode !== 'navigate') return fetch(request);
  return fetch(request).catch(() => cachedOrFetched(request, shared.get('404.html')));
}

/** The list of a language that is kept; none of one that is not read here. */
async function cachedList(language) {
  const cache = await caches.open(cacheName);
  return (await cache.match(languageMarker(language))) ? listOf(language).catch(() => undefined) : undefined;
}

function answerWith(request, hash) {
  const url = new URL(request.url);
  // boot.js asks so for what is kept here but was found to be altered.
  const isAltered = request.cache === 'reload' || url.searchParams.has('again');
  return isAltered ? fetchProved(url, hash) : cachedOrFetched(request, hash);
}

/** An address below the root; that of a folder's page is the folder. */
function addressOf(url) {
  return decodeURI(url.pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, '$1');
}

/** The language in whose folder an address is; the one without a folder has all others. */
function languageOf(address) {
  const languages = Object.entries(LANGUAGES);
  const [inside] = languages.find(([, { folder }]) => folder && address.startsWith(folder)) ?? [];
  return inside ?? languages.find(([, { folder }]) => !folder)?.[0];
}

/** The kept file; where the device has thrown it away, what the host has. */
async function cachedOrFetched(request, hash) {
  const cache = await caches.open(cacheName);
  const response = await cache.match(cacheKey(hash));
  return response ?? fetchProved(request.url, hash).catch(() => fetch(request));
}

/** The file as the host has it, if that is as published; kept anew where there is room. */
async function fetchProved(url, hash) {
  const response = await fetch(url, { integrity: hash, cache: 'reload' });
  const cache = await caches.open(cacheName);
  await cache.put(cacheKey(hash), response.clone()).catch(() => {});
  return response;
}

/** What says that a language is kept. */
function languageMarker(language) {
  return new URL(`kept/language/${language}`, root).href;
}

/** Where a file with this hash is kept: an address that no host has. */
function cacheKey(hash) {
  return new URL(`kept/${encodeURIComponent(hash)}`, root).href;
}
