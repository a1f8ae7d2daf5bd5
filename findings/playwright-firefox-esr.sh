#!/usr/bin/env bash
# Playwright's newest release opens no page in the Firefox that is supported
# longest; the release before does.
#
# Playwright drives Firefox as it ships by WebDriver BiDi (channel
# `moz-firefox`). What a browser does not know yet, a driver can ask for and do
# without, where no test has asked for it.
#
# A good guess: 1.65.1 (autumn 2026) opens a page in Firefox ESR 153, the only
# ESR that is supported then.
# What happens: it asks each new context for an override of media features,
# though none is set, and takes "unknown command" for a failure; 1.64.1, which
# does not ask, opens the page. `colorScheme: null` does not help.
#
# Seen on 29 November 2026, Firefox ESR 153.8 (Debian 12), Node.js 20, packages
# as below.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >open.mjs <<'JS'
import { firefox } from 'playwright-core';
const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' });
for (const options of [{}, { colorScheme: null }]) {
  const said = await browser.newContext(options).then(
    async (context) => {
      const page = await context.newPage();
      await page.goto('data:text/html,<title>opened</title>');
      return page.title();
    },
    (error) => /\(([\w.]+)\): (.*)/.exec(error.message).slice(1).join(': '),
  );
  console.log(process.argv[2], JSON.stringify(options), said);
}
await browser.close();
JS

cat >expected <<'TXT'
1.64.1 {} opened
1.64.1 {"colorScheme":null} opened
1.65.1 {} emulation.setMediaFeaturesOverride: unknown command
1.65.1 {"colorScheme":null} emulation.setMediaFeaturesOverride: unknown command
TXT

for version in 1.64.1 1.65.1; do
  npm install --silent --no-fund --no-audit --no-save "playwright-core@$version" >/dev/null
  node open.mjs "$version"
done | tee seen
diff expected seen
