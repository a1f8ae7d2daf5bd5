// A reader of another language finds the whole site in it.

import type { Page } from '@playwright/test';

import { languages, members, read } from './data';
import { visit } from './directory';
import { needs } from './engine';
import { expectNothingCut } from './fits';
import { axe, expect, test } from './fixtures';

interface Catalogue {
  language: { code: string; locale: string; name: string; direction: string; offer: string; decline: string };
  date: { first: string };
}

/** A menu; that which cites the page is empty until it is opened. */
const MENU = '.menu:not(.cite)';

const catalogue = (code: string) => read<Catalogue>(`../../public/locales/${code}.json`);
const nameOf = (id: string, code: string) => members.find((member) => member.id === id)!.names[code];
/** The address of a page in a language. */
const at = (code: string, address = '') => `./${code === languages[0] ? '' : `${code}/`}${address}`;

/** What pages say in each language, written down here by hand. */
const said: Record<string, { all: string; some: string; one: string; seats: string }> = {
  en: {
    all: 'All 138: parliaments, by name',
    some: '15 of 138: bicameral member parliaments in Africa, joined in the 1960s, by seats',
    one: '1 of 138: bicameral parliament in Northern Africa matching “algeria”',
    seats: '581 seats',
  },
  fr: {
    all: '138 au total : parlements, par nom',
    some: '15 sur 138 : parlements membres bicaméraux en Afrique, adhésion dans les années 1960, par nombre de sièges',
    one: '1 sur 138 : parlement bicaméral en Afrique septentrionale correspondant à « algeria »',
    seats: '581 sièges',
  },
  es: {
    all: 'Todos (138): parlamentos, por nombre',
    some: '15 de 138: parlamentos miembros bicamerales en África, con ingreso en la década de 1960, por número de escaños',
    one: '1 de 138: parlamento bicameral en África septentrional para la búsqueda «algeria»',
    seats: '581 escaños',
  },
  ar: {
    all: 'الكل (138): برلمانات، حسب الاسم',
    some: '15 من أصل 138: برلمانات أعضاء ثنائية المجلس في أفريقيا، بتاريخ انضمام في عقد 1960، حسب عدد المقاعد',
    one: '1 من أصل 138: برلمان ثنائي المجلس في شمال أفريقيا وفق البحث عن «algeria»',
    seats: '581 مقعداً',
  },
  pt: {
    all: 'Todos os 138: parlamentos, por nome',
    some: '15 de 138: parlamentos membros bicamerais em África, adesão nos anos 1960, por número de lugares',
    one: '1 de 138: parlamento bicameral no Norte de África para a pesquisa «algeria»',
    seats: '581 lugares',
  },
  ru: {
    all: 'Все 138: парламенты, по алфавиту',
    some: '15 из 138: двухпалатные парламенты-члены в Африке, вступление: 1960-е годы, по числу мест',
    one: '1 из 138: двухпалатный парламент в Северной Африке по запросу «algeria»',
    seats: '581 место',
  },
  zh: {
    all: '全部138个：议会，按名称排序',
    some: '15个（共138个）：非洲的两院制成员议会，1960年代加入，按席位排序',
    one: '1个（共138个）：北非的两院制议会，匹配“algeria”',
    seats: '581席',
  },
};

/** The first and the last names of the list, in the order of each alphabet. */
const order: Record<string, [string, string]> = {
  en: ['Afghanistan', 'Zimbabwe'],
  fr: ['Afghanistan', 'Zimbabwe'],
  es: ['Afganistán', 'Zimbabwe'],
  ar: ['إثيوبيا', 'هندوراس'],
  pt: ['Afeganistão', 'Zimbabué'],
  ru: ['Азербайджан', 'Ямайка'],
  zh: ['阿尔及利亚', '中国'],
};

for (const code of languages) {
  const { locale, name, direction } = catalogue(code).language;
  const { all, some, one, seats } = said[code];

  test.describe(name, () => {
    // The first test keeps the program from starting.
    test.use({ expectedErrors: /integrity/ });

    test('says what is shown, in the page as sent and as run', async ({ page, directory }) => {
      const boot = '**/assets/boot-*.js';
      await page.route(boot, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(at(code));
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      await expect(directory.sentence).toHaveText(all);
      expect((await page.title()).replaceAll('\u00a0', ' ')).toContain(all);
      // What boot.js brings in is told apart from what it does else.
      await page.evaluate(() => {
        for (const place of document.querySelectorAll<HTMLElement>('[data-content]')) place.outerHTML = place.dataset.content!;
      });
      const sent = await wordsOf(page);
      const values = page.locator(`${MENU} > .menu__panel`);
      const sentValues = (await values.allTextContents()).map(withoutSpaces);
      await page.unroute(boot);

      await visit(page, at(code));
      await expect(directory.sentence).toHaveText(all);
      expect(await wordsOf(page)).toBe(sent);
      for (const [place, text] of sentValues.entries()) {
        await page.locator(`${MENU} > summary`).nth(place).press('Enter');
        await expect.poll(async () => withoutSpaces((await values.nth(place).textContent()) ?? '')).toBe(text);
      }
      await visit(page, at(code, '?region=africa&structure=bicameral&status=member&joined=1960s&sort=seats'));
      await expect(directory.sentence).toHaveText(some);
      await visit(page, at(code, '?q=algeria&structure=bicameral&subregion=northern-africa'));
      await expect(directory.sentence).toHaveText(one);
      await expect(directory.row('dza').locator('.member-list__figure')).toHaveText(seats);
    });

    test('a member is shown in it, with names that lack it marked', { tag: code === 'ar' ? '@journey' : [] }, async ({ page }) => {
      await visit(page, at(code, 'members/algeria/'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(nameOf('dza', code));
      const parliament = page.locator('.member-page__parliament [lang=en]');
      await expect(parliament).toHaveCount(code === 'en' ? 0 : 1);
      await visit(page, at(code, 'members/benin/'));
      const french = page.locator('.member-page__parliament [lang=fr]');
      await expect(french).toHaveCount(code === 'fr' ? 0 : 1);
    });

    test('names stand in the order of its alphabet', async ({ page, directory }) => {
      await visit(page, at(code));
      const shown = await directory.names.allTextContents();
      const sorted = await page.evaluate(
        ({ names, locale }) => names.toSorted(new Intl.Collator(locale).compare),
        { names: shown, locale },
      );
      expect(shown).toEqual(sorted);
      expect(shown).toHaveLength(members.length);
      expect([shown.at(0), shown.at(-1)]).toEqual(order[code]);
    });

    test('numbers take the forms of Intl.PluralRules, dates those of Intl.DateTimeFormat', async ({ page }) => {
      const samples = read<Record<string, Record<string, string>>>('../../crates/directory/tests/plurals.json')[code];
      await visit(page, at(code, 'members/algeria/'));
      const wrong = await page.evaluate(
        ({ samples, locale }) => {
          const category = (number: string) => {
            const places = number.split('.')[1]?.length ?? 0;
            const rules = new Intl.PluralRules(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
            return rules.select(Number(number));
          };
          const of = ([kind, numbers]: [string, string]) => numbers.split(' ').filter((number) => category(number) !== kind);
          return Object.entries(samples).flatMap(of);
        },
        { samples, locale },
      );
      expect(wrong).toEqual([]);
      // WebKitGTK takes the ICU of the system, of which older ones write Arabic in other digits.
      const day = await page.evaluate(
        (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', numberingSystem: 'latn', timeZone: 'UTC' }).format(Date.UTC(2021, 5, 12)),
        locale,
      );
      await expect(page.locator('.key-facts')).toContainText(day);
    });

    test('pages are accessible in it', async ({ page }) => {
      test.slow();
      needs('an audit of accessibility');
      // Those that are read as published are audited in each language by html-alone.spec.ts;
      // of the others all from right to left, and each in every other language.
      const addresses = ['', '?view=table&q=a&members=dza', 'contacts/?contact=phone', 'events/', 'events/?view=month&month=2024-01', 'compare/?members=dza,ken'];
      for (const [place, address] of addresses.entries()) {
        if (code !== 'ar' && (languages.indexOf(code) + place) % 2 > 0) continue;
        await visit(page, at(code, address));
        await axe(page);
      }
    });

    test('nothing is cut off or covered on a small screen or in large letters', async ({ page }) => {
      test.slow();
      for (const address of ['?region=africa&q=a', 'members/algeria/', 'contacts/?contact=phone', 'events/', 'events/?view=month&month=2024-01', 'events/nam-pn-conference-baku-2022/', 'compare/?members=dza,ken', 'insights/', 'network/', 'data/']) {
        await page.setViewportSize({ width: 320, height: 800 });
        await visit(page, at(code, address));
        for (const [width, percent] of [[320, 100], [320, 200], [1280, 200]]) {
          await page.setViewportSize({ width, height: 800 });
          await page.locator('html').evaluate((html, percent) => (html.style.fontSize = `${percent}%`), percent);
          await test.step(`${address} at ${width} pixels and ${percent} %`, () => expectNothingCut(page));
        }
      }
    });

    for (const address of ['?region=africa&structure=bicameral&sort=seats&selected=dza', 'members/algeria/?region=africa', 'events/?type=nam-summit&event=nam-summit-03-lusaka-1970', 'data/']) {
      test(`the switch keeps the view of ${address}`, async ({ page }) => {
        const other = languages[(languages.indexOf(code) + 3) % languages.length];
        await visit(page, at(code, address));
        await page.locator('.language-switch summary').click();
        await page.locator(`.language-switch a[hreflang=${other}]`).click();
        await expect(page.locator('html')).toHaveAttribute('lang', other);
        await expect(page.locator('html')).toHaveAttribute('data-running', '');
        expect(page.url()).toBe(new URL(at(other, address), test.info().project.use.baseURL).href);
      });
    }
  });
}

/** All words of a page, without the spaces between them. */
async function wordsOf(page: Page): Promise<string> {
  const words = await page.evaluate(() => {
    const said = document.querySelector('#app')!.cloneNode(true) as Element;
    // What the reader's own choice decides, what only the running program has, and what it draws in an open menu.
    for (const other of said.querySelectorAll('.language-offer, .through-time, .menu__panel')) other.remove();
    return said.textContent!;
  });
  return withoutSpaces(words);
}

/** What is sent has a space between elements, where what is run has none. */
function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

test.describe('the choice of a language', () => {
  test.use({ locale: 'ru-RU' });
  needs('a preferred language');

  test('is offered in the language that the browser prefers, where the view stands', async ({ page }) => {
    await visit(page, './?region=europe');
    const { offer, name } = catalogue('ru').language;
    const box = page.getByRole('complementary', { name });
    await expect(box).toHaveAttribute('lang', 'ru');
    await axe(page);
    await box.getByRole('link', { name: offer }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    expect(page.url()).toMatch(/\/ru\/\?region=europe$/);
    await expect(page.locator('html')).toHaveAttribute('data-running', '');
    await expect(page.locator('.language-offer')).toHaveCount(0);
  });

  test('is not forced, and a refusal is kept', async ({ page }) => {
    await visit(page, './');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: catalogue('ru').language.decline }).click();
    await expect(page.locator('.language-offer')).toHaveCount(0);
    await visit(page, './members/chad/');
    await expect(page.locator('.language-offer')).toHaveCount(0);
  });

  test('is kept: the bare address of the site leads to it, no other does', async ({ page }) => {
    await visit(page, './');
    await page.locator('.language-switch summary').click();
    await page.locator('.language-switch a[hreflang=pt]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
    await visit(page, './members/chad/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('.language-offer')).toHaveAttribute('lang', 'pt');
    // English is a choice like any other.
    await page.locator('.language-switch summary').click();
    await page.locator('.language-switch a[hreflang=en]').click();
    await visit(page, './');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('works by keyboard alone', async ({ page }) => {
    await visit(page, './');
    await page.locator('.language-switch summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('.language-switch a[hreflang=fr]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });
});

test('every page tells machines of the others', async ({ page }) => {
  await page.goto(at('ar', 'members/chad/'));
  const links = await page.locator('link[rel=alternate][hreflang]').evaluateAll((links) =>
    links.map((link) => [link.getAttribute('hreflang'), (link as HTMLLinkElement).href]),
  );
  const { baseURL } = test.info().project.use;
  const expected = languages.map((code) => [code, new URL(at(code, 'members/chad/'), baseURL).href]);
  expect(links).toEqual([...expected, ['x-default', expected[0][1]]]);
});

for (const code of ['en', 'ar', 'zh']) {
  test(`the search finds words of every language on the pages in ${code}`, async ({ page, directory }) => {
    await visit(page, at(code));
    for (const [words, id] of [['Côte d’Ivoire', 'civ'], ['السودان', 'sdn'], ['Мозамбик', 'moz'], ['莫桑比克', 'moz'], ['Pequim', 'chn'], ['Порт-Луи', 'mus']]) {
      await page.locator('#search').fill(words);
      await expect(directory.rows.first()).toHaveAttribute('id', `row-${id}`);
    }
  });
}
