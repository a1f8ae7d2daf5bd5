// A view of the directory is printed as it is chosen, with what is to be known of it.

import { boxOf } from './directory';
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
