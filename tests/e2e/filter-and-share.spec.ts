// A reader narrows the directory down and sends the link to someone.

import { members, parliament } from './data';
import { Directory } from './directory';
import { needs } from './engine';
import { expect, test } from './fixtures';
import { visit } from './directory';

const african = members.filter((member) => member.region === 'africa');
const bicameral = african.filter((member) => parliament(member.id).structure === 'bicameral');

test('filters combine, and what they show can be shared', async ({ directory, page, browser, baseURL }) => {
  needs('another window');
  await directory.open();
  await directory.choose('Region', 'Africa');
  await expect(directory.rows).toHaveCount(african.length);
  await directory.choose('Structure', 'Bicameral');
  await expect(directory.rows).toHaveCount(bicameral.length);
  const sentence = `${bicameral.length} of 138: bicameral parliaments in Africa, by name`;
  await expect(directory.sentence).toHaveText(sentence);
  await expect(directory.status).toHaveText(sentence);
  await expect(page).toHaveTitle(new RegExp(`^${sentence} – `));
  await expect(directory.chips).toHaveText([/Africa/, /Bicameral/, /Clear all/]);
  const shared = await directory.shown();
  expect(new Set(shared.names)).toEqual(new Set(bicameral.map((member) => member.names.en)));

  const elsewhere = await browser.newContext({ baseURL });
  const other = new Directory(await elsewhere.newPage());
  await visit(other.page, page.url());
  await expect(other.rows).toHaveCount(bicameral.length);
  await expect(other.page).toHaveTitle(shared.title);
  expect(await other.shown()).toEqual(shared);
  await elsewhere.close();

  await page.reload();
  await expect(directory.rows).toHaveCount(bicameral.length);
  expect(await directory.shown()).toEqual(shared);
});

test('back and forward walk the choices', { tag: '@journey' }, async ({ directory, page }) => {
  await directory.open();
  await directory.choose('Region', 'Africa');
  await directory.expectParameters({ region: 'africa' });
  await directory.choose('Structure', 'Bicameral');
  await expect(directory.rows).toHaveCount(bicameral.length);
  await page.goBack();
  await expect(directory.rows).toHaveCount(african.length);
  await expect(directory.chips).toHaveText([/Africa/]);
  await page.goBack();
  await expect(directory.rows).toHaveCount(138);
  await page.goForward();
  await page.goForward();
  await expect(directory.rows).toHaveCount(bicameral.length);
  await expect(directory.sentence).toContainText('bicameral parliaments in Africa');
});

test('each count tells what choosing gives', { tag: '@journey' }, async ({ directory }) => {
  await directory.open('?status=member');
  for (const [menu, value] of [
    ['Region', 'Western Africa'],
    ['Structure', 'Unicameral'],
    ['IPU membership', 'Member'],
    ['Joined', '1970s'],
  ]) {
    await directory.unfold(menu);
    const told = await directory.option(menu, value).locator('.option__count').textContent();
    await directory.choose(menu, value);
    await expect(directory.rows).toHaveCount(Number.parseInt(told ?? '', 10));
  }
  await expect(directory.chips).toHaveCount(6);
});

test('the menu stays open, so that several values can be chosen', async ({ directory }) => {
  await directory.open();
  await directory.choose('Joined', '1960s');
  await expect(directory.option('Joined', '1970s')).toBeVisible();
  await directory.option('Joined', '1970s').click();
  await directory.expectParameters({ joined: '1960s,1970s' });
  await expect(directory.button('Joined').locator('.menu__chosen')).toHaveText('2');
});

test('a choice that gives nothing is visibly so', async ({ directory }) => {
  await directory.open('?status=observer');
  await directory.button('Joined').click();
  const option = directory.option('Joined', '1970s');
  await expect(option).toHaveText(/1970s\s*0/);
  const colour = (node: Element) => getComputedStyle(node).color;
  const some = directory.menu('Joined').getByRole('link', { name: /[1-9]\d* results?$/ }).first();
  expect(await option.evaluate(colour)).not.toBe(await some.evaluate(colour));
});

test('a chip takes one filter away, another link all of them', async ({ directory, page }) => {
  await directory.open('?region=africa&structure=bicameral&q=assembly');
  await page.getByRole('link', { name: 'Remove: Bicameral' }).click();
  await directory.expectParameters({ q: 'assembly', region: 'africa' });
  await page.getByRole('link', { name: 'Clear all' }).click();
  await directory.expectParameters({});
  await expect(directory.rows).toHaveCount(138);
  await expect(directory.chips).toHaveCount(0);
});

test('what means nothing in an address is passed over', async ({ directory }) => {
  await directory.open('?region=atlantis&colour=blue&sort=sideways&structure=bicameral,tricameral&at=x');
  await expect(directory.chips).toHaveText([/Bicameral/]);
  await expect(directory.sentence).toContainText('bicameral parliaments, by name');
});
