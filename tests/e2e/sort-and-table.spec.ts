// A reader compares parliaments and takes the rows away.

import { check } from '@placemarkio/check-geojson';
import { isFeatureCollection } from 'geojson-validation';

import { members } from './data';
import { cells, exported } from './exports';
import { expect, test } from './fixtures';

/** The numbers that rows show; those without one count as less than any. */
function numbers(texts: string[]): number[] {
  return texts.map((text) => Number.parseFloat(/[\d.,]+/.exec(text)?.[0].replaceAll(',', '') ?? '-1'));
}

function falling(values: number[]): number[] {
  return values.toSorted((a, b) => b - a);
}

for (const [order, sort, unit] of [
  ['Seats', 'seats', /^[\d,]+ seats$|^not known$|^does not sit$/],
  ['Share of women', 'women', /^\d+\.\d% women$|^not known$|^does not sit$/],
] as const) {
  test(`by ${order.toLowerCase()}, the largest first and the unknown last`, async ({ directory }) => {
    await directory.open();
    await directory.sortBy(order);
    await directory.expectParameters({ sort });
    const figures = directory.rows.locator('.member-list__figure');
    await expect(figures.first()).toHaveText(unit);
    const shown = await figures.allTextContents();
    for (const figure of shown) expect(figure).toMatch(unit);
    const values = numbers(shown);
    expect(values).toEqual(falling(values));
    expect(values.at(-1)).toBe(-1);
  });
}

test('by date of joining, the earliest first and those without a date last', async ({ directory }) => {
  await directory.open('?sort=joined');
  const dated = members.filter((member) => member.joined).length;
  const figures = await directory.rows.locator('.member-list__figure').allTextContents();
  const years = figures.slice(0, dated).map((figure) => Number(/\d{4}/.exec(figure)?.[0]));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  expect(new Set(figures.slice(dated))).toEqual(new Set(['not known']));
});

test('the table says by what it is ordered, and its heads order it', async ({ directory, page }) => {
  await directory.open('?region=africa');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
  await directory.expectParameters({ region: 'africa', view: 'table' });
  const head = (name: string) => directory.table.getByRole('columnheader', { name });
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending');
  await head('Seats').getByRole('link').click();
  await expect(head('Seats')).toHaveAttribute('aria-sort', 'descending');
  await expect(directory.table.locator('[aria-sort]')).toHaveCount(1);
  await expect(directory.sentence).toHaveText('54 of 138: parliaments in Africa, by seats');
  const values = numbers(await directory.column('Seats'));
  expect(values).toHaveLength(54);
  expect(values).toEqual(falling(values));
});

test('list and table hold the same members in the same order', async ({ directory, page }) => {
  await directory.open('?structure=bicameral&sort=women');
  const listed = await directory.names.allTextContents();
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
  await expect(directory.table.getByRole('rowheader').getByRole('link')).toHaveText(listed);
});

test('a row of the table opens the member', async ({ directory, page }) => {
  await directory.open('?view=table&region=africa');
  await directory.table.getByRole('link', { name: 'Botswana' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Botswana');
});

test('exports hold the rows shown, in their order, with their sources', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open('?region=africa&structure=bicameral&sort=seats');
  const shown = await directory.names.allTextContents();

  const csv = await exported(page, /^CSV, \d+ rows/);
  expect(csv.name).toMatch(/\.csv$/);
  const [header, ...rows] = csv.text.trim().split('\r\n').map(cells);
  expect(rows.map((row) => row[header.indexOf('name')])).toEqual(shown);

  const json = await exported(page, /^JSON, \d+ rows/);
  expect(json.name).toMatch(/\.json$/);
  const { about, members: records } = JSON.parse(json.text);
  expect(records.map((record: { name: string }) => record.name)).toEqual(shown);
  expect(about.sentence).toBe(await directory.sentence.innerText());
  const named = new Set(about.sources.map((source: { id: string }) => source.id));
  const used = rows.flatMap((row) => row[header.indexOf('sources')].split(/[ ;,]+/));
  for (const source of used) expect(named).toContain(source);
  for (const source of about.sources) expect(source.licence, source.id).toBeTruthy();

  const geojson = await exported(page, /^GeoJSON/);
  expect(geojson.name).toMatch(/\.geojson$/);
  // It fails on a ring that is open, a foreign geometry, a coordinate out of range.
  const { features } = check(geojson.text) as { features: { properties: { name: string }; geometry: { type: string } }[] };
  expect(isFeatureCollection(JSON.parse(geojson.text), true)).toEqual([]);
  expect(features.map(({ properties }) => properties.name)).toEqual(shown);
  expect(features.map(({ geometry }) => geometry.type)).toEqual(shown.map(() => 'MultiPolygon'));
  const { about: aboutMap } = JSON.parse(geojson.text);
  expect(aboutMap.sources).toEqual(about.sources);
  await expect(page.locator('.world-map__disclaimer')).toContainText(aboutMap.boundaries);

  const notes = await exported(page, /^Sources and licences/);
  expect(notes.text).toContain(page.url());
  for (const source of named) expect(notes.text).toContain(`- ${source}:`);
});
