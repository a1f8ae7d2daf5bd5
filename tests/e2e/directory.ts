// The directory as a reader uses it: what is on the page, and what can be done.

import { expect, type Locator, type Page, type Response } from '@playwright/test';

/** Opens a page and waits until the program has taken it over. */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const answer = await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  return answer;
}

/** The link to the events in the head of every page. */
export function linkToEvents(page: Page): Locator {
  return page.getByRole('link', { name: 'Events', exact: true });
}

/** The directory's page; also its frame, which every page has. */
export class Directory {
  readonly search: Locator;
  /** "47 of 138: …" */
  readonly sentence: Locator;
  /** What screen readers are told. */
  readonly status: Locator;
  readonly rows: Locator;
  readonly names: Locator;
  readonly chips: Locator;
  readonly table: Locator;
  /** The part of the map that is moved, and that takes the keys. */
  readonly map: Locator;
  readonly tip: Locator;
  readonly legend: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole('textbox', { name: 'Search the directory' });
    this.sentence = page.getByRole('heading', { level: 1 });
    this.status = page.getByRole('status');
    this.rows = page.locator('.member-list__row:not([hidden])');
    this.names = this.rows.locator('.member-list__name');
    this.chips = page.getByRole('list', { name: 'Filters in force' }).getByRole('link');
    this.table = page.getByRole('region', { name: 'Results as a table' });
    this.map = page.locator('#map');
    this.tip = page.locator('.map-tooltip__box');
    this.legend = page.getByRole('list', { name: 'Legend' });
  }

  /** Opens the directory at a query such as `?region=africa`. */
  async open(query = ''): Promise<void> {
    await visit(this.page, `./${query}`);
    await expect(this.search).toBeVisible();
  }

  /** The row of a member, by its id. */
  row(id: string): Locator {
    return this.page.locator(`#row-${id}`);
  }

  /** The link in a row that selects its member. */
  select(id: string): Locator {
    return this.row(id).locator('.member-list__select');
  }

  /** The same link on a page that the program has not taken over, by the end of the member's address. */
  selectAsSent(slug: string): Locator {
    return this.page.locator(`.member-list__select[href*="members/${slug}/"]`);
  }

  /** A member on the map, by its id. */
  onMap(id: string): Locator {
    return this.page.locator(`#map-${id}`);
  }

  /** A menu by the words that its button begins with. */
  menu(label: string): Locator {
    return this.page.locator('details.menu').filter({ has: this.button(label) });
  }

  /** The button of a menu. */
  button(label: string): Locator {
    return this.page.locator('summary', { hasText: new RegExp(`^\\s*${label}`) });
  }

  /** A value of a filter, in its open menu. */
  option(menu: string, value: string): Locator {
    return this.menu(menu).getByRole('link', { name: new RegExp(`^${value}\\s+\\d+`) });
  }

  /** Opens a menu, where it is not open yet. */
  async unfold(menu: string): Promise<void> {
    if ((await this.menu(menu).getAttribute('open')) === null) await this.button(menu).click();
  }

  /** Opens a menu and chooses one of its values. */
  async choose(menu: string, value: string): Promise<void> {
    await this.unfold(menu);
    await this.option(menu, value).click();
  }

  /** The cells of the table under one of its heads. */
  async column(head: string): Promise<string[]> {
    const heads = await this.table.getByRole('columnheader').allTextContents();
    const place = heads.findIndex((text) => text.trim() === head);
    return this.table.locator(`tbody tr > :nth-child(${place + 1})`).allTextContents();
  }

  /** Orders the results by the menu. */
  async sortBy(order: string): Promise<void> {
    await this.button('Sort').click();
    await this.menu('Sort').getByRole('link', { name: order }).click();
  }

  /** What the address asks for. */
  parameters(): Record<string, string> {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }

  /** Expects that the address asks for exactly this. */
  async expectParameters(expected: Record<string, string>): Promise<void> {
    await expect.poll(() => this.parameters()).toEqual(expected);
  }

  /** Expects that this member is selected, in the list and on the map, and in view in both. */
  async expectSelected(id: string): Promise<void> {
    await expect.poll(() => this.parameters().selected).toBe(id);
    await expect(this.select(id)).toHaveAttribute('aria-current', 'true');
    await expect(this.row(id)).toBeInViewport({ ratio: 0.99 });
    await expect(this.onMap(id)).toHaveAttribute('aria-current', 'true');
    await this.expectOnMap(id);
  }

  /** Expects that a member stands inside the map's panel. */
  async expectOnMap(id: string): Promise<void> {
    await expect.poll(async () => inside(await this.pointOf(id), await boxOf(this.map))).toBe(true);
  }

  /** Where a member can be hit, in pixels of the window. */
  async pointOf(id: string): Promise<Point> {
    return middle(await boxOf(this.onMap(id).locator('circle').first()));
  }

  /** How strongly the map is enlarged: a scale that only comparisons should use. */
  async scale(): Promise<number> {
    const transform = await this.map.locator('svg > g').first().getAttribute('transform');
    return Number(/scale\(([\d.]+)\)/.exec(transform ?? '')?.[1]);
  }

  /** Everything that says what is shown, to compare two views of one address. */
  async shown(): Promise<Shown> {
    return {
      names: await this.names.allTextContents(),
      sentence: await this.sentence.innerText(),
      title: await this.page.title(),
      chips: await this.chips.allInnerTexts(),
    };
  }
}

/** What a view of the directory says. */
export interface Shown {
  names: string[];
  sentence: string;
  title: string;
  chips: string[];
}

/** A place in the window, pixels. */
export interface Point {
  x: number;
  y: number;
}

interface Box extends Point {
  width: number;
  height: number;
}

/** Where an element stands in the window. */
export function boxOf(element: Locator): Promise<Box> {
  // Playwright's own waits until the element is drawn, which an invisible circle never is.
  return element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/** The middle of a box. */
export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Whether a point stands in a box. */
export function inside({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
