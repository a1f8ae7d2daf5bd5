// Measures the map of the built site beside d3-geo, Leaflet and MapLibre with the
// same shapes, at both levels: what comes over the wire, when the map is painted,
// and how many frames are late while it is dragged and zoomed. Writes JSON.
//
// Run by `cargo xtask bench`. It reports and judges nothing.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { chromium } from '@playwright/test';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PANEL = { width: 860, height: 576 };
const DIST = path.resolve(process.env.DIST);
const LEVELS = {
  coarse: { file: 'map.json', camera: { x: 5000, y: 2433, scale: 0.086 }, query: '?view=map' },
  fine: { file: 'fine-map.json', camera: { x: 6600, y: 1500, scale: 0.4 }, query: '?view=map&at=6600_1500_400' },
};
const PEERS = ['d3-geo', 'leaflet', 'maplibre'];
const KINDS = { html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml', wasm: 'application/wasm', webmanifest: 'application/manifest+json' };

const here = import.meta.dirname;
execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: 'ignore' });
const { buildSync } = await import('./node_modules/esbuild/lib/main.js');
const out = mkdtempSync(path.join(tmpdir(), 'map-bench-'));
buildSync({ entryPoints: PEERS.map((peer) => path.join(here, `${peer}.js`)), bundle: true, minify: true, format: 'esm', outdir: out, loader: { '.png': 'dataurl' } });

/** The shapes of a level as GeoJSON in map units. */
function geojson(file) {
  const { shapes } = JSON.parse(readFileSync(path.join(DIST, 'data', file), 'utf8'));
  const features = shapes.map(({ id, path }) => {
    let pen = [0, 0];
    const rings = path.split('m').slice(1).map((ring) => {
      const numbers = [...ring.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
      const points = [];
      for (let at = 0; at < numbers.length; at += 2) {
        pen = [pen[0] + numbers[at], pen[1] + numbers[at + 1]];
        points.push(pen);
      }
      pen = points[0];
      return [...points, points[0]];
    });
    return { type: 'Feature', properties: { id }, geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const bodies = new Map();
function body(name, make) {
  if (!bodies.has(name)) bodies.set(name, brotliCompressSync(make()));
  return bodies.get(name);
}

let sent = 0;
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const [, app, level, ...rest] = pathname.split('/');
  const give = (kind, bytes) => {
    sent += bytes.length;
    response.writeHead(200, { 'content-type': kind, 'content-encoding': 'br', 'cache-control': 'no-store' });
    response.end(bytes);
  };
  if (PEERS.includes(app)) {
    const file = rest.join('/');
    if (file === '') {
      const css = existsSync(path.join(out, `${app}.css`)) ? `<link rel="stylesheet" href="${app}.css">` : '';
      const page = `<!doctype html><title>${app}</title>${css}<style>body{margin:0}#map{width:${PANEL.width}px;height:${PANEL.height}px;background:#f1efe9}path{fill:#c6811a;stroke:#fff;stroke-width:.7px}</style><div id="map"></div><script>CAMERA=${JSON.stringify(LEVELS[level].camera)}</script><script type="module" src="${app}.js"></script>`;
      return give(KINDS.html, brotliCompressSync(page));
    }
    if (file === 'shapes.json') return give(KINDS.json, body(`${level}/shapes`, () => geojson(LEVELS[level].file)));
    // MapLibre starts a worker of its own from beside its script.
    const built = path.join(out, file);
    const own = existsSync(built) ? built : path.join(here, 'node_modules/maplibre-gl/dist', file);
    return give(KINDS[file.split('.').pop()], body(`${app}/${file}`, () => readFileSync(own)));
  }
  const file = path.join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  return give(KINDS[file.split('.').pop()] ?? 'application/octet-stream', body(file, () => readFileSync(file)));
});
await new Promise((listening) => server.listen(0, listening));
const root = `http://localhost:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update'],
});

/** Opens an app at a level; gives what was measured. */
async function measure(app, level, cpu) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  sent = 0;
  let atPaint = 0;
  const address = app === 'ours' ? `${root}${LEVELS[level].query}` : `${root}${app}/${level}/`;
  await page.addInitScript(() => {
    // Of the site: the picture of the map has come, and a frame shows it.
    const look = () => {
      const picture = performance.getEntriesByType('resource').find(({ name }) => /\/map-[0-9a-f]+\.svg$/.test(name));
      if (picture?.responseEnd && document.querySelector('.map-picture, .world-map path')) {
        requestAnimationFrame(() => setTimeout(() => (window.painted ??= performance.now())));
      } else if (!window.painted) requestAnimationFrame(look);
    };
    if (!location.pathname.match(/^\/(d3-geo|leaflet|maplibre)\//)) requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.painted, undefined, { polling: 'raf' });
  atPaint = sent;
  const painted = await page.evaluate(() => window.painted);
  if (app === 'ours') await page.waitForSelector('html[data-running]');
  if (app === 'ours' && level === 'fine') await page.waitForSelector('.world-map path#kas', { state: 'attached' });
  await page.waitForLoadState('networkidle');
  const box = await page.locator('#map').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    window.frames = [];
    let before = performance.now();
    requestAnimationFrame(function frame(now) {
      window.frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    });
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(x - 3 * (step < 30 ? step : 60 - step), y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
  for (let turn = 0; turn < 24; turn += 1) {
    await page.mouse.wheel(0, turn < 12 ? -40 : 40);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const frames = await page.evaluate(() => window.frames);
  await context.close();
  // One frame at least was left out.
  const late = frames.filter((frame) => frame > 25).length;
  return { toPaint: atPaint / 1024, all: sent / 1024, painted, late, longest: Math.max(...frames) };
}

const rows = [];
for (const level of Object.keys(LEVELS)) {
  for (const cpu of [1, 4]) {
    const measured = Object.fromEntries(['ours', ...PEERS].map((app) => [app, []]));
    // The first round warms up and is thrown away.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const app of Object.keys(measured)) {
        const one = await measure(app, level, cpu);
        if (round > 0) measured[app].push(one);
      }
    }
    for (const [app, all] of Object.entries(measured)) {
      const median = (key) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
      rows.push({ map: `${app}, ${level}, ${cpu === 1 ? 'no throttle' : 'CPU 4x slower'}`, to_paint: median('toPaint'), all: median('all'), painted: median('painted'), late: median('late'), longest: median('longest') });
    }
  }
}
await browser.close();
server.close();
rmSync(out, { recursive: true });
process.stdout.write(JSON.stringify(rows));
