// Contacts: found, filtered, copied, taken along, printed, and said to be wrong.

import ICAL from 'ical.js';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Locator, Page } from '@playwright/test';

import { contacts, members, read } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { cells, exported } from './exports';
import { axe, expect, test } from './fixtures';
import { expectNothingCut } from './fits';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const row = (page: Page, id: string): Locator => page.locator(`#row-${id}`);
const shown = (page: Page): Locator => page.locator('#contacts > tbody:not([hidden])');
const sentence = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The ids of the members with a contact of this kind. */
function having(kind: string): string[] {
  const ids = contacts.filter((contact) => contact.kind === kind).flatMap(({ member }) => member ?? []);
  return [...new Set(ids)].toSorted();
}

async function ids(page: Page): Promise<string[]> {
  const rows = await shown(page).evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')));
  return rows.toSorted();
}

/** Presses an entry of a menu that is named so. */
async function press(page: Page, entry: RegExp): Promise<void> {
  await page.locator('summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name: entry }).click();
}

test('the e-mail address of a parliament that is named is found, and copied by one key', async ({ page, directory }) => {
  await visit(page, './contacts/');
  await directory.search.fill('jamaca');
  await expect(shown(page)).toHaveCount(1);
  const mail = row(page, 'jam').getByRole('link', { name: 'clerk@japarliament.gov.jm' });
  await expect(mail).toHaveAttribute('href', 'mailto:clerk@japarliament.gov.jm');
  await mail.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await copied(page)).toBe('clerk@japarliament.gov.jm');
});

test('a number is kept as given and dialled in the international form', { tag: '@journey' }, async ({ page }) => {
  await visit(page, './contacts/?q=barbados');
  const phone = row(page, 'brb').getByRole('link', { name: '+1 246 426 3712' });
  await expect(phone).toHaveAttribute('href', 'tel:+12464263712');
  await visit(page, './contacts/?q=cuba');
  await expect(row(page, 'cub')).toContainText('(53 5) 7 869 4266');
  await expect(row(page, 'cub').locator('a[href^="tel:"]')).toHaveCount(0);
});

test('a former name finds, and the row says why', async ({ page, directory }) => {
  await visit(page, './contacts/');
  await directory.search.fill('swaziland');
  await expect(shown(page)).toHaveCount(1);
  await expect(row(page, 'swz')).toContainText('Swaziland');
});

test('only those with a phone number in the Caribbean', async ({ page, directory }) => {
  await visit(page, './contacts/');
  await directory.choose('Contact', 'Has a phone number');
  await expect.poll(() => ids(page)).toEqual(having('phone'));
  await directory.choose('Region', 'Caribbean');
  await expect(sentence(page)).toContainText('with a phone number');
  await expect(sentence(page)).toContainText('in the Caribbean');
  const caribbean = ['brb', 'cub', 'dma', 'grd', 'jam', 'kna', 'lca', 'tto', 'vct'];
  await expect.poll(() => ids(page)).toEqual(caribbean);
  // Two filters, and the link that takes both away.
  await expect(directory.chips).toHaveCount(3);
  await page.reload();
  await expect.poll(() => ids(page)).toEqual(caribbean);
  await page.goBack();
  await expect.poll(() => ids(page)).toEqual(having('phone'));
});

test('what is not verified for twelve months is told from the day of the reader', async ({ page }) => {
  await page.clock.setFixedTime('2031-03-01T12:00:00');
  await visit(page, './contacts/?contact=unverified');
  const all = new Set(contacts.flatMap(({ member }) => member ?? []));
  await expect(shown(page)).toHaveCount(all.size);
  await expect(row(page, 'brb')).toContainText('2021');
});

test('what is on record is counted, and who has nothing is named', async ({ page }) => {
  await visit(page, './contacts/');
  const coverage = page.getByRole('caption');
  for (const [kind, name] of [['website', 'Website'], ['email', 'E-mail'], ['phone', 'Phone'], ['fax', 'Fax'], ['address', 'Postal address']]) {
    await expect(coverage).toContainText(`${name}: ${having(kind).length} of ${members.length}`);
  }
  const none = members.filter(({ id }) => contacts.every(({ member }) => member !== id));
  await expect(page.locator('.contact-coverage').getByRole('link')).toHaveCount(none.length);
  const without = members.length - having('email').length;
  await coverage.getByRole('link', { name: `without: ${without}` }).first().click();
  await expect(shown(page)).toHaveCount(without);
  await expect(sentence(page)).toContainText('without an e-mail address');
  await visit(page, './contacts/?contact=none');
  await expect.poll(() => ids(page)).toEqual(none.map(({ id }) => id).toSorted());
});

test('five are chosen, and taken along as one file of cards', { tag: '@journey' }, async ({ page }) => {
  const chosen = ['brb', 'bwa', 'jam', 'ken', 'tza'];
  await visit(page, './contacts/');
  for (const id of chosen) await row(page, id).getByRole('checkbox').check();
  await expect(page.locator('.shortlist')).toContainText('My list: 5');
  await expect.poll(() => new URL(page.url()).searchParams.get('members')).toBe(chosen.join(','));

  const { name, text } = await exported(page, /^Contact cards/);
  expect(name).toMatch(/^nam-pn-contacts-.*\.vcf$/);
  const cards: [string, [string, object, string, unknown][]][] = ICAL.parse(text) as never;
  const all = (typeof cards[0] === 'string' ? [cards] : cards) as [string, [string, object, string, unknown][]][];
  const uids = all.map(([, properties]) => properties.find(([name]) => name === 'uid')?.[3]);
  expect(uids).toEqual(['brb@nam-pn', 'bwa@nam-pn', 'jam@nam-pn', 'ken@nam-pn', 'ken-lower@nam-pn', 'ken-upper@nam-pn', 'tza@nam-pn']);
  expect(new Set(uids.map((uid) => String(uid).slice(0, 3)))).toEqual(new Set(chosen));
  for (const [, properties] of all) {
    expect(properties.find(([name]) => name === 'kind')?.[3]).toBe('org');
    const [own, parts] = ['fn', 'n'].map((name) => properties.find(([known]) => known === name)?.[3]);
    expect(parts, 'no name of a person').toEqual([own, '', '', '', '']);
    expect(properties.some(([name]) => name === 'photo')).toBe(false);
  }
  await page.reload();
  await expect(row(page, 'ken').getByRole('checkbox')).toBeChecked();
  await page.getByRole('link', { name: 'Empty the list' }).click();
  await expect(row(page, 'ken').getByRole('checkbox')).not.toBeChecked();
});

test('a table and JSON have the contacts of what is shown', async ({ page }) => {
  await visit(page, './contacts/?contact=email');
  const csv = await exported(page, /^CSV, \d+ rows/);
  const [header, ...table] = csv.text.trim().split('\r\n').map(cells);
  const own = having('email');
  const expected = contacts.filter(({ member }) => member && own.includes(member)).map(({ id }) => id);
  expect(table.map((cells) => cells[header.indexOf('id')]).toSorted()).toEqual(expected.toSorted());
  for (const cells of table) expect(cells.join(''), 'no formula').not.toMatch(/^[=+@-]/);
  const phone = table.find((cells) => cells[0] === 'bwa-phone');
  expect(phone?.[header.indexOf('value')]).toBe("'+267 361 6800");
  const json = JSON.parse((await exported(page, /^JSON, \d+ rows/)).text);
  expect(json.contacts).toHaveLength(expected.length);
  expect(json.about.sentence).toBe(await sentence(page).innerText());
});

test('a message is opened to all that are chosen, or their addresses are copied', async ({ page, context }) => {
  needs('DevTools');
  await visit(page, './contacts/?members=bwa,jam');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.enable');
  const opened = new Promise<string>((resolve) => devtools.on('Page.frameRequestedNavigation', ({ url }) => resolve(url)));
  await press(page, /^Write to 2 addresses/);
  expect(await opened).toBe('mailto:?bcc=parliament@gov.bw,clerk@japarliament.gov.jm');
  await page.keyboard.press('Escape');
  await press(page, /^Copy 2 e-mail addresses/);
  expect(await copied(page)).toBe('parliament@gov.bw, clerk@japarliament.gov.jm');
});

test('what is chosen stays in sight and is taken along, whatever the filters', async ({ page }) => {
  needs('a page on paper');
  await visit(page, './contacts/?members=ken&contact=none');
  await expect(row(page, 'ken')).toBeVisible();
  const json = JSON.parse((await exported(page, /^JSON, \d+ rows/)).text);
  expect(json.about.sentence).toBe('My list: Kenya');
  expect(new Set(json.contacts.map(({ id }: { id: string }) => id.slice(0, 3)))).toEqual(new Set(['ken']));
  await page.emulateMedia({ media: 'print' });
  await expect(shown(page).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText('My list: 1')).toBeVisible();
  await expect(sentence(page)).toBeHidden();
});

test('who is chosen in an address and is not known is nobody', async ({ page }) => {
  await visit(page, './contacts/?members=zzz');
  await expect(shown(page)).toHaveCount(members.length);
  await expect(page.locator('.shortlist')).toHaveCount(0);
  const json = JSON.parse((await exported(page, /^JSON, \d+ rows/)).text);
  expect(json.about.sentence).toBe(await sentence(page).innerText());
});

test('a past year, which has no contacts, is said of none', async ({ page }) => {
  await visit(page, './contacts/?year=1975');
  const json = JSON.parse((await exported(page, /^JSON, \d+ rows/)).text);
  expect(json.about.sentence).toBe(await sentence(page).innerText());
});

test('where nobody has a contact there is no card to take', async ({ page }) => {
  await visit(page, './contacts/?contact=none');
  await page.locator('summary', { hasText: 'Write, copy, export' }).click();
  await expect(page.getByRole('button', { name: /^CSV, 0 rows/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Contact cards/ })).toHaveCount(0);
});

test('a name that was nearly found leads to its member', async ({ page }) => {
  await visit(page, './contacts/?q=kenyaaaz');
  await page.getByRole('link', { name: 'Kenya', exact: true }).click();
  await expect(sentence(page)).toHaveText('Kenya');
});

test('what the browser does not copy is shown, to be copied by hand', async ({ page }) => {
  needs('a clipboard');
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await visit(page, './contacts/?members=bwa,jam');
  await press(page, /^Copy 2 e-mail addresses/);
  const said = page.locator('#live-region');
  await expect(said).toContainText('parliament@gov.bw, clerk@japarliament.gov.jm');
  await expect(said).toBeVisible();
  await said.click();
  await expect(said, 'its text can be marked').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toBeHidden();
});

test('labels are printed for those that are chosen', async ({ page }) => {
  needs('a page on paper');
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset.printed = document.documentElement.dataset.print);
  });
  await visit(page, './contacts/?members=brb,bwa,jam,ken');
  await press(page, /^Print 3 address labels/);
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'labels');
  // The page stays as it is printed until the browser says that it has done so.
  await page.emulateMedia({ media: 'print' });
  const labels = page.locator('#contacts tr:visible');
  await expect(labels).toHaveCount(3);
  const lines = async (label: Locator) =>
    (await label.innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
  const barbados = ['Parliament of Barbados', 'Parliament Buildings', 'Trafalgar Street', 'Bridgetown', 'Barbados'];
  expect(await lines(labels.first())).toEqual(barbados);
  // Where the address itself begins with the institution, that stands once.
  expect(await lines(labels.nth(1))).toEqual(['Parliament', 'P.O. Box 240', 'Gaborone', 'Botswana']);
  await expect(page.getByRole('banner')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('banner')).toBeVisible();
});

test('it is done by keyboard alone', async ({ page }) => {
  await visit(page, './contacts/?contact=phone');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = shown(page).nth(1);
  await expect(second.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(second.getByRole('checkbox')).toBeChecked();
  await expect(page.locator('.shortlist')).toContainText('My list: 1');
  await expect(second.getByRole('checkbox'), 'the focus stays').toBeFocused();
  // From wherever in a row the keys go on to the next.
  await page.keyboard.press('ArrowDown');
  await expect(shown(page).nth(2).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(second.getByRole('link').first()).toBeFocused();
});

test('who is unticked and gone takes the focus to the search', async ({ page }) => {
  await visit(page, './contacts/?members=ken&contact=none');
  await row(page, 'ken').getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(row(page, 'ken')).toBeHidden();
  await expect(page.locator('#search')).toBeFocused();
});

test.describe('without the program', () => {
  test.use({ javaScriptEnabled: false });
  needs('scripts switched off');

  test('all contacts are there, and nothing that needs it', async ({ page }) => {
    await page.goto('./contacts/');
    await expect(shown(page)).toHaveCount(members.length);
    await expect(row(page, 'jam').getByRole('link', { name: 'clerk@japarliament.gov.jm' })).toBeVisible();
    await expect(page.locator('.copy:visible, input:visible')).toHaveCount(0);
    await page.goto('./members/jamaica/');
    await expect(page.getByRole('link', { name: 'Contact card (vCard)' })).toHaveAttribute('href', /contact\.vcf$/);
    await page.getByRole('link', { name: /correction sheet/ }).click();
    await expect(page.locator('#sheet')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('they are cards that fit', async ({ page }) => {
    await visit(page, './contacts/?contact=phone');
    await expect(shown(page)).toHaveCount(having('phone').length);
    await expectNothingCut(page);
    await axe(page);
  });
});

test('the card of a parliament is a file, and its code reads back as the same', async ({ page, request }) => {
  needs('a screenshot under the policy');
  await visit(page, './members/barbados/');
  const link = page.getByRole('link', { name: 'Contact card (vCard)' });
  const file = await request.get(await link.evaluate((link: HTMLAnchorElement) => link.href));
  expect(file.headers()['content-type']).toMatch(/^text\/vcard/);
  const card = ICAL.parse(await file.text()) as unknown as [string, [string, object, string, unknown][]];
  const of = (name: string) => card[1].filter(([known]) => known === name).map(([, , , value]) => value);
  expect(of('fn')).toContain('Parliament of Barbados');
  expect(of('tel')).toEqual(['+12464263712', '+12464263717', '+12464364143']);

  const code = page.getByRole('img', { name: 'QR code of the contact card' });
  await code.scrollIntoViewIfNeeded();
  await code.evaluate((svg: SVGElement) => (svg.style.width = '400px'));
  const { width, height, data } = PNG.sync.read(await code.screenshot());
  const text = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  expect(text).toContain('FN:Parliament of Barbados\r\n');
  expect(text).toContain(':+12464263712');
});

test('who finds something wrong takes the record along', async ({ page }) => {
  await visit(page, './members/jamaica/');
  await page.locator('#contact-jam-email').getByRole('button', { name: /^Something is wrong/ }).click();
  const message = await copied(page);
  expect(message).toContain('Jamaica: E-mail');
  expect(message).toContain('clerk@japarliament.gov.jm');
  expect(message).toContain('record jam-email, field value');
  await expect(page.locator('#live-region')).toContainText('https://www.nam-pn.org/');
  await expect(page.locator('#live-region')).toBeVisible();
  await visit(page, './fr/members/jamaica/');
  await page.locator('#contact-jam-email').locator('.contact__wrong').click();
  const { correct } = read<{ contact: { correct: string } }>('../../public/locales/fr.json').contact;
  // WebKit copies a space for one that does not break.
  expect((await copied(page)).replaceAll('\u00a0', ' ')).toContain(correct.replaceAll('\u00a0', ' '));
});

test('a correction form says what is published, line by line, and is printed alone', async ({ page, request }) => {
  needs('a page on paper');
  await visit(page, './members/jamaica/');
  await expect(page.locator('#sheet')).toBeHidden();
  await page.getByRole('link', { name: /correction sheet/ }).click();
  const form = page.locator('#sheet');
  await expect(form).toBeVisible();
  await expect(form.getByRole('row', { name: /clerk@japarliament\.gov\.jm/ })).toHaveCount(1);
  const file = await request.get(await form.getByRole('link', { name: 'As a table (CSV)' }).evaluate((link: HTMLAnchorElement) => link.href));
  const [header, ...lines] = (await file.text()).trim().replace('\uFEFF', '').split('\r\n').map(cells);
  expect(header).toEqual(['file', 'record', 'field', 'what', 'published', 'as_of', 'correction']);
  await expect(form.getByRole('row')).toHaveCount(lines.length + 1);
  await page.evaluate(() => (window.print = () => (document.documentElement.dataset.printed = 'sheet')));
  await form.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'sheet');
  await page.emulateMedia({ media: 'print' });
  await expect(form).toBeVisible();
  await expect(form.getByText(/^Data \S+ of/), 'its edition is printed').toBeVisible();
  await expect(page.locator('.member-page__body')).toBeHidden();
});

test('a member is printed as a fact sheet, with the code of its card', async ({ page }) => {
  needs('a page on paper');
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset.printed = 'page');
  });
  await visit(page, './members/jamaica/');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'page');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: 'QR code of the contact card' })).toBeVisible();
  await expect(page.locator('.chamber-card').first()).toBeVisible();
  await expect(page.locator('.pager, .contact__wrong, .copy, .print').filter({ visible: true })).toHaveCount(0);
});

test('from another page one comes to the contacts, and back', async ({ page }) => {
  await visit(page, './');
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(shown(page)).toHaveCount(members.length);
  await expect(page.locator('html')).toHaveAttribute('data-running', '');
  await page.getByRole('link', { name: 'Directory', exact: true }).click();
  await expect(page.locator('.member-list__row')).toHaveCount(members.length);
  await page.goBack();
  await expect(shown(page)).toHaveCount(members.length);
});

test('no name of a state is torn inside a word', async ({ page }) => {
  for (const address of ['./contacts/', './fr/contacts/', './ru/contacts/']) {
    await visit(page, address);
    const torn = await shown(page).evaluateAll((rows) =>
      rows.flatMap((row) => {
        const name = row.querySelector('.contact-table__row-link')!.firstChild as Text;
        const words = [...name.data.matchAll(/[^\s-]+/g)];
        return words.map(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(name, index);
          range.setEnd(name, index + word.length);
          // WebKit gives a word after a hyphen an empty place on the line before, too.
          const places = [...range.getClientRects()].filter(({ width }) => width > 0);
          const lines = new Set(places.map(({ top }) => Math.round(top)));
          return lines.size > 1 ? word : '';
        });
      }),
    );
    expect(torn.filter(Boolean), address).toEqual([]);
  }
});
