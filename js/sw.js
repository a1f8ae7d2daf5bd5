// The service worker: gives every page and file of one published version,
// with or without a network.
//
// One version at a time: what is not on its list goes to the network, and a
// newer version waits until no page of the older one is open, or until the
// reader asks for it. Files are kept by their hash, so that a newer version
// fetches only what has changed, and goes on where it was interrupted.

/** Addresses below the folder of this file, and the hash of what is there. `publish` fills it. */
const PUBLISHED = {};

/** How many files are asked for at a time: the reader's own requests come first. */
const AT_A_TIME = 4;

const root = new URL('.', self.location);
const published = new Map(Object.entries(PUBLISHED));
/** Caches belong to the host; another folder of it may hold another site. */
const cacheName = `hemicycle ${root.pathname}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const answer = respond(event.request);
  if (answer) event.respondWith(answer);
});

/** Fetches every file that is not kept yet; fails, to be tried again later, where one is not as published. */
async function install() {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = new Map();
  for (const [address, hash] of published) {
    if (!kept.has(placeOf(hash))) missing.set(hash, address);
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
    await kept.put(placeOf(hash), response);
  }
}

/** Removes what only older versions needed. */
async function forgetOlder() {
  const cache = await caches.open(cacheName);
  const needed = new Set([...published.values()].map(placeOf));
  for (const request of await cache.keys()) {
    if (!needed.has(request.url)) await cache.delete(request);
  }
}

/** The kept file, or nothing where the network shall answer. */
function respond(request) {
  const url = new URL(request.url);
  const isOurs = request.method === 'GET' && url.href.startsWith(root.href);
  if (!isOurs) return undefined;
  const address = decodeURI(url.pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, '$1');
  const hash = published.get(address);
  // boot.js asks so for what is kept here but was found to be altered.
  if (hash && (request.cache === 'reload' || url.searchParams.has('again'))) return renewed(url, hash);
  if (hash) return keptOr(request, hash);
  // A host leads from a folder without its slash to the page in it.
  if (published.has(`${address}/`)) return Promise.resolve(Response.redirect(new URL(`${address}/${url.search}`, root), 301));
  if (request.mode === 'navigate') return fetch(request).catch(() => keptOr(request, published.get('404.html')));
  return undefined;
}

/** The kept file; where the device has thrown it away, what the host has. */
async function keptOr(request, hash) {
  const cache = await caches.open(cacheName);
  const response = await cache.match(placeOf(hash));
  return response ?? renewed(request.url, hash).catch(() => fetch(request));
}

/** The file as the host has it, if that is as published; kept anew where there is room. */
async function renewed(url, hash) {
  const response = await fetch(url, { integrity: hash, cache: 'reload' });
  const cache = await caches.open(cacheName);
  await cache.put(placeOf(hash), response.clone()).catch(() => {});
  return response;
}

/** Where a file with this hash is kept: an address that no host has. */
function placeOf(hash) {
  return new URL(`kept/${encodeURIComponent(hash)}`, root).href;
}
