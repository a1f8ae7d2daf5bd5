// The map by d3-geo, as its examples do it: SVG paths, moved by d3-zoom.

import { geoIdentity, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';

import { painted, scale, shapes, x, y } from './shapes.js';

const features = await shapes();
const { clientWidth: width, clientHeight: height } = document.querySelector('#map');
const svg = select('#map').append('svg').attr('width', width).attr('height', height);
const ground = svg.append('g');
ground
  .selectAll('path')
  .data(features.features)
  .join('path')
  .attr('d', geoPath(geoIdentity()))
  .attr('vector-effect', 'non-scaling-stroke');
const behaviour = zoom().on('zoom', ({ transform }) => ground.attr('transform', transform));
const at = zoomIdentity.translate(width / 2 - x * scale, height / 2 - y * scale).scale(scale);
svg.call(behaviour).call(behaviour.transform, at);
painted();
