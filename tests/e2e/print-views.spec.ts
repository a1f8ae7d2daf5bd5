// A view of the directory is printed as it is chosen, with what is to be known of it.

import { boxOf, visit } from './directory';
import { expect, test } from './fixtures';
import { printed, withoutSpaces } from './printed';

/** Sheets as readers have them, upright and sideways. */
const sheets = ['A4', 'Letter'].flatMap((format) => [false, true].map((landscape) => ({ format, landscape })));

for (const { format, landscape } of sheets) {
  const sheet = `${format} ${landscape ? 'sideways' : 'upright'}`;

  test(`the map is printed on one sheet with its legend, sentence, date and disclaimer (${sheet})`, async ({ directory, page }) => {
    await directory.open('?view=map&colour=women&region=africa');
    await expect(page.locator('#map .map-shape').first()).toBeAttached();
    const [first, ...others] = await printed(page, format, landscape);
    expect(others).toEqual([]);
    for (const text of [
      'NAM Parliamentary Network',
      'parliaments in Africa',
      'Share of women',
      '40% or more',
      'No figure',
      'do not imply official endorsement',
      'Facts gathered on 28 November 2026',
      'Sources and licences',
    ]) {
      expect(first!.text).toContain(withoutSpaces(text));
    }
    expect(first!.overlaps).toEqual([]);
    // As wide as the sheet, which is 190 mm or more between its margins.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(landscape ? { width: 1040, height: 718 } : { width: 718, height: 1040 });
    const { width, height } = await boxOf(directory.map);
    expect(width).toBeGreaterThan(landscape ? 1000 : 680);
    expect(height).toBeGreaterThan(300);
    for (const id of ['dza', 'zaf', 'ken']) await directory.expectOnMap(id);
    // What does nothing on paper is not on it.
    for (const text of ['Filter', 'Sort', 'Export', 'Table']) expect(first!.text).not.toContain(text);
  });
}

test('list and table are printed without the map', async ({ directory, page }) => {
  await directory.open('?region=europe');
  const names = await directory.names.allTextContents();
  for (const view of ['list', 'table']) {
    await directory.open(`?region=europe&view=${view}`);
    const pages = await printed(page, 'A4', false);
    const text = pages.map((one) => one.text).join('');
    for (const name of names) expect(text, view).toContain(withoutSpaces(name));
    expect(text, view).not.toContain(withoutSpaces('do not imply official endorsement'));
  }
});

for (const { format, landscape } of sheets) {
  const sheet = `${format} ${landscape ? 'sideways' : 'upright'}`;

  test(`events are printed as they are shown: timeline, legend, places, list (${sheet})`, async ({ page }) => {
    await visit(page, 'events/?type=nam-summit');
    await expect(page.locator('.place-map path').first()).toBeAttached();
    const pages = await printed(page, format, landscape);
    expect(pages.flatMap(({ overlaps }) => overlaps)).toEqual([]);
    const text = pages.map((one) => one.text).join('');
    for (const shown of ['22 of 162', 'Summit of the Movement', 'do not imply official endorsement', '8th Summit of the Non-Aligned Movement']) {
      expect(text).toContain(withoutSpaces(shown));
    }
    await page.emulateMedia({ media: 'print' });
    const width = landscape ? 1040 : 718;
    await page.setViewportSize({ width, height: landscape ? 718 : 1040 });
    const boxes = await Promise.all(['.timeline__drawing', '.place-map', '.event-list'].map((one) => boxOf(page.locator(one).first())));
    const [timeline, places, list] = boxes;
    // The whole line is on the sheet, and all before the list.
    expect(timeline!.width).toBeGreaterThan(width * 0.85);
    expect(timeline!.x + timeline!.width).toBeLessThanOrEqual(width);
    expect(places!.width).toBeGreaterThan(300);
    expect(timeline!.y).toBeLessThan(places!.y);
    expect(places!.y + places!.height).toBeLessThanOrEqual(list!.y);
    for (const control of ['.timeline__overview', '.timeline__buttons']) await expect(page.locator(control)).toBeHidden();
  });
}
