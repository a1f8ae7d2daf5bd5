// The outlines of the committed map, as exact polygons.

import { readFileSync } from 'node:fs';

type Point = readonly [x: number, y: number];

export interface Sheet {
  /** The ids of the shapes around a point, map units. */
  at(point: Point): string[];
  /** Whether a point is nearer to an edge than that, map units. */
  isNearEdge(point: Point, distance: number): boolean;
}

/** The shapes of map.json or fine-map.json. */
export function sheetOf(name: string): Sheet {
  const text = readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8');
  const { shapes } = JSON.parse(text) as { shapes: { id: string; path: string }[] };
  const outlines = shapes.map(({ id, path }) => {
    const edges = edgesOf(path);
    const [xs, ys] = [edges.flatMap(([from]) => from[0]), edges.flatMap(([from]) => from[1])];
    return { id, edges, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const };
  });
  const near = ([x, y]: Point, margin: number) =>
    outlines.filter(({ box }) => x >= box[0] - margin && x <= box[2] + margin && y >= box[1] - margin && y <= box[3] + margin);
  return {
    at: (point) => near(point, 0).filter(({ edges }) => isInside(point, edges)).map(({ id }) => id),
    isNearEdge: (point, distance) =>
      near(point, distance).some(({ edges }) => edges.some((edge) => distanceTo(point, edge) < distance)),
  };
}

/** The edges of path data: `m`, a start and steps, `z`, and so on. */
function edgesOf(path: string): [Point, Point][] {
  let pen: Point = [0, 0];
  return path.split('m').slice(1).flatMap((ring) => {
    const numbers = [...ring.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const points: Point[] = [];
    for (let place = 0; place < numbers.length; place += 2) {
      pen = [pen[0] + numbers[place]!, pen[1] + numbers[place + 1]!];
      points.push(pen);
    }
    pen = points[0]!;
    return points.map((from, place): [Point, Point] => [from, points[(place + 1) % points.length]!]);
  });
}

function isInside([x, y]: Point, edges: [Point, Point][]): boolean {
  const crossed = edges.filter(([from, to]) =>
    from[1] > y !== to[1] > y && x < from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]));
  return crossed.length % 2 === 1;
}

function distanceTo([x, y]: Point, [from, to]: [Point, Point]): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const part = length ? Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / length)) : 0;
  return Math.hypot(from[0] + part * dx - x, from[1] + part * dy - y);
}
