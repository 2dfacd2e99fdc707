// Draws the world once, at build time: the land as an asset that browsers keep, and where the regions are on it.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const WIDTH = 960;
const HEIGHT = 420;
const REGIONS = {
  'us-east-1': [-77.5, 38.9], 'us-west-2': [-119.7, 45.8], 'ca-central-1': [-73.6, 45.5], 'eu-west-2': [-0.1, 51.5],
  'eu-central-1': [8.7, 50.1], 'af-south-1': [18.4, -33.9], 'ap-south-1': [72.9, 19.1],
  'ap-southeast-1': [103.8, 1.35], 'ap-northeast-2': [127.0, 37.6], 'ap-northeast-1': [139.7, 35.7],
  'ap-southeast-2': [151.2, -33.9],
};

const world = createRequire(import.meta.url)('world-atlas/land-110m.json');
const land = feature(world, world.objects.land);
const frame = { type: 'MultiPoint', coordinates: [[-165, 0], [175, 0], [0, 74], [0, -50]] };
const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[0, 0], [WIDTH, HEIGHT]], frame)
  .clipExtent([[0, 0], [WIDTH, HEIGHT]]);
const round = (number) => Math.round(number * 10) / 10;
const path = geoPath(projection).digits(1)(land);
const regions = Object.fromEntries(Object.entries(REGIONS).map(([code, place]) => {
  const [x, y] = projection(place);
  return [code, { x: round(x), y: round(y) }];
}));
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="${path}"/></svg>`;
const file = `land-${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`;

function write(folder, name, text) {
  const url = new URL(`../../target/classes/${folder}/`, import.meta.url);
  mkdirSync(url, { recursive: true });
  writeFileSync(new URL(name, url), text);
}

write('static/assets', file, svg);
write('dev/appintegrations/console/web', 'world-map.json',
  JSON.stringify({ width: WIDTH, height: HEIGHT, land: file, regions }));
