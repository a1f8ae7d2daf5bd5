// A browser, a search machine or a validator reads the HTML of every page as it was published.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { languages } from './data';
import { addresses, isInTurn, parts, site } from './published-pages';
import { HtmlValidate, Severity, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Taste: the standard takes "doctype" in any case.
      'doctype-style': ['error', { style: 'lowercase' }],
      // Taste: the mark is valid, and alone outweighs a header with another charset.
      'no-utf8-bom': 'off',
      // Search machines cut long titles, and the names of regions are as long as they are.
      'long-title': 'off',
      // ARIA allows a name on lists too, which tells a legend from the chips.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // HTML allows all but white space; the ids of sources have dots in their versions.
      'valid-id': ['error', { relaxed: true }],
      // One technique of WCAG and no criterion: the search follows each letter, and nothing is left to submit.
      'wcag/h32': 'off',
      // The style sheet keeps a number of this class in one line; what is copied from it has plain spaces.
      'tel-non-breaking': ['error', { ignoreClasses: ['nobr'] }],
    },
  }),
);

/** So many messages are shown: the others mostly have the same cause. */
const SHOWN = 20;

for (const language of languages) {
  test(`pages in ${language} are valid HTML`, async () => {
    test.setTimeout(240_000);
    const own = addresses.filter((address) => parts(address).language === language && isInTurn(address));
    expect(own.length).toBeGreaterThan(50);
    const files = own.map((address) => `${address}index.html`);
    if (language === languages[0]) files.push('404.html', 'not-saved.html');

    const messages: string[] = [];
    for (const file of files) {
      const path = fileURLToPath(new URL(file, site));
      const report = await validator.validateString(await readFile(path, 'utf8'), file);
      for (const { ruleId, severity, line, message } of report.results.flatMap((result) => result.messages)) {
        if (severity === Severity.ERROR) messages.push(`${file}:${line}: ${ruleId}: ${message}`);
      }
    }
    expect(messages.slice(0, SHOWN), `faults of HTML, ${messages.length} in all`).toEqual([]);
  });
}
