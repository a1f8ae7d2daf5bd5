// What a reader takes away.

import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

/** The text of the file that a click on this entry of the menu gives. */
export async function exported(page: Page, entry: RegExp): Promise<{ name: string; text: string }> {
  const menu = page.locator('summary', { hasText: 'Export' });
  if (!(await page.getByRole('button', { name: entry }).isVisible())) await menu.click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: entry }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The cells of a line in which every cell is quoted. */
export function cells(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"'));
}
