// A member's page is printed as a fact sheet.

import { readdirSync } from 'node:fs';

import { getDocumentProxy } from 'unpdf';

import { expect, test } from './fixtures';

/** The folders of all members, which name their pages. */
const members = readdirSync(new URL('../../dist/members/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What is printed in one place: its text and its box in points, from the bottom left. */
interface Run {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** What is printed on each page of a document. */
async function runsOf(pdf: Buffer): Promise<Run[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.flatMap((item) => {
      if (!('str' in item) || !item.str.trim()) return [];
      const [, , , , left, baseline] = item.transform as number[];
      // About where letters without strokes above and below end.
      const top = baseline! + item.height * 0.5;
      return [{ text: item.str, left: left!, right: left! + item.width, bottom: baseline!, top }];
    });
  });
  return Promise.all(pages);
}

/** The pairs of texts that lie over each other. */
function overlaps(runs: Run[]): string[] {
  return runs.flatMap((one, index) => {
    const others = runs.slice(index + 1).filter((other) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
      return width > 1 && height > 1;
    });
    return others.map((other) => `“${one.text}” over “${other.text}”`);
  });
}

/** The pages are shared among so many tests, for both workers to have their part. */
const PARTS = 4;

test.use({ javaScriptEnabled: false });

for (let part = 0; part < PARTS; part += 1) {
  test(`members are printed without one word over another (${part + 1} of ${PARTS})`, async ({ page }) => {
    test.slow();
    for (const member of members.filter((_, index) => index % PARTS === part)) {
      await page.goto(`./members/${member}/`);
      for (const format of ['A4', 'Letter']) {
        const margin = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' };
        const pages = await runsOf(await page.pdf({ format, margin }));
        for (const [index, runs] of pages.entries()) {
          const sheet = `${member} on ${format}, page ${index + 1}`;
          expect.soft(overlaps(runs), sheet).toEqual([]);
          const lines = new Set(runs.map(({ bottom }) => Math.round(bottom)));
          expect.soft(lines.size, `${sheet}: more than a heading or the foot`).toBeGreaterThan(1);
        }
      }
    }
  });
}
