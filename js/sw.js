// The service worker: gives every page and file of one published version,
// with or without a network.
//
// One version at a time: what is not on its list goes to the network, and a
// newer version waits until no page of the older one is open, or until the
// reader asks for it. Files are kept by their hash, so that a newer version
// fetches only what has changed, and goes on where it was interrupted. What a
// language needs comes packed as one file where that costs less
// (docs/decisions/offline.md).

/** Addresses below the folder of this file, and the hash of what is there: what every reader needs. `publish` fills it. */
const PUBLISHED = {};

/** The same of what no page needs: it is kept once a reader has asked for it. `publish` fills it. */
const ON_REQUEST = {};

/**
 * What each language needs: its folder, the `list` of its files, and where
 * there is one the `pack` of them all, each with address, hash and bytes.
 * `publish` fills it.
 */
const LANGUAGES = {};

/** Media types by the endings of names. `publish` fills it. */
const MEDIA_TYPES = {};

/** What a host that sets headers says of every file; policy.rs has their values. */
const POLICY_HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'permissions-policy'];

/** What says, in every language, that a page is not kept. */
const NOT_SAVED = 'not-saved.html';

/** How many files are asked for at a time: the reader's own requests come first. */
const AT_A_TIME = 4;

/** By how much a host that compresses makes a page smaller, rather less than it does. */
const COMPRESSION = 5;

/** What a request costs beside the file: bytes of both headers. */
const REQUEST_BYTES = 500;

/** How many bytes of a pack may be lost when it is broken off. */
const KEPT_BYTES = 65_536;

const root = new URL('.', self.location);
const shared = new Map(Object.entries(PUBLISHED));
const onRequest = new Map(Object.entries(ON_REQUEST));
/** Files of languages by address, once their lists have been read. */
const lists = new Map();
/** Languages that are being fetched. */
const underWay = new Map();
/** Caches belong to the host; another folder of it may hold another site. */
const cacheName = `hemicycle ${root.pathname}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOlder()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  const language = event.data?.language;
  if (typeof language !== 'string' || !Object.hasOwn(LANGUAGES, language)) return;
  const answer = (kept) => event.source?.postMessage({ language, kept });
  event.waitUntil(cacheLanguage(language).then(() => answer(true), () => answer(false)));
});
self.addEventListener('fetch', (event) => {
  const answer = respond(event.request);
  if (answer) event.respondWith(answer);
});

/** Fetches every file that is not kept yet; fails, to be tried again later, where one is not as published. */
async function install() {
  await cacheAll(shared);
  for (const language of await languagesToKeep()) await cacheLanguage(language);
}

/** Those that are kept; the first time those of the open pages, since one of their readers wants it. */
async function languagesToKeep() {
  const cache = await caches.open(cacheName);
  const kept = (await cache.keys()).map((request) => request.url);
  const languages = Object.keys(LANGUAGES).filter((language) => kept.includes(languageMarker(language)));
  if (languages.length > 0) return languages;
  const pages = await pagesOfSite();
  return new Set(pages.map((page) => languageOf(addressOf(new URL(page.url)))));
}

/** Keeps the pages and words of a language, from now on in every version; and what the device has thrown away since. */
function cacheLanguage(language) {
  if (!underWay.has(language)) {
    const done = fetchLanguage(language).finally(() => underWay.delete(language));
    underWay.set(language, done);
  }
  return underWay.get(language);
}

async function fetchLanguage(language) {
  const { list } = LANGUAGES[language];
  await cacheAll(shared);
  await cacheAll(new Map([[list.address, list.hash]]));
  const files = await listOf(language);
  await renew(language, files);
  const missing = await missingOf(new Map([...files].map(([address, { hash }]) => [address, hash])));
  if (missing.size > 0) await fetchMissing(language, missing, reporter(language));
  const cache = await caches.open(cacheName);
  await cache.put(languageMarker(language), new Response(JSON.stringify({ list: list.hash, shared: PUBLISHED })));
}

/** Tells the pages how much of a language has come, in whole per cent. */
function reporter(language) {
  let told = -1;
  return async (share) => {
    // Every number told has the foot of the page drawn anew.
    const percent = Math.floor(share * 20) * 5;
    if (percent <= told) return;
    told = percent;
    for (const page of await pagesOfSite()) page.postMessage({ language, percent });
  };
}

async function pagesOfSite() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return pages.filter((page) => page.url.startsWith(root.href));
}

/** What a language needs beside what all do: hash and length by address, in the order of the pack. */
async function listOf(language) {
  if (!lists.has(language)) {
    const { address, hash } = LANGUAGES[language].list;
    const response = await cachedOrFetched(new Request(new URL(address, root)), hash);
    lists.set(language, new Map((await response.json()).map(([address, hash, length]) => [address, { hash, length }])));
  }
  return lists.get(language);
}

async function cacheAll(files) {
  await fetchEach(await missingOf(files));
}

/** Of files by address those that are not kept: addresses by hash. */
async function missingOf(files) {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = new Map();
  for (const [address, hash] of files) {
    if (!kept.has(cacheKey(hash))) missing.set(hash, address);
  }
  return missing;
}

/** Fetches files one by one. */
async function fetchEach(missing, report = () => {}) {
  const cache = await caches.open(cacheName);
  const rest = missing.entries();
  let count = 0;
  const fetchRest = async () => {
    for (const [hash, address] of rest) {
      // What is named by its content may come from the browser's own cache.
      const mode = address.startsWith('assets/') ? 'default' : 'no-cache';
      const response = await fetch(new URL(address, root), { integrity: hash, cache: mode });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(cacheKey(hash), direct(response));
      count += 1;
      report(count / missing.size);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, fetchRest));
}

/** Fetches what is missing of a language in the way that costs less: file by file, or all files packed as one. */
async function fetchMissing(language, missing, report) {
  const { list, pack } = LANGUAGES[language];
  const files = await listOf(language);
  const bytes = [...missing.values()].reduce((sum, address) => sum + files.get(address).length, 0);
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
  if (usage + bytes > quota) throw new Error(`no room for ${bytes} bytes`);
  const isPackCheaper = pack && (await bytesToCome(pack)) < (await bytesAlone(bytes, missing.size, list));
  if (isPackCheaper) {
    try {
      await fetchPacked(missing, files, pack, report);
      return;
    } catch (error) {
      // Where the line is broken, or the device is full, single files come no better.
      if (!(error instanceof BadPack)) throw error;
      console.info('fetched file by file:', error.message);
    }
  }
  await fetchEach(missing, report);
}

/** What fetching files one by one would cost, on a host that has sent the list as it sends them. */
async function bytesAlone(bytes, count, list) {
  const cache = await caches.open(cacheName);
  const sent = await cache.match(cacheKey(list.hash));
  const isCompressed = sent?.headers.has('content-encoding');
  return bytes / (isCompressed ? COMPRESSION : 1) + count * REQUEST_BYTES;
}

/** How much of a pack has not come yet. */
async function bytesToCome({ hash, bytes }) {
  const cache = await caches.open(cacheName);
  const begun = await cache.match(cacheKey(hash));
  return bytes - (begun ? (await begun.blob()).size : 0);
}

/** A pack that is not there, or not as published. */
class BadPack extends Error {}

/** Keeps those files of a pack that are missing; each is proved again. */
async function fetchPacked(missing, files, pack, report) {
  const { packed, headers } = await fetchPack(pack, (share) => report(share / 2));
  const cache = await caches.open(cacheName);
  const contents = unpack(packed, await snapshot(), [...files.values()].map(({ length }) => length));
  let count = 0;
  for (const [address, { hash }] of files) {
    const start = performance.now();
    const { value: content } = contents.next();
    // Half of a processor: the reader is using the site meanwhile.
    await new Promise((resolve) => setTimeout(resolve, performance.now() - start));
    if (missing.has(hash)) {
      if ((await hashOf(content)) !== hash) throw new BadPack(`${address} is altered`);
      await cache.put(cacheKey(hash), new Response(content, { headers: headersFor(address, headers) }));
    }
    count += 1;
    report((1 + count / files.size) / 2);
  }
  await cache.delete(cacheKey(pack.hash));
}

/**
 * The bytes of a pack, and the headers that came with it. Its hash is compared
 * here, since a `fetch` that compares it tells of no progress; what has come is
 * kept, so that it goes on from there when it was broken off.
 */
async function fetchPack({ address, hash, bytes }, report) {
  const cache = await caches.open(cacheName);
  const begun = await cache.match(cacheKey(hash));
  let headers = new Headers(begun?.headers);
  let parts = begun ? [await begun.blob()] : [];
  let received = parts[0]?.size ?? 0;
  let kept = received;
  const keep = async () => {
    if (received > kept) await cache.put(cacheKey(hash), new Response(new Blob(parts), { headers: headersFor(address, headers) }));
    kept = received;
  };
  if (received < bytes) {
    const range = received > 0 ? { range: `bytes=${received}-` } : {};
    const response = await fetch(new URL(address, root), { cache: 'no-store', headers: range });
    if (!response.ok) throw new BadPack(`${address}: ${response.status}`);
    // A host that knows no parts sends all.
    if (response.status !== 206) [parts, received, kept] = [[], 0, 0];
    headers = response.headers;
    const reader = response.body.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value);
        received += part.value.length;
        report(received / bytes);
        if (received - kept >= KEPT_BYTES) await keep();
      }
    } finally {
      await keep();
    }
  }
  const packed = new Uint8Array(await new Blob(parts).arrayBuffer());
  if ((await hashOf(packed)) !== hash) {
    await cache.delete(cacheKey(hash));
    throw new BadPack(`${address} is altered`);
  }
  return { packed, headers };
}

/** What packs go on from: the parts of the snapshot and the drawings, which are kept already. */
async function snapshot() {
  const cache = await caches.open(cacheName);
  const parts = [...shared].filter(([address]) => /\.(json|svg)$/.test(address));
  const bodies = await Promise.all(parts.map(async ([, hash]) => (await cache.match(cacheKey(hash))).blob()));
  return new Uint8Array(await new Blob(bodies).arrayBuffer());
}

/** As `publish` writes it. */
async function hashOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** What the host says of every file, as it has said it of another; what else it says may be of that one alone, such as that it is to be saved under a name. */
function headersFor(address, others) {
  const headers = new Headers(POLICY_HEADERS.filter((name) => others.has(name)).map((name) => [name, others.get(name)]));
  const ending = address === '' || address.endsWith('/') ? 'html' : address.split('.').pop();
  headers.set('content-type', MEDIA_TYPES[ending]);
  return headers;
}

/**
 * Makes what it can from what the version before has kept: most pages differ
 * in nothing but the names and hashes of the shared files that they name.
 */
async function renew(language, files) {
  const cache = await caches.open(cacheName);
  const marker = await cache.match(languageMarker(language));
  const before = await marker?.json();
  const list = before && (await cache.match(cacheKey(before.list)));
  if (!list || before.list === LANGUAGES[language].list.hash) return;
  const renamed = renamedSince(before.shared);
  for (const [address, oldHash] of await list.json()) {
    const { hash } = files.get(address) ?? { hash: oldHash };
    const old = hash !== oldHash && !(await cache.match(cacheKey(hash))) && (await cache.match(cacheKey(oldHash)));
    if (!old) continue;
    // Not `text()`, which leaves the byte order mark out.
    const oldText = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await old.arrayBuffer());
    const text = renamed.reduce((text, [from, to]) => text.replaceAll(from, to), oldText);
    const bytes = new TextEncoder().encode(text);
    if ((await hashOf(bytes)) !== hash) continue;
    await cache.put(cacheKey(hash), new Response(bytes, { headers: headersFor(address, old.headers) }));
  }
}

/** Names and hashes of shared files in another version, each with that of now. */
function renamedSince(before) {
  const stem = (address) => address.replace(/-[0-9a-f]{16}(?=\.)/, '');
  const now = new Map([...shared].map(([address, hash]) => [stem(address), [address, hash]]));
  return Object.entries(before).flatMap(([address, hash]) => {
    const [newAddress, newHash] = now.get(stem(address)) ?? [address, hash];
    return hash === newHash ? [] : [[address, newAddress], [hash, newHash]];
  });
}

/** Removes what only older versions needed. */
async function deleteOlder() {
  const cache = await caches.open(cacheName);
  const needed = new Set([...shared.values(), ...onRequest.values()].map(cacheKey));
  for (const [language, { list }] of Object.entries(LANGUAGES)) {
    if (!(await cache.match(languageMarker(language)))) continue;
    needed.add(languageMarker(language)).add(cacheKey(list.hash));
    for (const { hash } of (await listOf(language)).values()) needed.add(cacheKey(hash));
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
  const hash = shared.get(address) ?? onRequest.get(address);
  if (hash) return answerWith(request, hash);
  return answerInLanguage(request, address);
}

/** A page, or another file of one language. */
async function answerInLanguage(request, address) {
  for (const language of new Set([languageOf(address), ...Object.keys(LANGUAGES)])) {
    const list = await cachedList(language);
    if (list?.has(address)) return answerWith(request, list.get(address).hash);
    // A host leads from a folder without its slash to the page in it.
    if (list?.has(`${address}/`)) return Response.redirect(new URL(`${address}/${new URL(request.url).search}`, root), 301);
  }
  if (request.mode !== 'navigate') return fetch(request);
  return fetch(request).catch(() => notSaved(address));
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
  return decoded(url.pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, '$1');
}

/** A path without its escapes; as it stands where they are none, since no file has such an address. */
function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
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
  const response = direct(await fetch(url, { integrity: hash, cache: 'reload' }));
  const cache = await caches.open(cacheName);
  await cache.put(cacheKey(hash), response.clone()).catch(() => {});
  return response;
}

/** An answer as if it came from where it was asked for: browsers take no page that a host has led to, such as from `a.html` to `a`. */
function direct(response) {
  return response.redirected ? new Response(response.body, response) : response;
}

/** Says that a page is not kept; what else is not kept fails, as without a service worker. */
async function notSaved(address) {
  if (!/(^|\/)[^.]*$|\.html$/.test(address)) return Response.error();
  const page = await cachedOrFetched(new Request(new URL(NOT_SAVED, root)), shared.get(NOT_SAVED));
  const text = (await page.text()).replaceAll('href="./', `href="${root.pathname}`);
  return new Response(text, { headers: headersFor(NOT_SAVED, page.headers) });
}

/** What says that a language is kept. */
function languageMarker(language) {
  return new URL(`kept/language/${language}`, root).href;
}

/** Where a file with this hash is kept: an address that no host has. */
function cacheKey(hash) {
  return new URL(`kept/${encodeURIComponent(hash)}`, root).href;
}
