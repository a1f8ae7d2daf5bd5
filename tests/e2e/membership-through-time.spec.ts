// A reader asks who belonged in a year, and watches the membership grow.

import type { Locator, Page } from '@playwright/test';

import { members, read } from './data';
import type { Directory } from './directory';
import { needs } from './engine';
import { axe, expect, test } from './fixtures';
import { expectNothingCut } from './fits';

interface Dated {
  joined: string;
  left: string;
  names: Record<string, string>;
}

const network = read<{ former_members: Dated[]; data: { date: string } }>('../../public/data/network.json');

const yearOf = (date: string) => Number(date.slice(0, 4));
/** The year of the data, which is the present. */
const present = yearOf(network.data.date);
const formerIn = (year: number) =>
  network.former_members.filter(({ joined, left }) => yearOf(joined) <= year && year < yearOf(left));
const wasAbsent = ({ absent_from, absent_until }: { absent_from?: string; absent_until?: string }, year: number) =>
  absent_from && absent_until && yearOf(absent_from) <= year && year <= yearOf(absent_until);
const belongs = (member: (typeof members)[number], year: number) =>
  member.status === 'member' && member.joined && yearOf(member.joined) <= year && !wasAbsent(member, year);
const membersIn = (year: number) => members.filter((member) => belongs(member, year)).length + formerIn(year).length;

/** The band of the year. */
class Years {
  readonly link: Locator;
  readonly slider: Locator;
  readonly close: Locator;

  constructor(readonly page: Page) {
    this.link = page.getByRole('link', { name: 'Through time' });
    this.slider = page.getByRole('slider', { name: 'Year' });
    this.close = page.getByRole('link', { name: 'Back to today' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Expects that slider, words and address say this year. */
  async expectYear(directory: Directory, year: number): Promise<void> {
    await directory.expectParameters({ year: String(year) });
    await expect(this.slider).toHaveValue(String(year));
    await expect(this.slider).toHaveAttribute('aria-valuetext', `${year}: ${membersIn(year)} member states`);
    await expect(this.page.locator('.year-slider__summary')).toHaveText(`${year} ${membersIn(year)} member states`);
  }
}

test.use({ viewport: { width: 1280, height: 860 } });

test('who was a member in 1975 is found by the keyboard, and the address holds it', { tag: '@journey' }, async ({ directory, page }) => {
  const years = new Years(page);
  await directory.open();
  await years.link.focus();
  await page.keyboard.press('Enter');
  await years.expectYear(directory, present);
  await expect(directory.rows).toHaveCount(members.length);

  await years.slider.focus();
  await page.keyboard.press('Home');
  await years.expectYear(directory, 1961);
  for (let year = 1962; year <= 1975; year += 1) await page.keyboard.press('ArrowRight');
  await years.expectYear(directory, 1975);
  await expect(years.slider).toBeFocused();

  // One observer of that time is known: the list holds it beside the members.
  await expect(directory.sentence).toHaveText(`All ${membersIn(1975) + 1}: states, at the end of 1975, by name`);
  const former = page.locator('.former-rows');
  await expect(page.locator('#results .member-list__row:not([hidden])')).toHaveCount(membersIn(1975) + 1 - formerIn(1975).length);
  await expect(former.locator('.member-list__name')).toHaveText(formerIn(1975).map(({ names }) => names.en!).sort());
  await expect(directory.row('ago')).toBeHidden();
  await expect(directory.row('dza')).toBeVisible();
  await expect(directory.legend.getByRole('link', { name: 'Europe' })).toHaveText(/2$/);
  await expect(page.getByText('13 states are not shown')).toBeVisible();

  // Angola joined a year later, Yugoslavia had seven outlines of today.
  const coloured = (region: number) => page.locator(`#map path.shade--region-${region}:not([data-faded])`);
  await expect(directory.onMap('dza')).toBeVisible();
  await expect(directory.onMap('ago')).toBeHidden();
  await expect(coloured(4)).toHaveCount(8);

  const shown = await directory.shown();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  expect(await directory.shown()).toEqual(shown);
  await years.expectYear(directory, 1975);
});

test('going from year to year makes no steps that "back" would have to undo', async ({ directory, page }) => {
  const years = new Years(page);
  await directory.open('?region=africa');
  await years.link.click();
  // Not a filter among others: the band itself says it, and takes it away.
  await expect(directory.chips).toHaveText([/Africa$/]);
  await years.slider.fill('1980');
  await years.button('One year back').click();
  await directory.expectParameters({ region: 'africa', year: '1979' });
  await expect(directory.sentence).toContainText('states in Africa, at the end of 1979');
  await page.goBack();
  await directory.expectParameters({ region: 'africa' });
});

test('the address comes to the last year though the browser refuses some', async ({ directory, page }) => {
  // As WebKit does with more than 100 in 10 seconds.
  await page.addInitScript(() => {
    const replaceState = history.replaceState.bind(history);
    let calls = 0;
    history.replaceState = (...change) => {
      calls += 1;
      if (calls <= 3) throw new DOMException('too many calls', 'SecurityError');
      replaceState(...change);
    };
  });
  await directory.open('?year=1975');
  const { slider } = new Years(page);
  await slider.focus();
  for (let step = 0; step < 8; step += 1) await slider.press('ArrowRight');
  await expect(page).toHaveURL(/year=1983/, { timeout: 20_000 });
});

test('the band closes, and the reader stays where it was opened', async ({ directory, page }) => {
  const years = new Years(page);
  await directory.open('?year=1975&region=africa');
  await years.close.focus();
  await page.keyboard.press('Enter');
  await directory.expectParameters({ region: 'africa' });
  await expect(years.slider).toBeHidden();
  await expect(years.link).toBeFocused();
});

test('a past year shows nothing of today as if it were of then', async ({ directory, page }) => {
  const years = new Years(page);
  const seats = page.locator('.member-list__figure').filter({ hasText: 'seat' }).filter({ visible: true });
  const menu = (name: string) => page.locator('.filters summary').filter({ hasText: name });
  await directory.open('?structure=bicameral&sort=seats&year=1975');
  await expect(directory.sentence).toHaveText(`All ${membersIn(1975) + 1}: states, at the end of 1975, by name`);
  await expect(seats).toHaveCount(0);
  await expect(directory.row('dza')).toContainText('joined 1961 · host in 1973');
  await expect(directory.row('dza')).not.toContainText('Algiers', { useInnerText: true });
  await expect(menu('Region')).toHaveCount(1);
  await expect(menu('Structure')).toHaveCount(0);
  await expect(page.getByText('Names, borders and outlines are those of today')).toBeVisible();
  await expect(page.locator('.world-map__disclaimer')).toContainText('Outlines are those of today.');
  await expect(page.getByText('South Sudan: part of Sudan until 9 July 2011')).toBeVisible();

  await expect(directory.onMap('dza')).toHaveAttribute('aria-label', 'Algeria');

  await years.slider.fill(String(present));
  await expect(seats.first()).toBeVisible();
  await expect(page.getByText('Names, borders and outlines are those of today')).toBeHidden();
  await expect(page.locator('.world-map__disclaimer')).not.toContainText('Outlines are those of today.');
});

test.describe('without the events', () => {
  test.use({ expectedErrors: /Failed to load resource|net::ERR/ });

  test('a past year shows all but who was host', async ({ directory, page }) => {
    await page.route(/events[^/]*\.json/, (route) => route.abort());
    await directory.open('?year=1975');
    await new Years(page).expectYear(directory, 1975);
    await expect(directory.row('dza')).toContainText('joined 1961');
    await expect(directory.row('dza')).not.toContainText('host in');
  });
});

test('the table of a past year has no column of today', async ({ directory, page }) => {
  await directory.open('?view=table&year=1975');
  const heads = page.locator('.member-table thead th').filter({ visible: true });
  await expect(heads).toHaveText(['Name', 'Region', 'Joined']);
});

test('the first and the last year are the ends', async ({ directory, page }) => {
  const years = new Years(page);
  await directory.open('?year=1961');
  await expect(years.button('One year back')).toHaveAttribute('aria-disabled', 'true');
  await years.button('One year back').focus();
  await page.keyboard.press('Enter');
  await years.expectYear(directory, 1961);
  await years.button('One year on').click();
  await years.expectYear(directory, 1962);
  await expect(years.button('One year back')).not.toHaveAttribute('aria-disabled');
});

test('who left is found by name, with its dates and the page of who followed', async ({ directory, page }) => {
  await directory.open('?q=yemen&year=1989');
  await expect(directory.sentence).toContainText('2 of');
  const former = page.locator('.former-rows');
  await expect(former).toContainText('1970–1990');
  // Its sources can be pressed, though all of the row leads on.
  await former.getByRole('link', { name: /Correlates of War/ }).first().click({ trial: true });
  await former.getByRole('link', { name: 'Open the page of Yemen' }).first().click();
  await expect(directory.sentence).toHaveText('Yemen');
});

test('the years play until the end, and begin anew from there', async ({ directory, page }) => {
  const years = new Years(page);
  await page.clock.install();
  await directory.open(`?year=${present - 3}`);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await years.button('Play the years').click();
  await expect(years.button('Pause')).toBeVisible();
  await page.clock.runFor(500);
  await years.expectYear(directory, present - 3);
  await page.clock.runFor(100);
  await expect(years.slider).toHaveValue(String(present - 2));
  // The address follows in a pause.
  await page.clock.runFor(250);
  await years.expectYear(directory, present - 2);
  await page.clock.runFor(600);
  await years.expectYear(directory, present - 1);
  // Nobody is told each year by word of mouth.
  await expect(directory.status).toHaveText('');
  await page.clock.runFor(600);
  await years.expectYear(directory, present);
  await expect(years.button('Play the years')).toBeVisible();
  // It is said once what is shown has stood for a moment.
  await page.clock.runFor(1000);
  await expect(directory.status).toHaveText(`All ${members.length}: parliaments, by name`);

  await years.button('Play the years').click();
  await page.clock.runFor(250);
  await years.expectYear(directory, 1961);
  await page.clock.runFor(600);
  await years.expectYear(directory, 1962);
  await years.button('Pause').click();
  await page.clock.runFor(5000);
  await years.expectYear(directory, 1962);

  // Who takes the slider has taken over.
  await years.button('Play the years').click();
  await years.slider.fill('1975');
  await page.clock.runFor(5000);
  await years.expectYear(directory, 1975);
});

test('the map stands still while the years go by', async ({ directory, page }) => {
  const years = new Years(page);
  await directory.open('?region=europe&year=1990');
  const drawn = await page.locator('#map svg > g').first().getAttribute('transform');
  await years.slider.fill('2020');
  await directory.expectParameters({ region: 'europe', year: '2020' });
  await expect(page.locator('#map svg > g').first()).toHaveAttribute('transform', drawn ?? '');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing plays, and the steps are there', async ({ directory, page }) => {
    needs('a medium');
    const years = new Years(page);
    await directory.open('?year=1975');
    await expect(years.button('Play the years')).toBeHidden();
    await years.button('One year on').click();
    await years.expectYear(directory, 1976);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  needs('a finger');

  test('the years wait behind the filters, and the rows of who left lead on', async ({ directory, page }) => {
    const years = new Years(page);
    await directory.open();
    await expect(years.link).toBeHidden();
    await page.getByRole('button', { name: 'Filter, sort' }).tap();
    await years.link.tap();
    await years.slider.fill('1975');
    await years.expectYear(directory, 1975);
    await expectNothingCut(page);
    const former = page.locator('.former-rows');
    await former.getByRole('link', { name: /Correlates of War/ }).first().tap({ trial: true });
    await directory.expectParameters({ year: '1975' });
    await former.getByRole('link', { name: 'Open the page of Argentina' }).tap();
    await expect(directory.sentence).toHaveText('Argentina');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 860 }, { width: 390, height: 844 }]) {
    test.describe(`${colorScheme}, ${viewport.width} pixels`, () => {
      test.use({ colorScheme, viewport });

      test('the band and the rows of who left are accessible', async ({ directory, page }) => {
        await directory.open('?year=1975');
        await expect(page.locator('.former-rows')).toBeAttached();
        await axe(page);
      });
    });
  }
}

test('time runs as the language is written', async ({ directory, page }) => {
  for (const [folder, isRightToLeft] of [['', false], ['ar/', true]] as const) {
    await page.goto(`./${folder}?year=1970`);
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    const slider = page.getByRole('slider');
    const middle = async (part: Locator) => {
      const box = await part.boundingBox();
      return box ? box.x + box.width / 2 : 0;
    };
    // A seventh of the way: before the middle, wherever that is.
    const [mark, whole] = [await middle(page.locator('.growth__mark')), await middle(slider)];
    expect(mark > whole).toBe(isRightToLeft);
    await slider.focus();
    await page.keyboard.press(isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
    await directory.expectParameters({ year: '1971' });
    await expectNothingCut(page);
  }
});
