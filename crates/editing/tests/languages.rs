//! The catalogues and translations of this repository.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use directory::catalogue::ContentTranslations;
use directory::{Catalogue, PartialDate};
use editing::catalogue;
use editing::translatable::translatable_texts;
use editing::{DataFiles, texts_of};
use serde_json::Value;

/// Catalogues by the code of their language.
fn catalogues() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/locales");
    let files = std::fs::read_dir(folder).expect("the catalogues");
    let read = |path: std::path::PathBuf| {
        let code = path.file_stem()?.to_str()?.to_owned();
        Some((code, std::fs::read_to_string(path).ok()?))
    };
    files.filter_map(|file| read(file.ok()?.path())).collect()
}

fn words(code: &str) -> Catalogue {
    Catalogue::read(&catalogues()[code]).expect("a valid catalogue")
}

fn data() -> DataFiles {
    files::read(&files::folder("../../public/data"))
}

#[test]
fn every_catalogue_has_all_texts_values_and_forms() {
    for (code, catalogue) in catalogues() {
        assert_eq!(catalogue::check(&code, &catalogue), []);
        assert_eq!(words(&code).language_code(), code);
    }
}

#[test]
fn the_languages_of_the_network_have_catalogues_and_translations() {
    let network: Value = serde_json::from_str(&data()["network.json"]).unwrap();
    let languages: Vec<&str> = network["languages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let named: BTreeSet<&str> = languages.iter().copied().collect();
    let catalogues = catalogues();
    assert_eq!(named, catalogues.keys().map(String::as_str).collect());
    let (directory, _) = editing::read(&data()).unwrap();
    let wanted = translatable_texts(&directory);
    for code in &languages[1..] {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for file in texts_of(code) {
            let text = &data()[&file];
            ContentTranslations::read(text).unwrap();
            texts.append(&mut serde_json::from_str(text).unwrap());
        }
        let missing: Vec<_> = wanted
            .iter()
            .filter(|text| !texts.contains_key(*text))
            .collect();
        assert!(missing.is_empty(), "{code} lacks {missing:?}");
    }
}

#[test]
fn no_text_is_left_in_english_by_accident() {
    let english: Value = serde_json::from_str(&catalogues()["en"]).unwrap();
    for (code, catalogue) in catalogues().into_iter().filter(|(code, _)| code != "en") {
        let other: Value = serde_json::from_str(&catalogue).unwrap();
        let mut same = Vec::new();
        collect_untranslated("", &english, &other, &mut same);
        // One word that two languages share is no accident; several are, but in
        // the names of licences.
        same.retain(|(key, text)| {
            if key.starts_with("licence.") {
                return false;
            }
            let parts = text.split('{').map(|part| part.split('}').next_back());
            let own_words: String = parts.flatten().collect();
            own_words
                .split_whitespace()
                .filter(|word| word.len() > 1)
                .count()
                > 1
        });
        assert_eq!(same, [], "{code}");
    }
}

fn collect_untranslated(
    key: &str,
    english: &Value,
    other: &Value,
    same: &mut Vec<(String, String)>,
) {
    match (english, other) {
        (Value::Object(entries), _) => {
            for (name, english) in entries {
                let separator = if key.is_empty() { "" } else { "." };
                collect_untranslated(
                    &format!("{key}{separator}{name}"),
                    english,
                    &other[name],
                    same,
                );
            }
        }
        (Value::String(text), Value::String(other)) if text == other => {
            same.push((key.to_owned(), text.clone()));
        }
        _ => {}
    }
}

/// The samples are those of `Intl.PluralRules`: tests/e2e/languages.spec.ts
/// compares the same file with Chromium's.
#[test]
fn numbers_take_the_categories_of_cldr() {
    let samples: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(include_str!("../../directory/tests/plurals.json")).unwrap();
    assert!(
        samples.keys().eq(catalogues().keys()),
        "each language has samples"
    );
    for (code, categories) in samples {
        let words = words(&code);
        for (category, numbers) in categories {
            for number in numbers.split(' ') {
                assert_eq!(words.category(number), category, "{number} in {code}");
            }
        }
    }
}

#[test]
fn numbers_and_dates_are_written_as_each_language_does() {
    let date = |text: &str| text.parse::<PartialDate>().unwrap();
    for (code, number, share, day, month) in [
        ("en", "2,980", "12.5%", "28 November 2021", "November 2021"),
        (
            "fr",
            "2\u{202f}980",
            "12,5\u{202f}%",
            "28 novembre 2021",
            "novembre 2021",
        ),
        (
            "es",
            "2980",
            "12,5\u{a0}%",
            "28 de noviembre de 2021",
            "noviembre de 2021",
        ),
        (
            "ar",
            "2,980",
            "12.5\u{200e}%\u{200e}",
            "28 نوفمبر 2021",
            "نوفمبر 2021",
        ),
        (
            "pt",
            "2980",
            "12,5%",
            "28 de novembro de 2021",
            "novembro de 2021",
        ),
        (
            "ru",
            "2\u{a0}980",
            "12,5\u{a0}%",
            "28 ноября 2021 г.",
            "ноябрь 2021 г.",
        ),
        ("zh", "2,980", "12.5%", "2021年11月28日", "2021年11月"),
    ] {
        let words = words(code);
        assert_eq!(words.number(2980), number, "{code}");
        assert_eq!(words.share(12.5), share, "{code}");
        assert_eq!(words.date(date("2021-11-28")), day, "{code}");
        assert_eq!(words.date(date("2021-11")), month, "{code}");
    }
    assert_eq!(words("fr").date(date("2026-07-01")), "1er juillet 2026");
    assert_eq!(words("es").number(12345), "12.345");
    assert_eq!(words("en").number(999), "999");
}

#[test]
fn a_remark_is_told_in_the_readers_language_with_its_numbers_and_dates() {
    let files = data();
    let compare = editing::collation::collator_for("fr");
    let (directory, findings) =
        editing::read_for_language(&words("fr").into(), &compare, &files).unwrap();
    assert_eq!(findings, []);
    let told = directory.translated("20 directly elected; 5 appointed");
    assert_eq!(told.lang, None);
    assert!(
        told.text.contains("20") && told.text.contains('5'),
        "{}",
        told.text
    );
    let told = directory.translated("New lower or single chamber elected on 2026-02-11.");
    assert!(told.text.contains("11 février 2026"), "{}", told.text);
    let unknown = directory.translated("A text that no file has.");
    assert_eq!(
        (&*unknown.text, unknown.lang),
        ("A text that no file has.", Some("en"))
    );
    assert_eq!(
        directory.translated("42.4").lang,
        None,
        "a number has no language"
    );

    let algeria = directory.member_at("algeria").unwrap();
    assert_eq!(
        directory
            .localized(&algeria.capital.as_ref().unwrap().city)
            .text,
        "Alger"
    );
    let first = directory.by_name().next().unwrap();
    assert_eq!(first.names.get("fr"), "Afghanistan");
}
