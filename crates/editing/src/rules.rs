//! The rules that the data files keep, in one table.
//!
//! `docs/data.md` lists them for editors; a test holds both to the same words.

/// A rule, as findings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name in docs/data.md.
    pub name: &'static str,
    /// What an editor does about a breach.
    pub help: &'static str,
}

/// What a breach takes out of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drops {
    /// Nothing: the editor is told, the reader sees the value.
    Nothing,
    /// The value; the record too, where it cannot do without that value.
    Value,
    /// The record.
    Record,
    /// The file.
    File,
}

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The rule.
    pub rule: Rule,
    /// What it asks for, as a sentence.
    pub explains: &'static str,
    /// What a breach takes out of the directory.
    pub dropped: Drops,
}

/// Makes of each line a constant, by which a finding names the rule, and an
/// entry of [`RULES`], by which documents explain it.
macro_rules! rules {
    ($(#[doc = $explains:literal] $rule:ident $name:literal $dropped:ident $help:literal;)+) => {
        $(#[doc = $explains] pub const $rule: Rule = Rule { name: $name, help: $help };)+

        /// All rules, in the order of docs/data.md.
        pub const RULES: &[Entry] = &[$(Entry {
            rule: $rule,
            explains: $explains.trim_ascii_start(),
            dropped: Drops::$dropped,
        }),+];
    };
}

rules! {
    /// Every file of the directory is there.
    FILE_MISSING "file-missing" File
        "put the file beside network.json";
    /// Every file is whole and is JSON: one object in network.json and map.json, a list of records in the others.
    FILE_UNREADABLE "file-unreadable" File
        "correct what is not JSON; what is empty or cut off comes from the last good version";
    /// Every file is UTF-8.
    UTF_8 "utf-8" File
        "save the file as UTF-8";
    /// No file begins with a byte order mark.
    BYTE_ORDER_MARK "byte-order-mark" File
        "save the file as UTF-8 without it; under public/data, `cargo xtask check --fix` does";
    /// No file has the marks that a merge leaves between two edits.
    MERGE_MARKS "merge-marks" File
        "choose one of the two, or bring both into one, and take out these lines";
    /// network.json lists under `files` all other files of the directory, and no further ones.
    LISTED_FILES "listed-files" Nothing
        "let `files` in network.json name the other files of the directory, each once";
    /// A file under texts/ translates texts of the data, each with the same numbers and dates.
    TRANSLATION "translation" Nothing
        "correct the text as docs/translating.md describes, or take it out";
    /// A catalogue of `public/locales/` has the keys of the English one, each with the same values and with the forms by number of its language.
    CATALOGUE "catalogue" Nothing
        "correct the text as docs/translating.md describes";
    /// Every record has the fields and kinds of value that this page describes.
    RECORD_FORM "record-form" Record
        "write the field in the form that docs/data.md describes";
    /// No key stands twice in one object; the last one counts, and `--fix` leaves the file as it is.
    KEY_ONCE "key-once" Nothing
        "keep one of the two, with the value that is right";
    /// No record has a field that this page does not describe.
    UNKNOWN_FIELD "unknown-field" Nothing
        "correct the spelling of the field, or take it out";
    /// The text of a file is as `cargo xtask check --fix` writes it: two spaces of indent, fields in the order of this page, no empty fields.
    CANONICAL_FORM "canonical-form" Nothing
        "run `cargo xtask check --fix`";
    /// Records stand in the order of their ids, the lower chamber before the upper.
    SAME_ORDER "same-order" Nothing
        "run `cargo xtask check --fix`, or move the chamber";
    /// Every record has an id that no other record of its file has, of small letters, digits, dots and hyphens.
    UNIQUE_ID "unique-id" Record
        "give the record an id of its own, and never change it again";
    /// Every member has a slug that no other has, of small letters and digits with single hyphens between.
    UNIQUE_SLUG "unique-slug" Record
        "give the member a slug of its own, such as `burkina-faso`";
    /// The number of the edition stands in addresses: small letters, digits, dots and hyphens, a letter or digit first.
    EDITION_NUMBER "edition-number" Record
        "write the number as `2026.11.28` or `7`";
    /// Every id that a record names is there; no sub-region lies within itself.
    KNOWN_REFERENCE "known-reference" Value
        "add the record that is named, or correct the id";
    /// Ids of states are three small letters, `iso2` is two capital letters, as in ISO 3166-1; no two members share one.
    ISO_CODES "iso-codes" Record
        "look the code up in ISO 3166-1";
    /// `m49` is three digits; no two members, and no two sub-regions, share one.
    M49_CODE "m49-code" Record
        "look the code up in the UN M49 standard";
    /// Items of Wikidata are `Q` and a number.
    WIKIDATA_ID "wikidata-id" Value
        "write the item as in its address: `Q262`";
    /// Languages are written as BCP 47 tags: `fr`, `pt-PT`, `ar-Latn`; `und` where unknown.
    LANGUAGE_TAG "language-tag" Value
        "write the language as a BCP 47 tag: `fr`, `pt-PT`, `ar-Latn`";
    /// Every text by language has the network's first language; in a list of names it comes first.
    DEFAULT_LANGUAGE "default-language" Record
        "add the text in the network's first language";
    /// Longitude lies within -180 and 180 degrees, latitude within -90 and 90, longitude first.
    POSITION_ON_EARTH "position-on-earth" Value
        "write longitude, then latitude, in degrees";
    /// Dates are a year, a month or a day: `2021`, `2021-11`, `2021-11-28`.
    DATE_FORM "date-form" Value
        "write the date as far as it is known: `2021`, `2021-11` or `2021-11-28`";
    /// Nothing that has happened lies after the date of the data; joining comes before leaving, the last election before the next, the date of a figure before the later election.
    DATES_IN_ORDER "dates-in-order" Value
        "correct the earlier or the later date";
    /// An event ends on another day than it begins, and has 31 days at most, as far as its dates are known.
    EVENT_LENGTH "event-length" Value
        "correct the date; an event of one day has no `end`";
    /// Times of day are written `10:00`, time zones as in the IANA data base: `Asia/Baku`.
    TIME_FORM "time-form" Value
        "write the time as `10:00` and the zone as `Asia/Baku`";
    /// An event that names another as related is named by that one too.
    RELATED_BOTH_WAYS "related-both-ways" Nothing
        "name each of the two events in the other";
    /// No two events of one kind have the same title, first day and place.
    ONE_EVENT "one-event" Nothing
        "keep one of the two records, with the sources of both";
    /// Women are no more than the filled seats, or where these are not known than all seats.
    WOMEN_WITHIN_FILLED "women-within-filled" Value
        "look both numbers up again";
    /// Filled seats are no more than all seats, unless a note of the chamber says why.
    FILLED_WITHIN_SEATS "filled-within-seats" Value
        "look both numbers up again, or add a note that explains them";
    /// `women_share` is the share of `women` in `filled`, in percent to one decimal.
    SHARE_FITS_COUNTS "share-fits-counts" Value
        "work the share out again from both numbers";
    /// A parliament that works expects its next election in the year after the term of its lower or single chamber at the latest, counted from the last, unless a note on `next_election` or `term` says why.
    TERM_FITS_DATES "term-fits-dates" Nothing
        "look up the term and both elections, or say in a note why it is later";
    /// No member belongs to an organisation twice, and no organisation has fewer members than are told of it, unless a note on `members_count` says why.
    MEMBERSHIP_FITS_ORGANISATION "membership-fits-organisation" Nothing
        "keep one membership with the sources of both, or correct the number of members";
    /// A unicameral parliament has one single chamber, a bicameral one a lower and an upper; otherwise no kind comes twice.
    CHAMBERS_FIT_STRUCTURE "chambers-fit-structure" Record
        "correct the structure or the chambers";
    /// Where this page gives the words for a field, it holds one of them.
    VOCABULARY "vocabulary" Value
        "use one of the words of docs/data.md";
    /// Addresses begin with `https://`; those of sources may begin with `http://`, the one for reports with `mailto:`.
    HTTPS_ONLY "https-only" Value
        "give the address that begins with `https://`";
    /// The host of an address has no user name, no space and at least one dot.
    WEBSITE_HOST "website-host" Value
        "copy the address from the site itself";
    /// A contact names one member or one organisation, and of a member only a chamber under `chamber`, or several that share it under `chambers`.
    CONTACT_HOLDER "contact-holder" Record
        "name under `member` or `organisation` whose contact it is";
    /// A postal address or a place has `lines`, every other contact a `value`; an account has a `service`, a number alone may be of an outdated plan.
    CONTACT_VALUE "contact-value" Record
        "write an address or a place line by line under `lines`, anything else under `value`";
    /// A contact has a date, or says that its source has none by `undated`; an official print has the year of the print.
    CONTACT_DATED "contact-dated" Nothing
        "write under `as_of` the year of the source, or `\"undated\": true`";
    /// E-mail addresses follow RFC 5321, without the name of a person before them.
    EMAIL_FORM "email-form" Record
        "write the address alone, as in `clerk@parliament.example`";
    /// Phone and fax numbers are in the international form of ITU-T E.164, `+` and 7 to 15 digits, parted as in the source; one that cannot be brought into it has a note.
    PHONE_FORM "phone-form" Nothing
        "write the number as `+1 246 426 3712`, or say in a note why that cannot be";
    /// Contacts count as fresh for a number of months from 1 to 120.
    FRESH_MONTHS "fresh-months" Value
        "write after how many months a contact should be verified anew, such as 12";
    /// No institution has the same contact twice; letter case, `www.` and a last slash make no other.
    ONE_CONTACT "one-contact" Nothing
        "keep one of the two records, with the sources of both";
    /// Text is not empty, has no space at either end, and no signs that nobody sees: control characters, zero-width signs, soft hyphens, marks that turn the direction of writing, no-break spaces; but joiners where a script joins letters by them, no-break spaces beside punctuation and between a number and its word, and in translations marks in texts that are written from right to left.
    SAFE_TEXT "safe-text" Value
        "type the text anew, or leave the field out";
    /// Text is in the normal form NFC, where a letter with its accent is one sign.
    COMPOSED_TEXT "composed-text" Value
        "type the letter anew, or have a program bring the text into NFC";
    /// An address of e-mail, or the host of another, has letters of one script: a Cyrillic `а` looks like a Latin one, and leads elsewhere.
    ONE_SCRIPT "one-script" Value
        "type the address anew; a host of two scripts is written with `xn--`";
    /// Every record, and every origin within it, names at least one source.
    SOURCED "sourced" Nothing
        "name under `sources` where the fact was read";
    /// Every source is cited by a record.
    USED_SOURCE "used-source" Nothing
        "name the source where it was read, or take it out";
    /// `provenance` names fields of the record, or parts of them as in `codes.wikidata`; a missing field only with a note.
    KNOWN_FIELD "known-field" Nothing
        "name a field of the record, or add a note that says why it is missing";
    /// Colours are written `#rrggbb`.
    COLOUR_FORM "colour-form" Value
        "write the colour as `#` and six hexadecimal digits";
    /// Colours of regions have a contrast of at least 3 to 1 with the ground of the page (WCAG 2.2, 1.4.11).
    COLOUR_CONTRAST "colour-contrast" Nothing
        "take a darker colour on light ground, a lighter one on dark ground";
}

/// The section "Rules" of docs/data.md: a table with a line for each rule.
pub fn table() -> String {
    let mut table =
        String::from("| rule | what it asks for | a breach leaves out |\n|---|---|---|\n");
    for entry in RULES {
        let dropped = match entry.dropped {
            Drops::Nothing => "nothing",
            Drops::Value => "the value",
            Drops::Record => "the record",
            Drops::File => "the file",
        };
        let line = format!(
            "| `{}` | {} | {dropped} |\n",
            entry.rule.name, entry.explains
        );
        table.push_str(&line);
    }
    table
}
