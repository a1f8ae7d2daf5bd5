//! The forms are those of the shapes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;
use crate::records::{self, Chamber, Contact, Place};

/// Checks that serde takes for an `S` what has this form and nothing else, and
/// gives the misfits.
fn same<S: DeserializeOwned>(value: &Value, form: &Form) -> Vec<(String, String)> {
    let by_serde = serde_json::from_value::<S>(value.clone());
    let misfits = misfits(&value.clone().into(), form);
    assert_eq!(by_serde.is_ok(), misfits.is_empty(), "{misfits:?}\n{value}");
    misfits
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

fn check<S: DeserializeOwned + Serialize>(form: &Form, text: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let records = match value {
        Value::Array(records) => records,
        record => vec![record],
    };
    for record in records {
        assert_eq!(same::<S>(&record, form), []);
        // Every field of the files has its place in the shape.
        let shape: S = serde_json::from_value(record.clone()).unwrap();
        assert_eq!(serde_json::to_value(shape).unwrap(), record);
        let variants = variants(&record);
        let misfits = variants
            .iter()
            .filter(|variant| !same::<S>(variant, form).is_empty());
        assert!(misfits.count() > variants.len() / 3);
    }
}

#[test]
fn forms_are_what_serde_reads() {
    use shapes::{Boundary, Event, Map, Member, Network, Organisation, Parliament, Source};
    check::<Network>(&NETWORK, include_str!("../../../tests/three/network.json"));
    check::<Source>(&SOURCE, include_str!("../../../tests/three/sources.json"));
    check::<Organisation>(
        &ORGANISATION,
        include_str!("../../../tests/three/organisations.json"),
    );
    check::<Member>(&MEMBER, include_str!("../../../tests/three/members.json"));
    check::<Parliament>(
        &PARLIAMENT,
        include_str!("../../../tests/three/parliaments.json"),
    );
    check::<Contact>(&CONTACT, include_str!("../../../tests/three/contacts.json"));
    check::<Event>(&EVENT, include_str!("../../../tests/three/events.json"));
    check::<Boundary>(
        &BOUNDARY,
        include_str!("../../../tests/three/boundaries.json"),
    );
    check::<Map>(&MAP, include_str!("../../../tests/three/map.json"));
}

#[test]
fn every_misfit_is_named() {
    let chamber = json!({
        "names": [{"lang": "en", "name": ["A"]}],
        "seats": "12",
        "filled": 1.5,
        "notes": {"en": "A"},
        "sources": [null],
        "as_of": 2026,
        "provenance": {"seats": {"derived": "no"}}
    });
    let misfits = same::<Chamber>(&chamber, &CHAMBER);
    let said: Vec<String> = misfits
        .iter()
        .map(|(path, problem)| format!("{path} {problem}"))
        .collect();
    let expected = "\
kind is missing
names[0].name holds a list, where text is asked for
sources[0] holds `null`, where text is asked for
as_of holds `2026`, where text is asked for
seats holds `\"12\"`, where a whole number is asked for
filled holds `1.5`, where a whole number is asked for
notes holds an object, where a list is asked for
provenance.seats.derived holds `\"no\"`, where `true` or `false` is asked for";
    assert_eq!(said.join("\n"), expected);
    let place = json!({"city": "A", "position": [1]});
    let (path, problem) = same::<Place>(&place, &PLACE).remove(0);
    assert_eq!(path, "position");
    assert_eq!(problem, "holds 1 elements, where 2 are asked for");
}
