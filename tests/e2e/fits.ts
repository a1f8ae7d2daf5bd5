// Whether all of a page can be seen, whatever the language and the size of its text.

import { expect, type Page } from '@playwright/test';

/** What is cut off, sticks out of the window, or lies over something else that can be used. */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const named = (node: Element) => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} "${node.textContent?.trim().slice(0, 40)}"`;
    const scrolls = (node: Element) => ['auto', 'scroll'].includes(getComputedStyle(node).overflowX);
    /** What may leave its box, with all that is in it: what scrolls, drawings, and what nobody sees. */
    const kept = new Set<Element | null>();
    const seen: Element[] = [];
    for (const node of document.querySelectorAll('body *')) {
      if (kept.has(node.parentElement) || node.matches('svg, .visually-hidden, .skip-link, .world-map__panel, details:not([open]) > :not(summary)')) kept.add(node);
      else if (!node.checkVisibility({ visibilityProperty: true })) continue;
      else if (scrolls(node)) kept.add(node);
      else seen.push(node);
    }
    for (const node of seen) {
      const { left, right, width } = node.getBoundingClientRect();
      if (width > 0 && (right > innerWidth + 0.5 || left < -0.5)) faults.push(`out of the window: ${named(node)} ${left.toFixed(0)} to ${right.toFixed(0)}`);
      const { overflowX } = getComputedStyle(node);
      if (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1 && !node.matches('input')) faults.push(`cut off: ${named(node)}`);
    }
    // Each control has its own place.
    const controls = seen.filter((node) => node.matches('a[href], button, summary, input') && !node.closest('.language-offer'));
    for (const [place, one] of controls.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of controls.slice(place + 1, place + 12)) {
        if (one.contains(other) || other.contains(one)) continue;
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1 && !isInline(one) && !isInline(other)) faults.push(`one over the other: ${named(one)} and ${named(other)}`);
      }
    }
    /** Links in running text share lines. */
    function isInline(node: Element): boolean {
      return getComputedStyle(node).display === 'inline' || node.matches('.search-box *');
    }
    return faults;
  });
}

/** Expects that all can be seen, and that the page does not scroll to a side, once it has its place in a window of another size. */
export async function expectNothingCut(page: Page): Promise<void> {
  await expect.poll(() => cut(page)).toEqual([]);
  const { scrolled, width } = await page.evaluate(() => ({ scrolled: document.documentElement.scrollWidth, width: innerWidth }));
  expect(scrolled, 'the page scrolls to a side').toBeLessThanOrEqual(width);
}
