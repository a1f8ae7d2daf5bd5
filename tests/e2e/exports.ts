// What a reader takes away.

import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { ENGINE } from './engine';

declare global {
  interface Window {
    /** The name and the text of what the page has given to be saved. */
    saved?: Promise<[string, string]>;
  }
}

/** The text of the file that a click on this entry of the menu gives. */
export async function exported(page: Page, entry: RegExp, label: string | RegExp = 'Export'): Promise<{ name: string; text: string }> {
  const menu = page.locator('summary', { hasText: label });
  if (!(await page.getByRole('button', { name: entry }).isVisible())) await menu.click();
  return saved(page, () => page.getByRole('button', { name: entry }).click());
}

/**
 * The file that an action gives. Where the driver of an engine does not tell
 * of it, this is what the page gave to be saved.
 */
async function saved(page: Page, action: () => Promise<void>): Promise<{ name: string; text: string }> {
  if (ENGINE === 'chromium') {
    const [download] = await Promise.all([page.waitForEvent('download'), action()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    window.saved = new Promise((resolve) => {
      URL.createObjectURL = (file: Blob) => {
        const address = make(file);
        const click = HTMLElement.prototype.click;
        HTMLElement.prototype.click = function (this: HTMLElement) {
          [HTMLElement.prototype.click, URL.createObjectURL] = [click, make];
          file.text().then((text) => resolve([this.getAttribute('download') ?? '', text]));
        };
        return address;
      };
    });
  });
  await action();
  const [name, text] = await page.evaluate(() => window.saved!);
  return { name, text };
}

/** The cells of a line in which every cell is quoted. */
export function cells(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"'));
}
