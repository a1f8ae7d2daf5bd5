//! The labelled queries of `search-set.tsv` and `event-search-set.tsv`, against
//! the committed data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::Path;
use std::sync::Arc;

use directory::Directory;
use directory::catalogue::Catalogue;
use directory::model::{EventIdx, MemberIdx};
use directory::search::SearchIndex;
use editing::{DataFiles, FILES, texts_of};
use unicode_normalization::UnicodeNormalization;

/// The languages of the network.
const LANGUAGES: [&str; 7] = ["en", "fr", "es", "ar", "pt", "ru", "zh"];

/// A query of a set, and the id of the member, or those of the events, that a
/// reader means by it.
struct Labelled {
    query: &'static str,
    language: &'static str,
    category: &'static str,
    wanted: &'static str,
}

fn labelled(set: &'static str) -> Vec<Labelled> {
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
    set.lines().skip(1).map(row).collect()
}

fn of_members() -> Vec<Labelled> {
    labelled(include_str!("search-set.tsv"))
}

fn of_events() -> Vec<Labelled> {
    labelled(include_str!("event-search-set.tsv"))
}

fn directory() -> Directory {
    directory_in("en")
}

/// The committed data for readers of `language`.
fn directory_in(language: &str) -> Directory {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
    let names = FILES.map(str::to_owned).into_iter();
    let names = names.chain(texts_of(language));
    // What is missing is for the tests of the data to say.
    let file = |name: String| {
        let text = std::fs::read_to_string(public.join("data").join(&name)).ok()?;
        Some((name, text))
    };
    let files: DataFiles = names.filter_map(file).collect();
    let catalogue = public.join("locales").join(format!("{language}.json"));
    let catalogue = std::fs::read_to_string(catalogue).expect("a catalogue of the language");
    let catalogue = Arc::new(Catalogue::read(&catalogue).expect("a sound catalogue"));
    let (directory, _) = editing::read_for_language(&catalogue, &str::cmp, &files)
        .expect("the committed data can be read");
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
    for row in of_members() {
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
                    format!("{id} ({:?}: {})", hit.reason, hit.text)
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

/// Names in traditional characters: those of Unicode CLDR 48.2 for Taiwan and
/// for Hong Kong, and some that are written like the simplified ones.
#[test]
fn the_member_of_a_name_in_traditional_characters_comes_first() {
    let directory = directory_in("zh");
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    let rows = include_str!("traditional-names.tsv").lines().skip(1);
    let missed: Vec<String> = rows
        .filter_map(|row| {
            let (query, wanted) = row.split_once('\t').expect("two columns");
            let best = index.search(query).into_iter().next();
            let found = best.map(|best| (directory[best.item].id.as_str(), best.text));
            let is_found = found.as_ref().is_some_and(|(id, _)| *id == wanted);
            (!is_found).then(|| format!("{query}: wanted {wanted}, found {found:?}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// `text` in each of its traditional forms: where a simplified character has
/// several, each of them once.
fn traditional_forms(directory: &Directory, text: &str) -> BTreeSet<String> {
    let forms: Vec<char> = directory.letter_variants.chars().collect();
    let forms_of = |simplified: char| -> Vec<char> {
        let pairs = forms.chunks(2).filter(|pair| pair[1] == simplified);
        pairs.map(|pair| pair[0]).collect()
    };
    let most = text.chars().map(|letter| forms_of(letter).len()).max();
    let form = |at: usize| {
        let letters = text.chars().map(|letter| {
            let forms = forms_of(letter);
            let form = forms.get(at % forms.len().max(1));
            form.copied().unwrap_or(letter)
        });
        letters.collect()
    };
    (0..most.unwrap_or(0)).map(form).collect()
}

/// Whether each of `texts` finds the same in all its traditional forms.
fn check_traditional_forms<I: Copy + PartialEq + Debug>(
    directory: &Directory,
    index: &SearchIndex<I>,
    texts: impl Iterator<Item = String>,
) {
    let mut forms = 0;
    for text in texts {
        for typed in traditional_forms(directory, &text) {
            forms += 1;
            assert_eq!(index.search(&typed), index.search(&text), "{typed}");
            assert_eq!(index.nearest(&typed, 3), index.nearest(&text, 3), "{typed}");
        }
    }
    assert!(forms > 0, "no text has traditional forms");
}

#[test]
fn traditional_characters_find_what_the_simplified_ones_find() {
    let directory = directory_in("zh");
    let queries = |rows: Vec<Labelled>| {
        let rows = rows.into_iter().filter(|row| row.language == "zh");
        rows.map(|row| row.query.to_owned())
    };
    let names = directory.members.iter();
    let names = names.map(|member| member.names.get("zh").to_owned());
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    check_traditional_forms(&directory, &index, names.chain(queries(of_members())));
    let names = directory.network.former_members.iter();
    let names = names.map(|former| former.names.get("zh").to_owned());
    let index = SearchIndex::of_former_members(&directory, nfkd_lowercase);
    check_traditional_forms(&directory, &index, names);
    let titles = directory.events.iter();
    let titles = titles.map(|event| directory.title_of(event).text.into_owned());
    let index = SearchIndex::of_events(&directory, nfkd_lowercase);
    check_traditional_forms(&directory, &index, titles.chain(queries(of_events())));
}

#[test]
fn other_languages_have_no_variants_of_letters() {
    for language in LANGUAGES.into_iter().filter(|language| *language != "zh") {
        assert_eq!(directory_in(language).letter_variants, "", "{language}");
    }
}

#[test]
fn events_are_found_by_traditional_characters() {
    let directory = directory_in("zh");
    let index = SearchIndex::of_events(&directory, nfkd_lowercase);
    for (typed, text) in [
        ("貝爾格萊德", "贝尔格莱德"),
        ("開羅", "开罗"),
        ("烏干達", "乌干达"),
        ("馬來西亞", "马来西亚"),
        ("部長級會議", "部长级会议"),
        ("國家元首", "国家元首"),
        ("印尼", "印尼"),
        ("南韓", "南韓"),
        ("克羅埃西亞", "克羅埃西亞"),
    ] {
        let hits = index.search(typed);
        assert!(
            hits.iter().any(|hit| hit.text.contains(text)),
            "{typed}: {hits:?}"
        );
        assert_eq!(hits, index.search(text));
    }
}

#[test]
fn the_set_covers_every_category_and_language() {
    let rows = of_members();
    assert!(rows.len() >= 150, "{} queries", rows.len());
    let queries: BTreeSet<_> = rows.iter().map(|row| (row.query, row.language)).collect();
    assert_eq!(queries.len(), rows.len(), "a query stands twice");

    let count = |language: Option<&str>, category: &str| {
        let fits = |row: &&Labelled| {
            row.category == category && language.is_none_or(|language| row.language == language)
        };
        rows.iter().filter(fits).count()
    };
    for language in LANGUAGES {
        for category in ["exact", "prefix", "one-typo"] {
            assert!(
                count(Some(language), category) >= 3,
                "{category} in {language}"
            );
        }
    }
    for category in [
        "two-typos",
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
    let others = rows.iter().filter(|row| !LANGUAGES.contains(&row.language));
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

#[test]
fn the_events_a_reader_means_are_shown_and_no_others() {
    let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for language in LANGUAGES {
        let directory = directory_in(language);
        let index = SearchIndex::of_events(&directory, nfkd_lowercase);
        for row in of_events().iter().filter(|row| row.language == language) {
            let hits = index.search(row.query);
            let found: BTreeSet<&str> = hits.iter().map(|hit| &*directory[hit.item].id).collect();
            let wanted: BTreeSet<&str> = row.wanted.split_terminator(' ').collect();
            let (held, all) = recall.entry(row.category).or_default();
            *all += 1;
            // Of an exact title, the event named first is the best hit.
            let best = hits.first().map(|hit| &*directory[hit.item].id);
            let is_ordered = row.category != "exact" || best == row.wanted.split(' ').next();
            if found == wanted && is_ordered {
                *held += 1;
                continue;
            }
            let lacking: Vec<_> = wanted.difference(&found).collect();
            let others = hits
                .iter()
                .filter(|hit| !wanted.contains(&*directory[hit.item].id));
            let others: Vec<String> = others
                .map(|hit| {
                    format!(
                        "{} ({:?}: {})",
                        directory[hit.item].id, hit.reason, hit.text
                    )
                })
                .collect();
            missed.push(format!(
                "{} ({language}): lacks {lacking:?}, has {others:?}, {best:?} first",
                row.query
            ));
        }
    }
    for (category, (held, all)) in &recall {
        eprintln!("{category}: {held} of {all} as meant");
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn an_exact_title_finds_its_event_first() {
    for language in LANGUAGES {
        let directory = directory_in(language);
        let index = SearchIndex::of_events(&directory, nfkd_lowercase);
        for (event_idx, event) in EventIdx::each(&directory) {
            let title = directory.title_of(event).text;
            let hits = index.search(&title);
            let is_found = hits.iter().any(|hit| hit.item == event_idx);
            assert!(is_found, "{} is lost by {title}", event.id);
            // Meetings of one title are equally good.
            assert_eq!(hits[0].text, title, "{language}");
        }
    }
}

#[test]
fn the_set_of_events_covers_every_category_and_language() {
    let directory = directory();
    let rows = of_events();
    assert!(rows.len() >= 60, "{} queries", rows.len());
    let queries: BTreeSet<_> = rows.iter().map(|row| (row.query, row.language)).collect();
    assert_eq!(queries.len(), rows.len(), "a query stands twice");
    for row in &rows {
        assert!(LANGUAGES.contains(&row.language), "{}", row.query);
        for id in row.wanted.split_terminator(' ') {
            assert!(directory.event(id).is_some(), "{}: {id}", row.query);
        }
    }
    for language in LANGUAGES {
        let count = rows.iter().filter(|row| row.language == language).count();
        assert!(count >= 4, "{count} queries in {language}");
    }
    for (category, least) in [
        ("exact", 7),
        ("title", 8),
        ("other-title", 5),
        ("city", 8),
        ("country", 5),
        ("host", 2),
        ("organ", 3),
        ("type", 3),
        ("theme", 3),
        ("year", 5),
        ("two-texts", 5),
        ("typo", 8),
        ("nothing", 3),
    ] {
        let count = rows.iter().filter(|row| row.category == category).count();
        assert!(count >= least, "{count} queries of {category}");
    }
}
