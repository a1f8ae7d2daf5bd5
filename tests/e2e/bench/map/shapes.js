// The outlines of one level as the peers ask for them.

/** The features of `shapes.json`, in map units. */
export async function shapes() {
  const answer = await fetch('shapes.json');
  return answer.json();
}

/** What is in sight: the middle in map units and pixels for one of them. */
export const { x, y, scale } = window.CAMERA;

/** Tells that the map is painted. */
export function painted() {
  requestAnimationFrame(() => setTimeout(() => (window.painted ??= performance.now())));
}
