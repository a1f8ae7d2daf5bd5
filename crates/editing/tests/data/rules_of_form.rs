//! Rules of files and fields, and the page that lists all rules.

use directory::catalogue::ENGLISH;
use editing::{canonical, catalogue, check, read, rules};
use serde_json::Value;

use crate::{MAP, MEMBERS, NETWORK, ORGANISATIONS, PARLIAMENTS, breaks, edited, files, three};

#[test]
fn a_network_of_three_invented_members_keeps_every_rule() {
    let files = three();
    assert_eq!(check(&files), []);
    let (directory, _) = read(&files).unwrap();
    assert_eq!(directory.members.len(), 3);
    let mut members = directory.members.iter();
    assert!(members.all(|member| member.parliament.is_some()));
}

#[test]
fn the_page_about_the_data_lists_the_table_of_rules() {
    let page = std::fs::read_to_string(files::folder("../../docs/data.md")).unwrap();
    let (_, section) = page.split_once("\n## Rules\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let lines = section.lines().filter(|line| line.starts_with('|'));
    let expected = rules::table();
    assert!(lines.eq(expected.lines()), "wanted:\n{expected}");
}

#[test]
fn every_rule_has_a_name_of_its_own_and_a_test_that_breaks_it() {
    let tests = [
        include_str!("reading.rs"),
        include_str!("rules_of_contacts.rs"),
        include_str!("rules_of_events.rs"),
        include_str!("rules_of_form.rs"),
        include_str!("rules_of_identity.rs"),
        include_str!("rules_of_values.rs"),
    ]
    .concat();
    let mut names: Vec<&str> = rules::RULES.iter().map(|entry| entry.rule.name).collect();
    for name in &names {
        let tested = [format!("\"{name}\""), format!("[{name}]")];
        assert!(tested.iter().any(|text| tests.contains(text)), "{name}");
    }
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, other| one < other), "{names:?}");
}

#[test]
fn a_finding_says_how_to_repair_it() {
    let mut files = three();
    let text = files.get_mut(MEMBERS).unwrap();
    *text = text.replacen("north-shore", "east", 1);
    assert_eq!(
        check(&files)[0].to_string(),
        "members.json:37:5, record `xaa`, field `region`: \
         names `east`, which network.json does not have\n  \
         help: add `east` to network.json, or correct the id"
    );
}

#[test]
fn origins_name_fields_that_are_there_or_explained() {
    let rule = "known-field";
    let origins = "\"joined\": {\n        \"note\": \"Observers do not join.\"";
    let other = origins.replace("joined", "joint");
    // The note stays, since it is translated.
    let bare = origins.replace(
        "\"note\"",
        "\"as_of\": \"2026\"\n      },\n      \"slug\": {\n        \"note\"",
    );
    breaks(
        rule,
        MEMBERS,
        &[
            [origins, &other, "xcc provenance.joint"],
            [origins, &bare, "xcc provenance.joined"],
        ],
    );
    let place = "xaa chambers[0].provenance.womenshare";
    let share = ["\"women_share\": {\n", "\"womenshare\": {\n", place];
    breaks(rule, PARLIAMENTS, &[share]);
}

#[test]
fn fields_are_those_of_the_page_about_the_data() {
    let rule = "unknown-field";
    let city = r#""city": "Moorgate""#;
    let slip = r#""city": "Moorgate", "capitol": 1"#;
    breaks(rule, MEMBERS, &[[city, slip, "xbb capital.capitol"]]);
    let founded = [
        r#""as_of""#,
        r#""founded": "1961", "as_of""#,
        "league-of-lakes founded",
    ];
    breaks(rule, NETWORK, &[founded]);
    let seats = [
        r#""seats": 120"#,
        r#""seats": "120""#,
        "xaa chambers[0].seats",
    ];
    breaks("record-form", PARLIAMENTS, &[seats]);
}

#[test]
fn a_key_stands_once_in_an_object() {
    let place = "xbb chambers[0].seats";
    let seats = [r#""seats": 9,"#, r#""seats": 8, "seats": 9,"#, place];
    breaks("key-once", PARLIAMENTS, &[seats]);
    // What cannot be read otherwise silences nothing.
    let mut files = edited(NETWORK, r#""id": "#, r#""url": 7, "url": 7, "id": "#);
    files.insert(MAP.to_owned(), "<html>".to_owned());
    let found = check(&files);
    let found = found.iter().find(|finding| finding.rule == "key-once");
    let expected = "network.json:2:13, record `league-of-lakes`, field `url`: \
                    stands twice in one object\n  \
                    help: keep one of the two, with the value that is right";
    assert_eq!(found.unwrap().to_string(), expected);
}

#[test]
fn a_key_that_stands_twice_is_told_in_every_object_of_every_file() {
    let mut files = three();
    let texts = r#"{"Observers do not join.": "Ils n’adhèrent pas."}"#;
    files.insert("texts/fr.json".to_owned(), texts.to_owned());
    for (file, text) in &files {
        for text in with_a_key_twice(text) {
            let mut files = files.clone();
            files.insert(file.clone(), text.clone());
            let found = check(&files);
            let found = found.iter().filter(|finding| finding.file == *file);
            let found: Vec<_> = found
                .map(|one| (one.rule, one.position.is_some()))
                .collect();
            assert_eq!(found, [("key-once", true)], "{text}");
            // The map is not written anew.
            let written = canonical(file, &text);
            assert!(written.is_err() || file == MAP, "{text}");
        }
    }
    for text in with_a_key_twice(ENGLISH) {
        let found = catalogue::check("en.json", &text);
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.rule, one.position.is_some()))
            .collect();
        assert_eq!(found, [("key-once", true)], "{text}");
    }
}

/// A file once for each of its objects, with the first key there twice.
fn with_a_key_twice(text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).unwrap();
    let mut pointers = Vec::new();
    collect_objects(String::new(), &value, &mut pointers);
    let texts = pointers.into_iter().map(|pointer| {
        let mut value = value.clone();
        let object = value
            .pointer_mut(&pointer)
            .unwrap()
            .as_object_mut()
            .unwrap();
        let (key, first) = object.iter().next().unwrap();
        let (key, first) = (key.clone(), first.clone());
        object.insert("twice".to_owned(), first);
        value
            .to_string()
            .replace(r#""twice""#, &Value::from(key).to_string())
    });
    texts.collect()
}

/// The pointers of the objects within `value`, which stands at `pointer`.
fn collect_objects(pointer: String, value: &Value, pointers: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect_objects(format!("{pointer}/{key}"), field, pointers);
            }
            pointers.push(pointer);
        }
        Value::Array(elements) => {
            for (place, element) in elements.iter().enumerate() {
                collect_objects(format!("{pointer}/{place}"), element, pointers);
            }
        }
        _ => {}
    }
}

#[test]
fn a_catalogue_has_what_the_english_one_has() {
    for (from, to, key) in [
        (r#""percent""#, r#""per_cent""#, "number.percent"),
        (r#""percent""#, r#""per_cent""#, "number"),
        ("{words}", "{word}", "list.quoted"),
    ] {
        let found = catalogue::check("en.json", &ENGLISH.replacen(from, to, 1));
        let mut found = found.iter().map(|one| (one.rule, one.field.as_str()));
        assert!(found.any(|one| one == ("catalogue", key)), "{key}");
    }
    let found = catalogue::check("fr.json", "{");
    assert_eq!(found[0].rule, "file-unreadable");
}

#[test]
fn translations_in_two_files_of_a_language_agree() {
    let findings = |of_events: &str, translation: &str| {
        let mut files = three();
        for (file, text, translation) in [
            (
                "texts/fr.json",
                "Observers do not join.",
                "Ils n’adhèrent pas.",
            ),
            ("texts/fr-events.json", of_events, translation),
        ] {
            let texts = serde_json::json!({ text: translation });
            files.insert(file.to_owned(), format!("{texts:#}\n"));
        }
        let findings = check(&files).into_iter();
        let findings = findings.map(|finding| (finding.file, finding.rule));
        findings.collect::<Vec<_>>()
    };
    let text = "Observers do not join.";
    assert_eq!(findings(text, "Ils n’adhèrent pas."), []);
    let expected = [("texts/fr-events.json".to_owned(), "translation")];
    assert_eq!(findings(text, "Ils n’entrent pas."), expected);
}

#[test]
fn two_texts_of_one_mark_are_told_though_they_stand_in_two_files() {
    let mut files = three();
    // A known collision of FNV-1a in 32 bits.
    for (file, text) in [
        ("texts/fr.json", "costarring"),
        ("texts/fr-events.json", "liquid"),
    ] {
        files.insert(file.to_owned(), format!("{{\n  \"{text}\": \"x\"\n}}\n"));
    }
    let told: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    let collision = "field `liquid`: has the mark of `costarring`";
    assert!(
        told.iter().any(|finding| finding.contains(collision)),
        "{told:?}"
    );
}

#[test]
fn files_are_listed_and_in_canonical_form() {
    let rule = "canonical-form";
    breaks(
        rule,
        MEMBERS,
        &[[r#""iso2": "XB""#, r#""iso2":  "XB""#, " "]],
    );
    breaks(rule, NETWORK, &[["\n}\n", "\n}", " "]]);
    let rule = "listed-files";
    let listed = [r#""map.json""#, r#""maps.json""#, "league-of-lakes files"];
    breaks(rule, NETWORK, &[listed]);
    let id = [r#""id": "reed-council""#, r#""id": "council""#, "council "];
    breaks("same-order", ORGANISATIONS, &[id]);
    let mut files = three();
    files.insert("member.json".to_owned(), "[]".to_owned());
    assert_eq!(check(&files)[0].rule, rule);
}

#[test]
fn translations_are_of_what_the_data_say_with_the_same_numbers() {
    let translated = |text: &str, translation: &str| {
        let mut files = three();
        let texts = serde_json::json!({ text: translation });
        let texts = format!("{texts:#}\n");
        files.insert("texts/fr.json".to_owned(), texts);
        check(&files)
    };
    let original = "Observers do not join.";
    assert_eq!(translated(original, "Les observateurs n’adhèrent pas."), []);
    for (text, translation) in [
        (
            "Observers never join.",
            "Les observateurs n’adhèrent jamais.",
        ),
        (original, "{1} observateurs n’adhèrent pas."),
    ] {
        let findings = translated(text, translation);
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["translation"], "{findings:?}");
    }
}
