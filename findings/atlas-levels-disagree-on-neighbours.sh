#!/usr/bin/env bash
# Who borders whom, at two scales of the same atlas.
#
# A good guess: world-atlas cuts its three scales out of Natural Earth, so that a
# coarser one may lose a short border (a lake, an enclave, a state that it leaves
# out) but has none that a finer one does not know.
#
# What happens: at 1:110 million Cameroon borders the Niger and Botswana borders
# Zambia, which they do at neither 1:50 nor 1:10 million; Chad and Nigeria, which
# share 80 km there, do not touch. A map that colours neighbours apart, or a test
# that counts borders, answers otherwise at each scale. And at two scales
# topojson-client gives states as neighbours of themselves: North Korea at 1:110,
# Jordan, Canada, Japan and Palestine at 1:10 million, whose parts share a line.
#
# Seen with world-atlas 2.0.2 and topojson-client 3.1.0, 30 November 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund world-atlas@2.0.2 topojson-client@3.1.0 >/dev/null

cat >neighbours.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { neighbors } from 'topojson-client';

const scales = Object.fromEntries(['110m', '50m', '10m'].map((scale) => {
  const atlas = JSON.parse(readFileSync(`node_modules/world-atlas/countries-${scale}.json`, 'utf8'));
  const shapes = atlas.objects.countries.geometries;
  const name = (place) => shapes[place].properties.name;
  const pairs = neighbors(shapes).flatMap((others, place) => others.map((other) => [name(place), name(other)].sort().join(' and ')));
  return [scale, { names: new Set(shapes.map((_, place) => name(place))), pairs: new Set(pairs) }];
}));
const isItself = (pair) => pair.split(' and ')[0] === pair.split(' and ')[1];
/** Pairs at one scale that another, which has both shapes, does not have. */
const onlyAt = (one, other) => [...scales[one].pairs].filter((pair) =>
  !isItself(pair) && !scales[other].pairs.has(pair) && pair.split(' and ').every((name) => scales[other].names.has(name))).sort();
const log = (what, pairs) => console.log(`${what}: ${pairs.join(', ')}`);
log('at 1:110 and not at 1:50 million', onlyAt('110m', '50m'));
log('at 1:50 and not at 1:110 million', onlyAt('50m', '110m'));
for (const scale of Object.keys(scales)) log(`neighbours of themselves, ${scale}`, [...scales[scale].pairs].filter(isItself).sort());
JS
node neighbours.mjs | tee seen.txt

cat >expected.txt <<'TXT'
at 1:110 and not at 1:50 million: Botswana and Zambia, Cameroon and Niger
at 1:50 and not at 1:110 million: Azerbaijan and Turkey, Chad and Nigeria, Egypt and Palestine
neighbours of themselves, 110m: North Korea and North Korea
neighbours of themselves, 50m: 
neighbours of themselves, 10m: Canada and Canada, Japan and Japan, Jordan and Jordan, Palestine and Palestine
TXT
diff expected.txt seen.txt
