use serde_json::Value;

use super::*;
use directory::fixture::{directory, text};
use directory::model::Origin;

fn written(directory: &Directory, places: &[usize]) -> Vec<Vec<String>> {
    let table = csv(
        directory,
        places.iter().map(|&place| &directory.members[place]),
    );
    let table = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_holds_the_given_results_in_their_order() {
    let rows = written(&directory(), &[4, 0]);
    assert_eq!(rows[0], COLUMNS.map(|(name, _)| name));
    let ids: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["id", "gor", "alb"]);
    let expected = [
        "alb",
        "AL",
        "001",
        "Albora",
        "Republic of Albora",
        "member",
        "Northland",
        "Near North",
        "1961-09",
        "Albora City",
        "Assembly",
        "bicameral",
        "functioning",
        "Albora City",
        "https://alb.example/",
        "150",
        "40",
        "2024-05",
        "2028-05-14",
        "",
        "book",
        "2026.11.23",
    ];
    assert_eq!(rows[2], expected);
}

#[test]
fn what_is_unknown_is_empty_in_csv_and_absent_in_json() {
    let directory = directory();
    let row = &written(&directory, &[7])[1];
    let known = ["jun", "JU", "001", "Ōjuna", "Republic of Ōjuna", "observer"];
    assert_eq!(row[..6], known);
    assert!(row[10..20].iter().all(String::is_empty), "{row:?}");
    let json: Value = serde_json::from_str(&json(&directory, &directory.members)).unwrap();
    let member = json[7].as_object().unwrap();
    assert_eq!(member["capital"], "Ōjuna City");
    for absent in ["joined", "parliament", "seats", "women_share", "notes"] {
        assert!(!member.contains_key(absent), "{absent}");
    }
}

#[test]
fn notes_tell_where_the_facts_are_older_than_they_look() {
    let mut directory = directory();
    directory.network.contacts.links_since = Some("2018".parse().unwrap());
    let member = &mut directory.members[0];
    member.notes = vec!["Of the state.".to_owned()];
    member.contacts[0].last_verified = Some("2015-11".parse().unwrap());
    let parliament = member.parliament.as_mut().unwrap();
    parliament.notes = vec!["Of the parliament.".to_owned()];
    parliament.chambers[1].notes = vec!["Of the chamber.".to_owned()];
    parliament.chambers[1].later_election = Some("2026-07-02".parse().unwrap());
    let notes = "Of the state. Of the parliament. Website not checked since 2015. \
                 Upper chamber: Of the chamber. \
                 Upper chamber: Figures from before the vote of 2 July 2026.";
    assert_eq!(written(&directory, &[0])[1][19], notes);
}

#[test]
fn a_hostile_name_is_no_formula() {
    let mut directory = directory();
    directory.members[0].names = text("=HYPERLINK(\"https://x.example\")\",\"-1");
    let row = &written(&directory, &[0])[1];
    assert_eq!(row[3], "'=HYPERLINK(\"https://x.example\")\",\"-1");
    assert_eq!(row.len(), COLUMNS.len());
}

#[test]
fn sources_are_gathered_from_the_whole_record_and_nowhere_else() {
    let mut directory = directory();
    assert_eq!(written(&directory, &[1])[1][20], "book");
    let list = Origin {
        sources: vec![SourceIdx::new(1)],
        ..Origin::default()
    };
    let parliament = directory.members[1].parliament.as_mut().unwrap();
    let fields = &mut parliament.chambers[0].provenance.fields;
    fields.push(("women".to_owned(), list));
    assert_eq!(written(&directory, &[0])[1][20], "book");
    assert_eq!(written(&directory, &[1])[1][20], "book; list");
}
