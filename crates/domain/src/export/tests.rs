use serde_json::Value;

use super::*;
use crate::directory::Origin;
use crate::fixture::{directory, text};

fn written(directory: &Directory, places: &[usize]) -> Vec<Vec<String>> {
    let table = csv(directory, places);
    let table = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_holds_the_given_results_in_their_order() {
    let rows = written(&directory(), &[4, 0]);
    assert_eq!(rows[0], COLUMNS);
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
        "",
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
    let json: Value = serde_json::from_str(&json(&directory, &Query::default(), &[7], 0)).unwrap();
    let member = json["members"][0].as_object().unwrap();
    assert_eq!(member["capital"], "Ōjuna City");
    for absent in ["joined", "parliament", "seats", "women_share", "notes"] {
        assert!(!member.contains_key(absent), "{absent}");
    }
}

#[test]
fn notes_tell_where_the_facts_are_older_than_they_look() {
    let mut directory = directory();
    let member = &mut directory.members[0];
    member.notes = vec!["Of the state.".to_owned()];
    let parliament = member.parliament.as_mut().unwrap();
    parliament.notes = vec!["Of the parliament.".to_owned()];
    parliament.websites[0].origin.as_of = Some("2015-11".parse().unwrap());
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
fn json_tells_what_it_holds_and_whence() {
    let directory = directory();
    let query = Query::parse("region=north&q=“x\"");
    let text = json(&directory, &query, &[0, 1], 0);
    let json: Value = serde_json::from_str(&text).unwrap();
    let about = &json["about"];
    assert_eq!(
        about["sentence"],
        "2 of 8: parliaments in the Northland matching ““x\"”, best match first"
    );
    assert_eq!(about["query"], "q=%E2%80%9Cx%22&region=north");
    assert_eq!(about["data_version"], "2026.11.23");
    assert_eq!(about["data_date"], "2026-11-23");
    assert_eq!(about["licence"], "Free to use.");
    assert_eq!(about["sources"][0]["id"], "book");
    assert_eq!(about["sources"][0]["licence"], "cc-by");
    assert_eq!(json["members"][1]["id"], "bel");
    assert_eq!(json["members"][0]["seats"], 150);
    assert_eq!(json["members"][0]["sources"][0], "book");
    let none: Value = serde_json::from_str(&super::json(&directory, &query, &[], 0)).unwrap();
    assert_eq!(none["members"].as_array().map(Vec::len), Some(0));
}

#[test]
fn sources_are_gathered_from_the_whole_record_and_nowhere_else() {
    let mut directory = directory();
    assert_eq!(sources_used(&directory, &[]), [0; 0]);
    assert_eq!(sources_used(&directory, &[0, 1]), [0]);
    let list = Origin {
        sources: vec![1],
        ..Origin::default()
    };
    let parliament = directory.members[1].parliament.as_mut().unwrap();
    let fields = &mut parliament.chambers[0].provenance.fields;
    fields.push(("women".to_owned(), list));
    assert_eq!(sources_used(&directory, &[0]), [0]);
    assert_eq!(sources_used(&directory, &[0, 1]), [0, 1]);
    assert_eq!(written(&directory, &[1])[1][20], "book; list");
}

#[test]
fn the_text_beside_a_table_says_what_the_table_cannot() {
    let query = Query::parse("region=north");
    let address = "https://assembly.example/?region=north";
    let text = notes_text(&directory(), &query, address, &[0], 0);
    for fact in [
        "Assembly of Invented States\n1 of 8: parliament in the Northland\n",
        address,
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
    let directory = directory();
    let query = Query::parse("region=north&year=1975");
    let json: Value = serde_json::from_str(&json(&directory, &query, &[0, 1], 1)).unwrap();
    let about = &json["about"];
    assert_eq!(
        about["sentence"],
        "3 of 5: parliaments in the Northland, at the end of 1975, by name"
    );
    assert_eq!(about["year"], 1975);
    assert_eq!(about["former_members_without_row"], 1);
    assert_eq!(json["members"].as_array().map(Vec::len), Some(2));
    let text = notes_text(&directory, &query, "https://assembly.example/", &[0, 1], 1);
    let line = "The rows show what is known today of those that belonged at the end of 1975; \
                1 former member has no row.\n";
    assert!(text.contains(line), "{text}");
    let today = super::json(&directory, &Query::parse("year=2026"), &[0], 0);
    assert!(!today.contains("former_members"), "{today}");
}
