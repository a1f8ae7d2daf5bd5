#!/usr/bin/env bash
# A semicolon in the note of a contact card: no spelling that two readers share.
#
# RFC 6350 (3.4) lets a semicolon in a text stand bare or as "\;". ical.js
# reads "\;" as a semicolon in calendars, and in ORG of a card.
#
# A good guess: ical.js reads "\;" so in NOTE, TITLE and FN of a card too, as
# vcard4-ts and vcard-parser do; and a bare one is read by all.
# What happens: ical.js 2.2.1 takes the backslash off "\," and "\n" in the same
# text but leaves it before ";", in cards 3.0 and 4.0 alike, and only in cards;
# vcard-parser 1.0.0 cuts a bare one's text into a list. So whoever writes cards
# for both has no way to write a semicolon, and says it otherwise.
#
# Seen on 28 November 2026, Node.js 20, packages as below.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit ical.js@2.2.1 vcard4-ts@0.4.1 vcard-parser@1.0.0 >/dev/null

cat >read.mjs <<'JS'
import ICAL from 'ical.js';
import { parseVCards } from 'vcard4-ts';
import vcardParser from 'vcard-parser';

const card = (line, version = '4.0') => `BEGIN:VCARD\r\nVERSION:${version}\r\nFN:A\r\n${line}\r\nEND:VCARD\r\n`;
const byIcal = (text) => JSON.stringify(ICAL.parse(text)[1].at(-1)[3]);

console.log('ical.js, calendar, SUMMARY:a\\;b  ', JSON.stringify(
  ICAL.parse('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\;b\r\nEND:VEVENT\r\nEND:VCALENDAR')[2][0][1][0][3]));
for (const version of ['3.0', '4.0'])
  for (const name of ['ORG', 'NOTE', 'TITLE', 'FN'])
    console.log(`ical.js, card ${version}, ${name}:a\\;b\\,c\\nd`.padEnd(36), byIcal(card(`${name}:a\\;b\\,c\\nd`, version)));
for (const note of ['a\\;b', 'a;b']) {
  console.log(`vcard4-ts, NOTE:${note}`.padEnd(36), JSON.stringify(parseVCards(card(`NOTE:${note}`)).vCards[0].NOTE[0].value));
  console.log(`vcard-parser, NOTE:${note}`.padEnd(36), JSON.stringify(vcardParser.parse(card(`NOTE:${note}`)).note[0].value));
}
JS

cat >expected <<'TXT'
ical.js, calendar, SUMMARY:a\;b   "a;b"
ical.js, card 3.0, ORG:a\;b\,c\nd    "a;b,c\nd"
ical.js, card 3.0, NOTE:a\;b\,c\nd   "a\\;b,c\nd"
ical.js, card 3.0, TITLE:a\;b\,c\nd  "a\\;b,c\nd"
ical.js, card 3.0, FN:a\;b\,c\nd     "a\\;b,c\nd"
ical.js, card 4.0, ORG:a\;b\,c\nd    "a;b,c\nd"
ical.js, card 4.0, NOTE:a\;b\,c\nd   "a\\;b,c\nd"
ical.js, card 4.0, TITLE:a\;b\,c\nd  "a\\;b,c\nd"
ical.js, card 4.0, FN:a\;b\,c\nd     "a\\;b,c\nd"
vcard4-ts, NOTE:a\;b                 "a;b"
vcard-parser, NOTE:a\;b              "a;b"
vcard4-ts, NOTE:a;b                  "a;b"
vcard-parser, NOTE:a;b               ["a","b"]
TXT

node read.mjs | tee seen
diff expected seen
