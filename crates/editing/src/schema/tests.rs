//! The schema takes what serde takes, and names everything else.

use serde_json::json;

use super::*;

/// Checks that a record of this form is read, or serde would not read it, and
/// gives what is found wrong.
fn violations_of<R: FileRecord>(value: &Value) -> Vec<Violation> {
    let found = violations::<R>(value);
    let by_serde = serde_json::from_value::<R>(value.clone());
    assert_eq!(by_serde.is_ok(), found.is_empty(), "{found:?}\n{value}");
    found
}

/// Takes every field, at every depth, out of `value` and puts something else
/// in its place, one at a time.
fn variants(value: &Value) -> Vec<Value> {
    let mut all = vec![
        json!(null),
        json!("x"),
        json!(7),
        json!(-1.5),
        json!({}),
        json!(true),
    ];
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let mut without = fields.clone();
                without.remove(key);
                all.push(Value::Object(without));
                for variant in variants(field) {
                    let mut with = fields.clone();
                    with.insert(key.clone(), variant);
                    all.push(Value::Object(with));
                }
            }
        }
        Value::Array(elements) => {
            for (place, element) in elements.iter().enumerate() {
                for variant in variants(element) {
                    let mut with = elements.clone();
                    with[place] = variant;
                    all.push(Value::Array(with));
                }
            }
            all.push(Value::Array(elements.iter().skip(1).cloned().collect()));
        }
        _ => {}
    }
    all
}

fn check<R: FileRecord>(text: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let records = match value {
        Value::Array(records) => records,
        record => vec![record],
    };
    for record in records {
        assert_eq!(violations_of::<R>(&record), []);
        assert_eq!(unknown_fields::<R>(&record), [] as [&str; 0]);
        // Every field of the files has its place in the record.
        let typed: R = read(&record).unwrap();
        assert_eq!(serde_json::to_value(typed).unwrap(), record);
        let variants = variants(&record);
        let misfits = variants
            .iter()
            .filter(|variant| !violations_of::<R>(variant).is_empty());
        assert!(misfits.count() > variants.len() / 3);
    }
}

#[test]
fn the_schema_takes_what_serde_reads() {
    check::<Network>(include_str!("../../tests/three/network.json"));
    check::<Source>(include_str!("../../tests/three/sources.json"));
    check::<City>(include_str!("../../tests/three/cities.json"));
    check::<Organisation>(include_str!("../../tests/three/organisations.json"));
    check::<Member>(include_str!("../../tests/three/members.json"));
    check::<Parliament>(include_str!("../../tests/three/parliaments.json"));
    check::<Contact>(include_str!("../../tests/three/contacts.json"));
    check::<Event>(include_str!("../../tests/three/events.json"));
    check::<Boundary>(include_str!("../../tests/three/boundaries.json"));
    check::<Map>(include_str!("../../tests/three/map.json"));
}

fn parliament(chamber: &Value) -> Value {
    json!({
        "id": "a", "names": [], "structure": "", "status": "",
        "seat": {"city": "A", "position": [1, 2]}, "chambers": [chamber],
        "sources": [], "as_of": ""
    })
}

#[test]
fn every_violation_is_named_with_what_is_there_and_what_is_asked_for() {
    let chamber = json!({
        "names": [{"lang": "en", "name": ["A"]}],
        "seats": "12",
        "filled": 1.5,
        "women": -1,
        "term": 5_000_000_000_u64,
        "notes": {"en": "A"},
        "sources": [null],
        "as_of": 2026,
        "provenance": {"seats": {"derived": "no"}}
    });
    let violations = violations_of::<Parliament>(&parliament(&chamber));
    let lines: Vec<String> = violations
        .iter()
        .map(|violation| {
            let field = violation.field.trim_start_matches("chambers[0].");
            format!("{field} {}", violation.problem)
        })
        .collect();
    let expected = "\
as_of holds `2026`, where text is asked for
filled holds `1.5`, where a whole number is asked for
kind is missing
names[0].name holds a list, where text is asked for
notes holds an object, where a list is asked for
provenance.seats.derived holds `\"no\"`, where `true` or `false` is asked for
seats holds `\"12\"`, where a whole number is asked for
sources[0] holds `null`, where text is asked for
term holds `5000000000`, where a whole number is asked for
women holds `-1`, where a whole number is asked for";
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn lists_of_fixed_length_and_values_that_may_be_null_are_looked_into() {
    let seat = |seat: Value| {
        let record = json!({
            "id": "a", "names": {}, "roles": [], "sources": [], "as_of": "", "seat": seat
        });
        let violations = violations_of::<Organisation>(&record);
        let lines = violations
            .into_iter()
            .map(|violation| format!("{} {}", violation.field, violation.problem));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(seat(Value::Null), "");
    assert_eq!(
        seat(json!({"city": 1, "position": [1]})),
        "seat.city holds `1`, where text is asked for\n\
         seat.position holds 1 elements, where 2 are asked for"
    );
    assert_eq!(
        seat(json!("A")),
        "seat holds `\"A\"`, where an object is asked for"
    );
}

#[test]
fn a_whole_number_is_written_without_a_point() {
    let chamber = json!({
        "kind": "single", "names": [], "seats": 9.0, "sources": [], "as_of": ""
    });
    let violations = read::<Parliament>(&parliament(&chamber)).unwrap_err();
    assert_eq!(violations[0].field, "chambers[0].seats");
    assert!(violations[0].problem.contains("9.0"), "{violations:?}");
}

#[test]
fn slips_are_found_at_every_depth_and_empty_fields_are_none() {
    let record = json!({"id": "a", "names": [], "capitol": 1, "notes": [], "wikidata": null,
        "structure": "", "status": "", "empty": [],
        "seat": {"city": "A", "position": [1, 2], "street": "B"},
        "chambers": [{"kind": "", "names": [], "sources": [], "as_of": "", "seets": 1}],
        "sources": [], "as_of": ""});
    assert_eq!(
        unknown_fields::<Parliament>(&record),
        ["capitol", "chambers[0].seets", "seat.street"]
    );
    let record = json!({"id": "a", "names": {}, "roles": [], "sources": [], "as_of": "",
        "seat": {"city": "A", "position": [1, 2], "street": "B"}});
    assert_eq!(unknown_fields::<Organisation>(&record), ["seat.street"]);
}

#[test]
fn origins_are_those_of_fields_that_are_there_or_explained() {
    let record = json!({
        "seat": {"city": "A"},
        "codes": {"wikidata": "Q1"},
        "provenance": {
            "seat": {},
            "seat.city": {},
            "seat.street": {},
            "codes.wikidata": {},
            "founded": {"note": "Not known."},
            "country": {},
            "capitol": {"note": "Not known."}
        }
    });
    assert_eq!(
        unknown_origins::<Organisation>(&record),
        ["capitol", "country", "seat.street"]
    );
}
