//! What a reader still gets when something is wrong with the files.

use directory::Directory;
use directory::model::MemberId;
use editing::DataFiles;
use editing::{FILES, FINE_MAP};
use editing::{Finding, check, decode};
use serde_json::Value;

use crate::{edited, three};

/// Reads the network of three after `edit`.
fn read(edit: impl FnOnce(&mut DataFiles)) -> Result<(Directory, Vec<Finding>), Vec<Finding>> {
    let mut files = three();
    edit(&mut files);
    editing::read(&files)
}

/// What the findings say, without help.
fn said(findings: &[Finding]) -> Vec<String> {
    let texts = findings.iter().map(|finding| {
        let text = finding.to_string();
        format!("{} [{}]", text.lines().next().unwrap(), finding.rule)
    });
    texts.collect()
}

/// Checks what is said when `file` holds `text`, or is missing; and whether a
/// directory can still be shown.
fn check_file(file: &str, text: Option<&str>, shown: bool, expected: &str) {
    let result = read(|files| match text {
        Some(text) => drop(files.insert(file.to_owned(), text.to_owned())),
        None => drop(files.remove(file)),
    });
    assert_eq!(result.is_ok(), shown, "{file}");
    let findings = match result {
        Ok((_, findings)) | Err(findings) => findings,
    };
    assert_eq!(said(&findings), [expected]);
}

#[test]
fn a_file_that_is_missing_costs_only_itself() {
    for file in [
        "sources",
        "organisations",
        "parliaments",
        "boundaries",
        "map",
    ] {
        let expected = format!("{file}.json: is missing [file-missing]");
        check_file(&format!("{file}.json"), None, true, &expected);
    }
    for file in ["network", "members"] {
        let expected = format!("{file}.json: is missing [file-missing]");
        check_file(&format!("{file}.json"), None, false, &expected);
    }
}

#[test]
fn a_file_that_is_no_data_is_one_finding() {
    let page = Some("<!doctype html>\n<title>404</title>");
    let expected = "sources.json: holds a web page instead of data [file-unreadable]";
    check_file("sources.json", page, true, expected);
    let expected = "map.json: holds a web page instead of data [file-unreadable]";
    check_file("map.json", page, true, expected);
    let expected = "members.json: holds a web page instead of data [file-unreadable]";
    check_file("members.json", page, false, expected);
    let expected = "network.json: ends in the middle [file-unreadable]";
    check_file("network.json", Some("{\"id\": \"lea"), false, expected);
    let expected = "boundaries.json: is empty [file-unreadable]";
    check_file("boundaries.json", Some(""), true, expected);
    let expected =
        "parliaments.json: holds something else than a list of records [file-unreadable]";
    check_file("parliaments.json", Some("{}"), true, expected);
}

#[test]
fn the_fine_map_may_be_missing_and_is_read_where_it_is_there() {
    let told = |text: &str| {
        let mut files = three();
        files.insert(FINE_MAP.to_owned(), text.to_owned());
        said(&check(&files)).join("\n")
    };
    let map = &three()["map.json"];
    assert_eq!(told(map), "");
    let cut = &map[..map.len() / 2];
    assert_eq!(
        told(cut),
        "fine-map.json: ends in the middle [file-unreadable]"
    );
    let other = told("{\"size\": 1}");
    assert!(other.starts_with("fine-map.json: is no map: "), "{other}");
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_that_is_wrong_with_others() {
    for (file, place) in [
        ("network.json", "1"),
        ("members.json", "1"),
        ("network.json", "name"),
    ] {
        let mut files = edited("contacts.json", "clerk@parliament", "clerk@@parliament");
        let text = files.get_mut(file).unwrap();
        match place {
            "1" => text.insert_str(0, "<<<<<<< HEAD\n"),
            _ => *text = text.replacen("\"League of Lakes\"", "\"\"", 1),
        }
        let told: Vec<_> = check(&files).iter().map(|one| one.rule).collect();
        let first = if place == "1" {
            "merge-marks"
        } else {
            "safe-text"
        };
        assert_eq!(told, [first, "email-form"], "{file} {place}");
    }
    let mut files = three();
    let text = files.get_mut("texts/fr.json").unwrap();
    text.insert_str(0, "<<<<<<< HEAD\n");
    let told: Vec<_> = check(&files).iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("texts/fr.json:1:1: has marks of a merge at line 1\n"));
}

#[test]
fn what_is_not_saved_as_plain_utf_8_is_a_finding_and_read_all_the_same() {
    let marked = ["\u{feff}", "[]"].concat();
    for (bytes, text, rule) in [
        (&b"[\"\xe9t\xe9\"]"[..], "[\"été\"]", "utf-8"),
        (marked.as_bytes(), "[]", "byte-order-mark"),
    ] {
        let (read, finding) = decode("members.json", bytes);
        assert_eq!((&*read, finding.unwrap().rule), (text, rule));
    }
}

#[test]
fn a_file_cut_off_anywhere_never_panics() {
    let text = three()["parliaments.json"].clone();
    for (end, _) in text.char_indices().step_by(7) {
        let (directory, findings) = read(|files| {
            files.insert("parliaments.json".to_owned(), text[..end].to_owned());
        })
        .unwrap();
        assert_eq!(findings.len(), 1, "{end}");
        assert_eq!(findings[0].rule, "file-unreadable");
        assert_eq!(directory.members.len(), 3);
    }
}

#[test]
fn one_bad_record_leaves_the_others() {
    let (directory, findings) = read(|files| {
        let text = files.get_mut("members.json").unwrap();
        *text = text.replacen("\"XB\"", "2", 1);
    })
    .unwrap();
    let ids: Vec<&str> = directory
        .members
        .iter()
        .map(|member| member.id.as_str())
        .collect();
    assert_eq!(ids, ["xaa", "xcc"]);
    let expected = "members.json:96:7, record `xbb`, field `codes.iso2`: \
                    holds `2`, where text is asked for [record-form]";
    assert_eq!(said(&findings), [expected]);
    assert_eq!(findings[0].dropped.as_deref(), Some(""));
}

#[test]
fn a_record_without_an_id_is_named_by_its_place() {
    let (_, findings) = read(|files| {
        let text = files.get_mut("organisations.json").unwrap();
        *text = text.replacen("\"id\": \"reed-council\",", "", 1);
    })
    .unwrap();
    let expected = "organisations.json:36:3, record `#2`, field `id`: is missing [record-form]";
    assert_eq!(said(&findings), [expected]);
}

#[test]
fn a_bad_value_leaves_the_record() {
    let (directory, findings) = read(|files| {
        let text = files.get_mut("members.json").unwrap();
        *text = text.replacen("\"1961-09\"", "\"long ago\"", 1);
    })
    .unwrap();
    let member = directory.member_at("aldermere").unwrap();
    assert_eq!(member.joined, None);
    assert_eq!(findings[0].dropped, None);
    let expected = "members.json:39:5, record `xaa`, field `joined`: \
                    holds `long ago`, which is no date [date-form]";
    assert_eq!(said(&findings), [expected]);
}

#[test]
fn all_findings_are_said_at_once_and_in_the_order_of_the_files() {
    let edit = |files: &mut DataFiles| {
        for (file, from, to) in [
            ("parliaments.json", "\"mixed\"", "\"mixt\""),
            ("members.json", "\"Q903\"", "\"903\""),
            ("members.json", "\"1961-09\"", "\"\""),
            ("members.json", "\"Q901\"", "\"901\""),
            ("sources.json", "\"2026-02-27\"", "\"today\""),
            ("network.json", "#1d5b8f", "blue"),
        ] {
            let text = files.get_mut(file).unwrap();
            *text = text.replacen(from, to, 1);
        }
    };
    let mut files = three();
    edit(&mut files);
    let places: Vec<String> = check(&files)
        .iter()
        .map(|finding| format!("{} {} {}", finding.file, finding.record, finding.field))
        .collect();
    assert_eq!(
        places,
        [
            "network.json league-of-lakes regions[0].colours.light",
            "sources.json lake-gazette retrieved",
            "members.json xaa codes.wikidata",
            "members.json xaa joined",
            "members.json xcc codes.wikidata",
            "parliaments.json xbb chambers[0].electoral_system",
        ]
    );
    assert_eq!(check(&files), check(&files));
}

#[test]
fn origins_of_fields_are_completed_from_their_record() {
    let (directory, _) = read(|_| ()).unwrap();
    let id: MemberId = "xaa".parse().unwrap();
    let member = directory.member(&id).unwrap();
    let sources = |field: &str| -> Vec<&str> {
        let places = member.provenance.origin_of(field).sources.iter();
        places.map(|&place| directory[place].id.as_str()).collect()
    };
    assert_eq!(sources("joined"), ["lake-gazette"]);
    assert_eq!(sources("capital"), ["lake-gazette", "shore-atlas"]);
    assert_eq!(sources("region"), ["lake-gazette"]);
    let as_of = |field: &str| {
        member
            .provenance
            .origin_of(field)
            .as_of
            .unwrap()
            .to_string()
    };
    assert_eq!(as_of("joined"), "1990");
    assert_eq!(as_of("capital"), "2026-02-27");
}

#[test]
fn an_upper_chamber_written_first_still_comes_second() {
    let (directory, findings) = read(|files| {
        let text = files.get_mut("parliaments.json").unwrap();
        *text = text
            .replacen("\"kind\": \"lower\"", "\"kind\": \"?\"", 1)
            .replacen("\"kind\": \"upper\"", "\"kind\": \"lower\"", 1)
            .replacen("\"kind\": \"?\"", "\"kind\": \"upper\"", 1);
    })
    .unwrap();
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["same-order"]);
    let member = directory.member_at("aldermere").unwrap();
    let lower = &member.parliament.as_ref().unwrap().chambers[0];
    assert_eq!(lower.names[0].name, "Senate");
}

#[test]
fn an_unknown_field_is_tolerated_where_nothing_is_checked() {
    let (_, findings) = read(|files| {
        let text = files.get_mut("members.json").unwrap();
        *text = text.replacen("\"slug\"", "\"capitol\": \"A\", \"slug\"", 1);
    })
    .unwrap();
    assert_eq!(findings, []);
}

#[test]
fn every_field_is_read() {
    // Translations are read for readers of their language.
    let files = three()
        .into_iter()
        .filter(|(file, _)| FILES.contains(&file.as_str()));
    for (file, text) in files {
        let value: Value = serde_json::from_str(&text).unwrap();
        for (path, without) in without_one_field(&value) {
            let edited = read(|files| {
                files.insert(file.clone(), without.to_string());
            });
            // What is said of a file that is not there stands in network.json.
            let expected = path == ".files" || edited != read(|_| ());
            assert!(expected, "{file} {path}");
        }
    }
}

/// `value` without one of its fields, for each of them, at every depth.
fn without_one_field(value: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut within = |step: String, value: &Value, put: &dyn Fn(Value) -> Value| {
        for (path, without) in without_one_field(value) {
            all.push((format!("{step}{path}"), put(without)));
        }
    };
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let put = |without| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), without);
                    Value::Object(fields)
                };
                within(format!(".{key}"), field, &put);
            }
            for key in fields.keys() {
                let mut fields = fields.clone();
                fields.remove(key);
                all.push((format!(".{key}"), Value::Object(fields)));
            }
        }
        Value::Array(elements) => {
            for (place, element) in elements.iter().enumerate() {
                let put = |without| {
                    let mut elements = elements.clone();
                    elements[place] = without;
                    Value::Array(elements)
                };
                within(format!("[{place}]"), element, &put);
            }
        }
        _ => {}
    }
    all
}
