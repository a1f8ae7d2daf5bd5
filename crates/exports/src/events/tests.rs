use serde_json::Value;

use super::*;
use directory::fixture::directory;
use directory::model::{Origin, SourceIdx};

fn rows(directory: &Directory) -> Vec<Vec<String>> {
    let table = csv(directory, &directory.events);
    let table = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn cell<'a>(rows: &'a [Vec<String>], id: &str, column: &str) -> &'a str {
    let row = rows.iter().find(|row| row[0] == id);
    let place = COLUMNS.iter().position(|(known, _)| *known == column);
    &row.expect("the event")[place.expect("the column")]
}

#[test]
fn an_event_is_told_with_where_it_was_and_whence_that_is_known() {
    let directory = directory();
    let rows = rows(&directory);
    assert_eq!(rows[0], COLUMNS.map(|(name, _)| name));
    assert_eq!(rows.len(), 1 + directory.events.len());
    for (column, expected) in [
        ("type", "summit"),
        ("type_name", "Summit"),
        ("state", "held"),
        ("title", "The first event"),
        ("start", "1961-09-01"),
        ("end", "1961-09-06"),
        ("city", "alb City"),
        ("country", "alb"),
        ("country_name", "Albora"),
        ("venue", ""),
        ("online", "false"),
        ("hosts", "alb"),
        ("members", ""),
        ("organ", "congress"),
        ("organ_name", "Congress"),
        ("summary", "What the first event was about."),
        ("sources", "The book (https://book.example/)"),
        ("source_ids", "book"),
        ("data_version", "2026.11.23"),
    ] {
        assert_eq!(cell(&rows, "first", column), expected, "{column}");
    }
    assert_eq!(cell(&rows, "second", "start"), "1964");
    assert_eq!(cell(&rows, "talks", "country_name"), "Yonder");
    assert_eq!(cell(&rows, "online", "online"), "true");
    assert_eq!(cell(&rows, "online", "hosts"), "alb; hal");
}

#[test]
fn json_holds_the_same_and_leaves_out_what_is_unknown() {
    let directory = directory();
    let text = json(&directory, &directory.events);
    let json: Value = serde_json::from_str(&text).unwrap();
    let online = &json[3];
    assert_eq!(online["id"], "online");
    assert_eq!(online["online"], true);
    assert_eq!(online["hosts"][1], "hal");
    for absent in ["city", "country", "venue", "organ", "end", "theme"] {
        assert!(online.get(absent).is_none(), "{absent}");
    }
    assert_eq!(text.lines().count(), 2 + directory.events.len());
}

#[test]
fn a_hostile_text_is_no_formula_and_stays_on_its_line() {
    let mut directory = directory();
    let details = &mut directory.events[0].details;
    details.venue = Some("=1+1\r\n\"x\u{2028}y\",z".to_owned());
    let rows = rows(&directory);
    assert_eq!(cell(&rows, "first", "venue"), "'=1+1  \"x y\",z");
    let lines = csv(&directory, &directory.events);
    assert_eq!(lines.lines().count(), rows.len());
}

#[test]
fn what_other_sources_say_stands_among_the_notes() {
    let mut directory = directory();
    let provenance = &mut directory.events[0].details.provenance;
    let with = |value: &str, note: Option<&str>| Origin {
        also: vec![Other {
            value: value.to_owned(),
            sources: vec![SourceIdx::new(0)],
            note: note.map(str::to_owned),
        }],
        ..provenance.record.clone()
    };
    let place = Origin {
        note: Some("The position is that of the city.".to_owned()),
        ..provenance.record.clone()
    };
    provenance.fields = vec![
        ("end".to_owned(), with("1961-09-07", Some("As announced."))),
        ("participants".to_owned(), with("9 states", None)),
        ("place".to_owned(), place),
    ];
    let notes = notes(&directory, &directory.events[0]);
    assert_eq!(
        notes,
        [
            "another source: 1–7 September 1961. As announced.",
            "another source: 9 states",
        ]
    );
}

#[test]
fn doubts_about_the_dates_stand_among_the_notes_once() {
    let mut directory = directory();
    let details = &mut directory.events[0].details;
    details.notes = vec!["Of the event.".to_owned(), "The day is unsure.".to_owned()];
    let mut origin = details.provenance.record.clone();
    origin.note = Some("The day is unsure.".to_owned());
    details.provenance.fields = vec![("start".to_owned(), origin)];
    let notes = notes(&directory, &directory.events[0]);
    assert_eq!(notes, ["Of the event.", "The day is unsure."]);
}
