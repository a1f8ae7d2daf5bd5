// Takes the place of sw.js where nothing shall be kept on readers' machines
// any more: it forgets everything and ends itself. See docs/hosting.md.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  const cacheName = `hemicycle ${new URL('.', self.location).pathname}`;
  await caches.delete(cacheName);
  await self.registration.unregister();
}
