// The map by MapLibre, drawn by WebGL; its plane is Mercator's, on which places are
// chosen so that they stand where map units say.

import * as maplibregl from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';

import { painted, scale, shapes, x, y } from './shapes.js';

/** Map units as parts of Mercator's square. */
const PART = 0.9 / 10_000;
const toDegrees = ([x, y]) => {
  const north = Math.PI * (1 - 2 * (0.5 + (y - 2433) * PART));
  return [((x - 5000) * PART) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
};
const features = await shapes();
for (const { geometry } of features.features) {
  geometry.coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(toDegrees)));
}
const map = new maplibregl.Map({
  container: 'map',
  style: {
    version: 8,
    sources: { shapes: { type: 'geojson', data: features } },
    layers: [
      { id: 'land', type: 'fill', source: 'shapes', paint: { 'fill-color': '#c6811a' } },
      { id: 'lines', type: 'line', source: 'shapes', paint: { 'line-color': '#fff', 'line-width': 0.7 } },
    ],
  },
  center: toDegrees([x, y]),
  // At zoom 0 Mercator's square is 512 pixels wide.
  zoom: Math.log2(scale / (512 * PART)),
  attributionControl: false,
});
map.once('idle', painted);
