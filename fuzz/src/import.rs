//! A table of facts.

use editing::canonical;
use editing::decode;
use editing::import::{CsvFiles, TABLES, export, import};

use crate::door::Door;
use crate::files::THREE;

/// The first byte chooses the table, the others are its file.
pub const DOOR: Door = Door {
    name: "import",
    longest: 3000,
    seeds,
    words: || {
        let words = [
            ",",
            "\"",
            "\"\"",
            "\r\n",
            ";",
            "{}",
            "{\"\"id\"\":\"\"x\"\"}",
            "more",
            "id",
            "iso3",
            "kind",
            "value",
            "source",
            "sources",
            "checked",
            "field",
            "old",
            "new",
            "note",
            "xaa",
            "xab",
            "lake-gazette",
            "website",
            "email",
            "phone",
            "mailto:",
            "https://",
            "+41 22 000 00 00",
            "1961-09",
            "2026-02-30",
            "lower",
            "member",
            "members.json",
            "parliaments.json",
            "chambers.lower.seats",
            "99999999999",
            "-1",
            "1.5",
        ];
        words.map(str::to_owned).to_vec()
    },
    shown: |input| {
        let (name, table) = parts(input);
        format!("{name}\n{}", decode(name, table).0)
    },
    try_input,
};

/// The data as tables, whole and with each row alone.
fn seeds() -> Vec<Vec<u8>> {
    let tables = export(&THREE).expect("the committed data are sound");
    let mut seeds = Vec::new();
    for (name, text) in &tables {
        let place = TABLES.iter().position(|table| table == name);
        let place = place.and_then(|place| u8::try_from(place).ok());
        let place = place.expect("it is one of a few tables");
        let seed = |text: &str| [&[place], text.as_bytes()].concat();
        let mut lines = text.lines();
        let header = lines.next().unwrap_or_default();
        seeds.push(seed(text));
        seeds.extend(lines.map(|line| seed(&format!("{header}\n{line}\n"))));
    }
    seeds
}

fn parts(input: &[u8]) -> (&'static str, &[u8]) {
    let (first, table) = input.split_first().unwrap_or((&0, &[]));
    (TABLES[usize::from(*first) % TABLES.len()], table)
}

/// What was taken stands in canonical form; taken once more, it changes nothing.
fn try_input(input: &[u8]) {
    let (name, table) = parts(input);
    let (text, _) = decode(name, table);
    let tables = CsvFiles::from([(name.to_owned(), text)]);
    let imported = import(&THREE, &tables).expect("the committed data are sound");
    for conflict in &imported.conflicts {
        assert!(!conflict.to_string().is_empty());
    }
    if imported.changed.is_empty() {
        assert_eq!(imported.files, *THREE);
        return;
    }
    for (file, text) in &imported.files {
        let canonical = canonical(file, text);
        assert_eq!(canonical.as_ref(), Ok(text), "{file}");
    }
    let again = import(&imported.files, &tables).expect("what was written can be read");
    assert!(
        again.changed.is_empty(),
        "changed again: {:?}",
        again.changed
    );
    for finding in editing::check(&imported.files) {
        assert!(!finding.to_string().is_empty());
    }
}
