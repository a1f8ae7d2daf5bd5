//! The labelled queries of `search-set.tsv`, against the committed data.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use directory::Directory;
use directory::model::MemberIdx;
use directory::search::SearchIndex;
use editing::{DataFiles, FILES};
use unicode_normalization::UnicodeNormalization;

/// A query of the set, and the member that a reader means by it.
struct Labelled {
    query: &'static str,
    language: &'static str,
    category: &'static str,
    wanted: &'static str,
}

fn labelled() -> Vec<Labelled> {
    let row = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [query, language, category, wanted] = columns[..] else {
            panic!("not four columns: {line}");
        };
        Labelled {
            query,
            language,
            category,
            wanted,
        }
    };
    let lines = include_str!("search-set.tsv").lines();
    lines.skip(1).map(row).collect()
}

fn directory() -> Directory {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    let mut files = DataFiles::new();
    for name in FILES {
        // What is missing is for the tests of the data to say.
        if let Ok(text) = std::fs::read_to_string(folder.join(name)) {
            files.insert(name.to_owned(), text);
        }
    }
    let (directory, _) = editing::read(&files).expect("the committed data can be read");
    directory
}

fn nfkd_lowercase(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

#[test]
fn the_member_a_reader_means_comes_first() {
    let directory = directory();
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for row in labelled() {
        let Labelled { query, wanted, .. } = row;
        let found = [index.search(query), index.search_in(query, row.language)];
        let first = |id: &str| {
            found.iter().all(|hits| {
                let first = hits.first().map(|hit| &directory[hit.item].id);
                first.is_some_and(|first| first.as_str() == id)
            })
        };
        let (held, all) = recall.entry(row.category).or_default();
        *all += 1;
        if first(wanted) {
            *held += 1;
        } else {
            let best: Vec<String> = found[0]
                .iter()
                .take(3)
                .map(|hit| {
                    let id = &directory[hit.item].id;
                    format!("{id} ({:?}: {})", hit.why, hit.text)
                })
                .collect();
            missed.push(format!("{query}: wanted {wanted}, found {best:?}"));
        }
    }
    for (category, (held, all)) in &recall {
        eprintln!("{category}: {held} of {all} first");
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_set_covers_every_category_and_language() {
    let rows = labelled();
    assert!(rows.len() >= 150, "{} queries", rows.len());
    let queries: BTreeSet<_> = rows.iter().map(|row| (row.query, row.language)).collect();
    assert_eq!(queries.len(), rows.len(), "a query stands twice");

    let languages = ["en", "fr", "es", "ar", "pt", "ru", "zh"];
    let count = |language: Option<&str>, category: &str| {
        let fits = |row: &&Labelled| {
            row.category == category && language.is_none_or(|language| row.language == language)
        };
        rows.iter().filter(fits).count()
    };
    for language in languages {
        for category in ["exact", "prefix", "one-slip"] {
            assert!(
                count(Some(language), category) >= 3,
                "{category} in {language}"
            );
        }
    }
    for category in [
        "two-slips",
        "no-accents",
        "alias",
        "former-name",
        "capital",
        "parliament",
        "chamber",
        "code",
    ] {
        assert!(count(None, category) >= 8, "{category}");
    }
    let others = rows.iter().filter(|row| !languages.contains(&row.language));
    assert!(others.count() >= 15, "native names");
}

#[test]
fn typing_on_never_loses_the_exact_name() {
    let directory = directory();
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    for (member_idx, member) in MemberIdx::each(&directory) {
        // One language for each way of writing words and articles.
        let names = member.names.0.iter();
        for (language, name) in names.filter(|(tag, _)| ["ar", "fr", "zh"].contains(&tag.as_str()))
        {
            for end in (1..=name.len()).filter(|end| name.is_char_boundary(*end)) {
                let hits = index.search_in(&name[..end], language);
                let found = hits.iter().any(|hit| hit.item == member_idx);
                assert!(found, "{} is lost at {}", member.id, &name[..end]);
            }
            let hits = index.search_in(name, language);
            assert_eq!(hits[0].item, member_idx, "{name}");
        }
    }
}
