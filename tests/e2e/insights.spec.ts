// The figures of the page of insights, worked out again from the data files, and
// what a reader does with them.

import type { Page } from '@playwright/test';

import { type Chamber, events, members, parliament, read } from './data';
import { visit } from './directory';
import { axe, expect, test } from './fixtures';

interface Network {
  regions: { id: string; names: Record<string, string> }[];
  countries: { id: string; region?: string }[];
  former_members: { id: string; region: string }[];
  data: { date: string };
}

const network: Network = read('../../public/data/network.json');
const regions = network.regions.map(({ id, names }) => ({ id, name: names.en ?? '' }));

const states = members.map((member) => {
  const own = parliament(member.id);
  const sits = ['functioning', 'transitional'].includes(own.status);
  const chambers = sits ? (own.chambers ?? []) : [];
  const seats = chambers.map((chamber) => chamber.seats);
  return {
    ...member,
    next: sits ? own.next_election : undefined,
    structure: sits && own.structure.endsWith('cameral') ? own.structure : 'none',
    chambers,
    seats: seats.length > 0 && seats.every((number) => number !== undefined) ? seats.reduce((sum, number) => sum + number, 0) : undefined,
  };
});
type State = (typeof states)[number];

/** The groups of most tables, by the names that they have there. */
const groups: [string, State[]][] = [
  ['All members', states.filter(({ status }) => status === 'member')],
  ...regions.map(({ id, name }): [string, State[]] => [name, states.filter(({ status, region }) => status === 'member' && region === id)]),
  ['Observers', states.filter(({ status }) => status === 'observer')],
];
const own = groups[0]?.[1] ?? [];

/** The rows of a section's table, as a reader sees them. */
async function table(page: Page, id: string): Promise<string[][]> {
  return page.locator(`#${id} tbody tr`).evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())));
}

const percent = (share: number) => `${share.toFixed(1)}%`;

/** Counted, both averages, and how many have both numbers of seats. */
function averages(chambers: (Chamber | undefined)[]): string[] {
  const shares = chambers.flatMap((chamber) => chamber?.women_share ?? []);
  const both = chambers.filter((chamber) => chamber?.women_share !== undefined && chamber.women !== undefined && chamber.filled !== undefined);
  const sum = (field: 'women' | 'filled') => both.reduce((total, chamber) => total + (chamber?.[field] ?? 0), 0);
  if (shares.length === 0) return ['0', 'No figure', 'No figure', '0'];
  return [
    `${shares.length}`,
    percent(shares.reduce((total, share) => total + share, 0) / shares.length),
    sum('filled') ? percent((sum('women') * 100) / sum('filled')) : 'No figure',
    `${both.length}`,
  ];
}

const chamber = (state: State, kind: string) => state.chambers.find((one) => one.kind === kind);

test.beforeEach(async ({ page }) => {
  await visit(page, './insights/');
});

test('averages of women are those of the data', async ({ page }) => {
  expect(await table(page, 'women')).toEqual(groups.map(([name, all]) => [name, ...averages(all.map(({ chambers }) => chambers[0]))]));
  const kinds = [['Single chamber', 'single'], ['Lower chamber', 'lower'], ['Upper chamber', 'upper']] as const;
  expect(await table(page, 'women-by-chamber')).toEqual(kinds.map(([name, kind]) => [name, ...averages(own.map((state) => chamber(state, kind)))]));
  const share = ({ chambers }: State) => chambers[0]?.women_share;
  const between = (from: number, to: number) => `${own.filter((state) => (share(state) ?? -1) >= from && (share(state) ?? -1) < to).length}`;
  expect((await table(page, 'women-spread')).map(([, count]) => count)).toEqual([
    between(0, 10), between(10, 20), between(20, 30), between(30, 40), between(40, 101),
    `${own.filter((state) => share(state) === undefined).length}`,
  ]);
});

test('ranks are those of the data', async ({ page }) => {
  const ranked = (figure: (state: State) => number | undefined, said: (number: number) => string) => {
    const known = own.filter((state) => figure(state) !== undefined);
    const of = (state: State) => figure(state) ?? Number.NaN;
    return known.map((state) => {
      const place = known.filter((other) => of(other) > of(state)).length + 1;
      const sharing = known.filter((other) => of(other) === of(state)).length;
      return [state.names.en, `${sharing > 1 ? '=' : ''}${place}`, said(of(state))].join('|');
    }).sort();
  };
  const shown = async (id: string) => (await table(page, id)).map((row) => row.slice(0, 3).join('|')).sort();
  expect(await shown('women-rank')).toEqual(ranked(({ chambers }) => chambers[0]?.women_share, percent));
  expect(await shown('size-rank')).toEqual(ranked(({ seats }) => seats, (seats) => seats.toLocaleString('en-GB')));
});

test('sizes, structures, terms, decades and memberships are those of the data', async ({ page }) => {
  const count = (all: State[], has: (state: State) => boolean) => `${all.filter(has).length}`;
  const bounds = [[0, 49], [50, 99], [100, 199], [200, 399], [400, Infinity]] as const;
  expect(await table(page, 'sizes')).toEqual(groups.map(([name, all]) => [
    name,
    ...bounds.map(([from, to]) => count(all, ({ seats }) => seats !== undefined && seats >= from && seats <= to)),
    count(all, ({ seats }) => seats === undefined),
  ]));
  expect(await table(page, 'structures')).toEqual(groups.map(([name, all]) => [
    name, ...['unicameral', 'bicameral', 'none'].map((structure) => count(all, (state) => state.structure === structure)),
  ]));
  const terms = [...new Set(own.map(({ chambers }) => chambers[0]?.term))].sort((one, other) => (one ?? 99) - (other ?? 99));
  const systems = await table(page, 'terms');
  const totals = systems.pop();
  expect(totals).toEqual(['Total', ...terms.map((term) => count(own, ({ chambers }) => chambers[0]?.term === term)), `${own.length}`]);
  const ways: Record<string, string> = {
    'Plurality or majority': 'plurality-majority', 'Proportional representation': 'proportional-representation', 'Mixed system': 'mixed',
    Appointed: 'appointed', 'Indirect election': 'indirect-election', 'Indirect election and appointment': 'indirect-election-and-appointment', Other: 'other',
  };
  expect(systems.length).toBeGreaterThan(4);
  for (const [name = '', ...cells] of systems) {
    const elected = own.filter(({ chambers }) => chambers[0]?.electoral_system === ways[name]);
    expect(cells, name).toEqual([...terms.map((term) => count(elected, ({ chambers }) => chambers[0]?.term === term)), `${elected.length}`]);
  }
  const decades = new Map<string, number>();
  for (const { joined } of own) {
    const decade = joined ? `${joined.slice(0, 3)}0s` : 'No date of joining';
    decades.set(decade, (decades.get(decade) ?? 0) + 1);
  }
  expect(await table(page, 'joined')).toEqual([...decades].sort().map(([decade, number]) => [decade, `${number}`]));
  const organisations: { id: string; abbreviation?: string }[] = read('../../public/data/organisations.json');
  const heads = await page.locator('#memberships thead th').allInnerTexts();
  const belongs = (state: State, short?: string) => {
    const id = organisations.find(({ abbreviation }) => abbreviation === short)?.id;
    return (state.memberships ?? []).some(({ organisation, status }) => organisation === id && status === 'member');
  };
  expect(await table(page, 'memberships')).toEqual(groups.map(([name, all]) => [
    name, `${all.length}`,
    ...heads.slice(2).map((short) => count(all, (state) => belongs(state, short.trim()))).map((number) => (number === '0' ? '' : number)),
  ]));
});

test('elections and hosts are those of the data', async ({ page }) => {
  const [year = 0, month = 0] = network.data.date.split('-').map(Number);
  const months = Array.from({ length: 24 }, (_, ahead) => new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 7));
  const expected = months.flatMap((of) => {
    const voting = own.filter(({ next }) => next?.startsWith(of));
    const name = new Date(`${of}-01T00:00Z`).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC', year: 'numeric' });
    return voting.length > 0 ? [[name, `${voting.length}`]] : [];
  });
  expect((await table(page, 'elections')).map((row) => row.slice(0, 2))).toEqual(expected);
  await expect(page.locator('.months > li')).toHaveCount(24);
  const past = own.filter(({ next }) => next && next.slice(0, 7) < (months[0] ?? ''));
  await expect(page.locator('#elections > p a')).toHaveText(`${past.length}`);

  const regionOf = (country?: string) =>
    members.find(({ id }) => id === country)?.region ?? [...network.countries, ...network.former_members].find(({ id }) => id === country)?.region;
  const held = events.filter(({ state }) => state === 'held');
  const decades = [...new Set(events.map(({ start }) => `${start.slice(0, 3)}0s`))].sort();
  const row = (name: string, all: typeof held) => [name, ...decades.map((decade) => `${all.filter(({ start }) => decade.startsWith(start.slice(0, 3))).length}`), `${all.length}`];
  expect(await table(page, 'hosts')).toEqual([
    ...regions.map(({ id, name }) => row(name, held.filter(({ country }) => regionOf(country) === id))),
    row('Total', held),
  ]);
});

test('a bar, a dot and a cell lead to the list of those they count', async ({ page }) => {
  await page.getByRole('link', { name: /^Africa \(Counted: \d+\)/ }).first().click();
  const africa = own.filter(({ chambers, region }) => region === 'africa' && chambers[0]?.women_share !== undefined);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${africa.length} of ${members.length}: member parliaments in Africa`);
  await expect(page.locator('.member-list__row:not([hidden])')).toHaveCount(africa.length);
  await page.goBack();
  await page.locator('#sizes circle').first().click({ force: true });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Seats: ');
  await page.goBack();
  await page.locator('#hosts tbody a').first().click();
  await expect(page).toHaveURL(/events\/\?.*state=held/);
});

test('pictures are read without seeing them, and by keyboard', async ({ page }) => {
  for (const details of await page.locator('.insight details').all()) await details.locator('summary').first().click();
  await axe(page);
  await page.locator('#women svg a').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/women=0-/);
});
