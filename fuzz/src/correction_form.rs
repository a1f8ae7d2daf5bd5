//! A sheet of corrections that comes back.

use std::sync::LazyLock;

use directory::Directory;
use editing::correction_form::{csv, differences, text_of_form};

use crate::door::Door;
use crate::files::{THREE_IN_ENGLISH, THREE_IN_FRENCH};

pub const DOOR: Door = Door {
    name: "correction-form",
    longest: 3000,
    seeds,
    words: || {
        let words = [
            "\u{feff}",
            "sep=;\r\n",
            "\t",
            ";",
            ",",
            "\"",
            "\"\"",
            "\r\n",
            "'=",
            "joined",
            "correction",
            "chambers.lower.seats",
            "next_election",
            "members.json",
            "contacts.json",
            "parliaments.json",
            "xaa",
            "xab",
            "-lower",
            "11.02.2027",
            "2/11/27",
            "11 Feb 2027",
            "Feb-27",
            "46000",
            "\u{202e}",
        ];
        words.map(str::to_owned).to_vec()
    },
    shown: crate::door::as_text,
    try_input,
};

static DIRECTORIES: LazyLock<[&Directory; 2]> =
    LazyLock::new(|| [&THREE_IN_ENGLISH, &THREE_IN_FRENCH]);

/// Forms as they are published, as programs for tables save them, with a
/// correction in each of a few lines.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for directory in *DIRECTORIES {
        for member in &directory.members {
            let form = csv(directory, member);
            let lines: Vec<&str> = form.lines().collect();
            for lines in lines[1..].chunks(5) {
                let rows = lines.join("2 Feb 2027\r\n");
                seeds.push(format!("{}\r\n{rows}31/12/2026\r\n", self::header(&form)).into_bytes());
            }
            seeds.push(form.replace(',', ";").into_bytes());
            let latin = form
                .chars()
                .map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?'));
            seeds.push(latin.collect());
        }
    }
    seeds
}

fn header(form: &str) -> &str {
    form.lines().next().unwrap_or_default()
}

/// Each difference can be told, and stands on the form.
fn try_input(input: &[u8]) {
    let Some(text) = text_of_form(input, &*DIRECTORIES) else {
        return;
    };
    for difference in differences(&text, &*DIRECTORIES).into_iter().flatten() {
        assert!(!difference.to_string().is_empty());
        assert!(!difference.correction.is_empty() || !difference.published.is_empty());
    }
}
