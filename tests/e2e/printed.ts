// What a page is on paper.

import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** What is printed in one place: its text and its box in points, from the bottom left. */
interface Run {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A printed page. */
interface Sheet {
  /** All texts, without spaces: letters that are joined are printed apart. */
  text: string;
  /** The pairs of texts that lie over each other. */
  overlaps: string[];
  /** How many lines of text there are. */
  lines: number;
}

/** The pages of a document, printed with usual margins. */
export async function printed(page: Page, format: string, landscape: boolean): Promise<Sheet[]> {
  const margin = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' };
  const pdf = await page.pdf({ format, landscape, margin });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    const runs = items.flatMap((item): Run[] => {
      if (!('str' in item) || !item.str.trim()) return [];
      const [, , , , left, baseline] = item.transform as number[];
      // About where letters without strokes above and below end.
      const top = baseline! + item.height * 0.5;
      return [{ text: item.str, left: left!, right: left! + item.width, bottom: baseline!, top }];
    });
    return {
      text: withoutSpaces(runs.map(({ text }) => text).join('')),
      overlaps: overlaps(runs),
      lines: new Set(runs.map(({ bottom }) => Math.round(bottom))).size,
    };
  });
  return Promise.all(pages);
}

/** A text as the texts of a sheet have it. */
export const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

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
