//! The notes that go with what a page picks from whole exports.

use directory::export::notes::ExportNotes;
use directory::export::subset::{self, rows};
use directory::fixture::directory;
use directory::sentence::sentence;
use directory::{Directory, Query};
use exports::members;
use serde_json::Value;

const ADDRESS: &str = "https://assembly.example/?region=north";

/// What goes with the first two members, and `former` ones without a row.
struct Export {
    directory: Directory,
    query: Query,
    former: usize,
}

impl Export {
    fn new(query: &str, former: usize) -> Self {
        let (directory, query) = (directory(), Query::parse(query));
        Self {
            directory,
            query,
            former,
        }
    }

    /// JSON and notes.
    fn first(&self, count: usize) -> (Value, String) {
        let Self {
            directory,
            query,
            former,
        } = self;
        let ids = &["alb", "bel"][..count];
        let whole = members::json(directory, &directory.members);
        let rows = rows(&whole, ids);
        let sentence = sentence(directory, query, count + former).whole;
        let shown = ExportNotes {
            directory,
            sentence,
            address: ADDRESS.to_owned(),
        };
        let about = shown.about_members(query, &rows, *former);
        let json = subset::json(&rows, "members", &about);
        let notes = shown.notes_of_members(query, &rows, *former);
        (serde_json::from_str(&json).unwrap(), notes)
    }
}

#[test]
fn json_tells_what_it_holds_and_whence() {
    let export = Export::new("region=north&q=“x\"", 0);
    let (json, _) = export.first(2);
    let about = &json["about"];
    assert_eq!(
        about["sentence"],
        "2 of 8: parliaments in the Northland matching ““x\"”, best match first"
    );
    assert_eq!(about["address"], ADDRESS);
    assert_eq!(about["query"], "q=%E2%80%9Cx%22&region=north");
    assert_eq!(about["data_version"], "2026.11.23");
    assert_eq!(about["data_date"], "2026-11-23");
    assert_eq!(about["licence"], "Free to use.");
    assert_eq!(about["sources"][0]["id"], "book");
    assert_eq!(about["sources"][0]["licence"], "cc-by");
    assert_eq!(json["members"][1]["id"], "bel");
    assert_eq!(json["members"][0]["seats"], 150);
    assert_eq!(json["members"][0]["sources"][0], "book");
    let (none, _) = export.first(0);
    assert_eq!(none["members"].as_array().map(Vec::len), Some(0));
    assert_eq!(none["about"]["sources"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_sources_told_are_those_that_the_rows_name() {
    let mut export = Export::new("", 0);
    let list = directory::model::Origin {
        sources: vec![directory::model::SourceIdx::new(1)],
        ..Default::default()
    };
    let parliament = export.directory.members[1].parliament.as_mut().unwrap();
    let fields = &mut parliament.chambers[0].provenance.fields;
    fields.push(("women".to_owned(), list));
    let ids = |count| {
        let (json, notes) = export.first(count);
        let sources = json["about"]["sources"].as_array().unwrap();
        let ids: Vec<String> = sources
            .iter()
            .map(|source| source["id"].to_string())
            .collect();
        let lines = notes.lines().filter(|line| line.starts_with("- "));
        assert_eq!(lines.count(), ids.len());
        ids.join(" ")
    };
    assert_eq!(ids(0), "");
    assert_eq!(ids(1), "\"book\"");
    assert_eq!(ids(2), "\"book\" \"list\"");
}

#[test]
fn the_text_beside_a_table_says_what_the_table_cannot() {
    let (_, text) = Export::new("region=north", 0).first(1);
    for fact in [
        "Assembly of Invented States\n1 of 8: parliament in the Northland\n",
        ADDRESS,
        "Data 2026.11.23 of 23 November 2026\nFree to use.\n",
        "begins with '",
        "- book: The book; A press; https://book.example/; CC BY 4.0; retrieved 20 November 2026\n",
    ] {
        assert!(text.contains(fact), "{fact:?} in {text}");
    }
    assert!(!text.contains("unused"), "{text}");
}

#[test]
fn a_past_year_is_told_with_the_former_members_that_have_no_row() {
    let (json, text) = Export::new("region=north&year=1975", 1).first(2);
    let about = &json["about"];
    assert_eq!(
        about["sentence"],
        "3 of 5: states in the Northland, at the end of 1975, by name"
    );
    assert_eq!(about["year"], 1975);
    assert_eq!(about["former_members_without_row"], 1);
    assert_eq!(json["members"].as_array().map(Vec::len), Some(2));
    let line = "The rows show what is known today of those that belonged at the end of 1975; \
                1 former member has no row.\n";
    assert!(text.contains(line), "{text}");
    let (today, _) = Export::new("year=2026", 0).first(1);
    assert!(today["about"].get("former_members_without_row").is_none());
}

#[test]
fn what_is_told_of_events_is_the_same_but_for_their_sources() {
    let directory = directory();
    let sentence = "1 of 6: “summits\"".to_owned();
    let shown = ExportNotes {
        directory: &directory,
        sentence,
        address: ADDRESS.to_owned(),
    };
    let about: Value = serde_json::from_str(&shown.about_rows()).unwrap();
    assert_eq!(about["sentence"], shown.sentence);
    assert_eq!(about["address"], ADDRESS);
    assert_eq!(about["data_version"], "2026.11.23");
    assert_eq!(about["licence"], "Free to use.");
    let text = shown.notes_of_rows();
    for fact in [
        "Assembly of Invented States\n1 of 6: “summits\"\n",
        ADDRESS,
        "Free to use.\n",
    ] {
        assert!(text.contains(fact), "{fact:?} in {text}");
    }
    assert!(!text.contains("- book"), "{text}");
}
