// The pages of the built site, as its folders tell them.

import { readdirSync } from 'node:fs';

import { languages } from './data';

export const site = new URL('../../dist/', import.meta.url);

/** The addresses of all pages, also of those for frames, in every language. */
export const addresses = readdirSync(site, { encoding: 'utf8', recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(^|\/)index\.html$/.test(file))
  .map((file) => file.slice(0, -'index.html'.length))
  .sort();

/** The language of a page, and its address in the folder of that. */
export function parts(address: string): { language: string; page: string } {
  const [, language = languages[0], page = ''] = /^(?:([a-z]{2})\/)?(.*)$/.exec(address) ?? [];
  return { language, page };
}

const pages = [...new Set(addresses.map((address) => parts(address).page))];

/** Where a page stands among all that are about one record, of which there are hundreds; nothing for other pages. */
function placeOfRecord({ page }: { page: string }): number | undefined {
  return /^(embed\/)?(members|events|subregion)\/./.test(page) ? pages.indexOf(page) : undefined;
}

/**
 * Whether a page is one of those that are looked at where all would take too
 * long: those about one record in one of the languages, in turn, and others in
 * each. What a language can break is the same on all of a kind.
 */
export function isInTurn(address: string): boolean {
  const page = parts(address);
  const place = placeOfRecord(page);
  return place === undefined || page.language === languages[place % languages.length];
}
