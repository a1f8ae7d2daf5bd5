//! The canonical form, and the files without a source.

use std::collections::BTreeSet;

use editing::FILES;
use editing::licences::by_licence;
use editing::prune::without_source;
use editing::{DataFiles, canonical, check, read};

use crate::{MAP, MEMBERS, NETWORK, ORGANISATIONS, PARLIAMENTS, SOURCES, edited, three};

#[test]
fn the_canonical_form_of_any_form_is_the_same() {
    for (file, text) in three() {
        assert_eq!(canonical(&file, &text).unwrap(), text, "{file}");
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        // Keys of a value are in another order than those of a shape.
        let other = value.to_string();
        if file != MAP {
            assert_eq!(canonical(&file, &other).unwrap(), text, "{file}");
        }
    }
}

#[test]
fn the_canonical_form_orders_records_and_loses_nothing() {
    let sorted = three()[ORGANISATIONS].clone();
    let unsorted = sorted.replacen("\"lake-union\"", "\"zander-union\"", 1);
    let text = canonical(ORGANISATIONS, &unsorted).unwrap();
    assert!(text.find("reed-council").unwrap() < text.find("zander-union").unwrap());
    assert_eq!(text.len(), unsorted.len());
    let slip = sorted.replacen("\"founded\"", "\"fouded\"", 1);
    let finding = canonical(ORGANISATIONS, &slip).unwrap_err();
    assert_eq!(
        (finding.rule, finding.field.as_str()),
        ("unknown-field", "fouded")
    );
    let finding = canonical(ORGANISATIONS, "<html>").unwrap_err();
    assert_eq!(finding.rule, "file-unreadable");
}

#[test]
fn licences_list_what_rests_on_their_sources() {
    let (directory, _) = read(&three()).unwrap();
    let groups = by_licence(&directory);
    let names: Vec<&str> = groups.iter().map(|group| group.licence).collect();
    assert_eq!(names, ["cc-by", "public-domain"]);
    let [atlas] = groups[0].sources.as_slice() else {
        panic!("one source under cc-by");
    };
    assert_eq!(atlas.source.id, "shore-atlas");
    let cited: Vec<String> = atlas.cited.iter().map(ToString::to_string).collect();
    let expected = "\
organisations.json, record `lake-union`, field `members_count`
organisations.json, record `reed-council`
members.json, record `xaa`, field `capital`
members.json, record `xaa`, field `joined`
members.json, record `xaa`, field `aliases[1]`
members.json, record `xaa`, field `memberships[0]`
members.json, record `xbb`
members.json, record `xcc`, field `codes.wikidata`
parliaments.json, record `xaa`, field `names[1]`
parliaments.json, record `xaa`, field `chambers[0].filled`
parliaments.json, record `xaa`, field `chambers[0].women`
parliaments.json, record `xaa`, field `chambers[0].women_share`
contacts.json, record `xaa-upper-website`
events.json, record `lake-day-1955`
events.json, record `lake-day-1955`, field `end`
map.json";
    assert_eq!(cited.join("\n"), expected);
}

#[test]
fn what_rests_on_a_source_goes_with_it() {
    // The map rests on the atlas alone; another source makes it free of it.
    let files = edited(MAP, "\"shore-atlas\"", "\"lake-gazette\",\"shore-atlas\"");
    let pruned = without_source(&files, "shore-atlas").unwrap();
    assert_eq!(check(&pruned.files), []);
    for file in FILES {
        assert!(!pruned.files[file].contains("shore-atlas"), "{file}");
    }
    let removed: Vec<String> = pruned.removed.iter().map(ToString::to_string).collect();
    let expected = "\
sources.json, record `shore-atlas`
cities.json, record `aldermere`
events.json, record `lake-day-1955`, field `provenance.end.also[0]`
organisations.json, record `lake-union`, field `members_count`
organisations.json, record `reed-council`
members.json, record `xaa`, field `aliases[1]`
members.json, record `xaa`, field `memberships[0].also[0]`
members.json, record `xaa`, field `provenance.joined.also[0]`
members.json, record `xcc`, field `codes.wikidata`
parliaments.json, record `xaa`, field `names[1]`
parliaments.json, record `xaa`, field `chambers[0].filled`
parliaments.json, record `xaa`, field `chambers[0].women`
parliaments.json, record `xaa`, field `chambers[0].women_share`
contacts.json, record `xaa-upper-website`";
    let found: BTreeSet<&str> = removed.iter().map(String::as_str).collect();
    assert_eq!(found, expected.lines().collect::<BTreeSet<_>>());
    assert_eq!(removed.len(), found.len());
    let (directory, _) = read(&pruned.files).unwrap();
    let member = directory.member_at("aldermere").unwrap();
    let chamber = &member.parliament.as_ref().unwrap().chambers[0];
    assert_eq!((chamber.seats, chamber.filled), (Some(120), None));
    assert_eq!(pruned.files[NETWORK], files[NETWORK]);
}

#[test]
fn what_refers_to_a_record_goes_with_it() {
    let union = "\"sources\": [\n      \"lake-gazette\"\n    ],\n    \"as_of\": \"2026-02\"";
    let mut files = edited(
        ORGANISATIONS,
        union,
        &union.replace("lake-gazette", "shore-atlas"),
    );
    let map = files[MAP].replace("\"shore-atlas\"", "\"lake-gazette\"");
    files.insert(MAP.to_owned(), map);
    let pruned = without_source(&files, "shore-atlas").unwrap();
    assert_eq!(check(&pruned.files), []);
    assert_eq!(pruned.files[ORGANISATIONS], "[]\n");
    assert!(!pruned.files[NETWORK].contains("membership_filter"));
    assert!(!pruned.files[MEMBERS].contains("memberships"));
    let (directory, _) = read(&pruned.files).unwrap();
    assert_eq!(directory.members.len(), 3);
}

/// The files in which a field of Aldermere rests on the atlas alone, and the map
/// does not.
fn resting_on_the_atlas(field: &str) -> DataFiles {
    let capital = "\"capital\": {\n        \"sources\": [\n          \"lake-gazette\",\n";
    let alone = capital.replace("          \"lake-gazette\",\n", "");
    let mut files = edited(MEMBERS, capital, &alone.replace("capital", field));
    let map = files[MAP].replace("shore-atlas", "lake-gazette");
    files.insert(MAP.to_owned(), map);
    assert_eq!(check(&files), []);
    files
}

#[test]
fn a_capital_goes_alone_where_its_source_goes() {
    let pruned = without_source(&resting_on_the_atlas("capital"), "shore-atlas").unwrap();
    assert_eq!(check(&pruned.files), []);
    let (directory, _) = read(&pruned.files).unwrap();
    let member = directory.member_at("aldermere").unwrap();
    assert_eq!(member.capital, None);
    assert!(member.parliament.is_some());
}

#[test]
fn a_record_goes_where_a_value_that_it_needs_goes() {
    let files = resting_on_the_atlas("codes");
    let pruned = without_source(&files, "shore-atlas").unwrap();
    assert_eq!(check(&pruned.files), []);
    let (directory, _) = read(&pruned.files).unwrap();
    assert_eq!(directory.members.len(), 2);
    assert!(!pruned.files[PARLIAMENTS].contains("\"xaa\""));
    assert_eq!(directory.network.organs[0].offices, []);
    let records: Vec<String> = pruned.removed.iter().map(ToString::to_string).collect();
    assert!(records.contains(&"members.json, record `xaa`".to_owned()));
    assert!(records.contains(&"parliaments.json, record `xaa`".to_owned()));
}

#[test]
fn the_network_and_the_map_cannot_go() {
    let finding = without_source(&three(), "lake-gazette").unwrap_err();
    assert_eq!(finding.file, NETWORK);
    let finding = without_source(&three(), "shore-atlas").unwrap_err();
    assert_eq!(finding.file, MAP);
    let finding = without_source(&three(), "reed-atlas").unwrap_err();
    assert_eq!(finding.file, SOURCES);
}
