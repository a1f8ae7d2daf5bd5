// The map by Leaflet on a plane, with its usual renderer.

import L from 'leaflet';
import 'leaflet/dist/leaflet.css';

import { painted, scale, shapes, x, y } from './shapes.js';

const features = await shapes();
const map = L.map('map', { crs: L.CRS.Simple, zoomSnap: 0, minZoom: -8, attributionControl: false });
map.setView([-y, x], Math.log2(scale));
const toPlace = ([x, y]) => L.latLng(-y, x);
L.geoJSON(features, { coordsToLatLng: toPlace, style: { weight: 0.7, color: '#fff', fillColor: '#c6811a', fillOpacity: 1 } }).addTo(map);
painted();
