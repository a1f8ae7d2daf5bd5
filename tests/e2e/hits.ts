// Where on the map a pointer can mean a member and nobody else; run in the page.

/**
 * Where a member is alone within three pixels, or within one where it is thin: on
 * its land, as near as can be to what belongs to another and can be pressed, or
 * on its mark.
 */
export async function pointOfMember(place: string): Promise<{ x: number; y: number } | undefined> {
  // What was chosen before may have moved the map.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const own = document.querySelector<SVGElement>(`path[data-member="${place}"]`);
  const mark = document.querySelector<SVGElement>(`.map-member[data-member="${place}"] .map-marker__target`);
  const others = [...document.querySelectorAll(`.map-member:not([data-member="${place}"]) .map-marker__target`)].map((circle) =>
    circle.getBoundingClientRect(),
  );
  const distance = (x: number, y: number) =>
    Math.min(...others.map((box) => Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)));
  // A finger so near to a button means the button, and Chromium has it press that.
  const controls = [...document.querySelectorAll('.world-map__zoom')].map((group) => group.getBoundingClientRect());
  const isBesideControl = (x: number, y: number) =>
    controls.some((box) => x > box.left - 12 && x < box.right + 12 && y > box.top - 12 && y < box.bottom + 12);
  const leadsTo = (x: number, y: number) =>
    document.elementFromPoint(x, y)?.closest<SVGElement>('[data-member]')?.dataset.member;
  const around = [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1], [-0.7, -0.7], [0.7, -0.7], [-0.7, 0.7], [0.7, 0.7]];
  for (const { drawn, radius } of [{ drawn: own, radius: 3 }, { drawn: mark, radius: 3 }, { drawn: own, radius: 1 }]) {
    if (!drawn) continue;
    const { left, top, right, bottom, width, height } = drawn.getBoundingClientRect();
    const points: { x: number; y: number; room: number }[] = [];
    const step = Math.ceil(Math.min(width, height) / 30);
    // Nobody aims at the edge of the screen: there browsers have bars for scrolling, and say where a link leads.
    for (let x = Math.max(Math.ceil(left), 20); x <= Math.min(right, innerWidth - 20); x += step) {
      for (let y = Math.ceil(top); y <= Math.min(bottom, innerHeight - 24); y += step) if (!isBesideControl(x, y)) points.push({ x, y, room: distance(x, y) });
    }
    points.sort((one, other) => one.room - other.room);
    const alone = points.find(({ x, y }) => around.every(([dx, dy]) => leadsTo(x + radius * dx!, y + radius * dy!) === place));
    if (alone) return alone;
  }
  return undefined;
}
