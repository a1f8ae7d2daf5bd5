// Contact cards as programs read them that know less of vCard than ical.js does.
import { readdirSync, readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { parseVCards } from 'vcard4-ts';
import vcardParser from 'vcard-parser';
import vCard from 'vcf';
import { expect, test } from './fixtures';

/** What a reader is offered of a card. */
interface Card {
  name: string;
  /** What lists are sorted by. */
  sorted: string;
  organisation: string;
  /** The number that is offered first. */
  call: string;
  faxes: string[];
  note: string;
}

/** A text whose reader leaves its escapes in it. */
const unescaped = (text: string) => text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
const list = <T>(one: T | T[] | undefined): T[] => (one === undefined ? [] : Array.isArray(one) ? one : [one]);

/** Each reader with how it tells what is wanted. */
const READERS: Record<string, (text: string) => Card> = {
  'ical.js 2': (text) => {
    const [, properties] = ICAL.parse(text) as unknown as [string, [string, Record<string, unknown>, string, unknown][]];
    const of = (name: string) => properties.filter(([known]) => known === name);
    const numbers = of('tel').map(([, { type }, , value]) => ({ types: list(type), value: String(value) }));
    return {
      name: String(of('fn')[0][3]),
      sorted: (of('n')[0][3] as string[])[0],
      organisation: String(of('org')[0][3]),
      call: numbers.find(({ types }) => types.includes('voice'))?.value ?? '',
      faxes: numbers.filter(({ types }) => types.includes('fax')).map(({ value }) => value),
      note: String(of('note')[0][3]),
    };
  },
  'vcard4-ts 0.4': (text) => {
    const { FN, N, ORG, TEL, NOTE } = parseVCards(text).vCards![0];
    const numbers = list(TEL).map(({ parameters, value }) => ({ ...parameters, value }));
    return {
      name: FN[0].value,
      sorted: N!.value.familyNames!.join(),
      organisation: ORG![0].value.join(),
      call: numbers.find(({ PREF }) => PREF === 1)?.value ?? '',
      faxes: numbers.filter(({ TYPE }) => TYPE?.includes('fax')).map(({ value }) => value),
      note: NOTE![0].value,
    };
  },
  'vcard-parser 1.0': (text) => {
    const { fn, n, org, tel, note } = vcardParser.parse(text);
    return {
      name: fn[0].value,
      sorted: n[0].value[0],
      organisation: list(org[0].value).join(),
      call: list<any>(tel).find(({ meta }) => meta.pref)?.value ?? '',
      faxes: list<any>(tel).filter(({ meta }) => meta.type.includes('fax')).map(({ value }) => value),
      note: note[0].value,
    };
  },
  'vcf 2.1': (text) => {
    const card = vCard.parse(text)[0];
    const of = (name: string) => list<any>(card.get(name)).map((property) => ({ ...property, text: property.valueOf() }));
    return {
      name: unescaped(of('fn')[0].text),
      sorted: unescaped(of('n')[0].text.split(/(?<!\\);/)[0]),
      organisation: unescaped(of('org')[0].text),
      call: unescaped(of('tel').find(({ pref }) => pref)?.text ?? ''),
      faxes: of('tel').filter(({ type }) => list(type).includes('fax')).map(({ text }) => unescaped(text)),
      note: unescaped(of('note')[0].text),
    };
  },
};

const assets = new URL('../../dist/assets/', import.meta.url);
const files = readdirSync(assets).filter((name) => /^export-contacts-.*\.vcf$/.test(name));

test('every card tells four readers the same', async () => {
  expect(files).toHaveLength(7);
  const counts = new Map<string, number>();
  for (const file of files) {
    const cards = readFileSync(new URL(file, assets), 'utf8').split(/(?=BEGIN:VCARD)/);
    const expected = cards.map(READERS['ical.js 2']);
    for (const { name, sorted, organisation, call, faxes } of expected) {
      expect([sorted, organisation], file).toEqual([name, name]);
      expect([call, ...faxes].join(' '), name).not.toContain('tel:');
    }
    // What a list shows tells the institutions apart.
    expect(new Set(expected.map(({ name }) => name)).size, file).toBe(cards.length);
    for (const [reader, read] of Object.entries(READERS)) {
      expect(cards.map(read), `${reader}, ${file}`).toEqual(expected);
      counts.set(reader, (counts.get(reader) ?? 0) + cards.length);
    }
  }
  for (const [reader, count] of counts) console.log(`${reader}: ${count} cards`);
});
