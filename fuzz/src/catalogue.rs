//! A catalogue of texts, as a translator may write it.

use std::sync::LazyLock;

use directory::{Catalogue, PartialDate};
use editing::catalogue::check;
use serde_json::Value;

use crate::choices::{Choices, edit, edit_text};
use crate::door::Door;
use crate::files::catalogue;

/// Two bytes choose the language, one what is done: changes of values, then of
/// the text.
pub const DOOR: Door = Door {
    name: "catalogue",
    longest: 400,
    seeds: || {
        let seeds =
            (0..=u8::MAX).map(|byte| vec![0, byte % 3, byte % 2, 0, byte, 1, byte, byte, byte, 7]);
        seeds.collect()
    },
    words: || {
        let words = [
            "{count}",
            "{",
            "}",
            "i % 10 = 1..2",
            "one: n = 1 and v = 0",
            " or ",
            "other",
            "few",
        ];
        words.map(str::to_owned).to_vec()
    },
    shown: changed_text,
    try_input,
};

static CATALOGUES: LazyLock<[(String, Value); 3]> = LazyLock::new(|| {
    ["en", "fr", "ar"].map(|language| {
        let text = catalogue(language);
        let document = serde_json::from_str(&text).expect("the catalogues are JSON");
        (text, document)
    })
});

fn changed_text(input: &[u8]) -> String {
    let mut choices = Choices::new(input);
    let (text, document) = choices.of(&*CATALOGUES);
    let mut text = text.clone();
    if choices.byte().is_multiple_of(2) {
        let mut document = document.clone();
        while !choices.is_empty() {
            // The rules of plural are a language of their own, and few values.
            let is_of_language = choices.byte().is_multiple_of(4);
            match document.get_mut("language").filter(|_| is_of_language) {
                Some(language) => edit(language, &mut choices),
                None => edit(&mut document, &mut choices),
            }
        }
        text = document.to_string();
    }
    while !choices.is_empty() {
        edit_text(&mut text, &mut choices);
    }
    text
}

/// What is wrong is told; a catalogue without a finding can be used.
fn try_input(input: &[u8]) {
    let text = changed_text(input);
    let findings = check("locales/xx.json", &text);
    for finding in &findings {
        assert!(!finding.to_string().is_empty());
    }
    let words = match Catalogue::read(&text) {
        Ok(words) => words,
        Err(problem) => {
            assert!(!findings.is_empty(), "no finding, but {problem}");
            return;
        }
    };
    for number in [
        "0",
        "1",
        "2",
        "11",
        "100",
        "1.5",
        "1.50",
        "99999999999999999999",
    ] {
        assert!(!words.category(number).is_empty() || !findings.is_empty());
    }
    for date in ["1000", "2021-11", "9999-12-31", "2024-02-01"] {
        let date: PartialDate = date.parse().expect("it is a date");
        words.date(date);
        words.short_date(date);
        words.dates(date, Some(date));
        words.decade(date.decade());
    }
    for number in [0, 1, 2, 3, 11, 1234, usize::MAX] {
        words.number(number);
        words.export_csv(number);
    }
    words.share(12.345);
    words.decimal(-0.05, 1);
    words.join_or(&["a", "b", "c"].map(str::to_owned));
}
