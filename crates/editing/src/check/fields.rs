//! Names of fields: slips of typing such as `capitol`, and origins of fields
//! that a record does not have.

use crate::read::form::Form;
use crate::read::json::Json;

/// What is wrong with a field that no form has.
pub(crate) const UNKNOWN: &str = "is no field that docs/data.md describes";

/// Paths of the fields of `record` that its form does not have.
///
/// Empty fields are never called unknown: nothing is lost with them.
pub(crate) fn unknown(record: &Json, form: &Form) -> Vec<String> {
    let mut lost = Vec::new();
    compare(record, form, "", &mut lost);
    lost
}

fn compare(json: &Json, form: &Form, path: &str, lost: &mut Vec<String>) {
    let within = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match form {
        Form::Fields(fields) => {
            for (key, value) in json.entries() {
                match fields.iter().find(|field| field.name == key) {
                    Some(field) => compare(value, field.form, &within(key), lost),
                    None if is_empty(value) => {}
                    None => lost.push(within(key)),
                }
            }
        }
        Form::ByKey(form) => {
            for (key, value) in json.entries() {
                compare(value, form, &within(key), lost);
            }
        }
        Form::List(form) => {
            for (place, element) in json.elements().iter().enumerate() {
                compare(element, form, &format!("{path}[{place}]"), lost);
            }
        }
        Form::Text | Form::Flag | Form::Whole | Form::Number | Form::Exactly(..) => {}
    }
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null | Json::Flag(false) => true,
        Json::List(list) => list.is_empty(),
        Json::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// Keys of the record's `provenance` that name no field it has; a field that
/// it could have may be named where a note says why it is missing.
pub(crate) fn unknown_origins<'a>(record: &'a Json, form: &Form) -> Vec<&'a str> {
    let possible = |name: &str| match form {
        Form::Fields(fields) => fields.iter().any(|field| field.name == name),
        _ => false,
    };
    let known = |name: &str, origin: &Json| {
        let explained = origin.entry("note").is_some() && possible(name);
        explained || has(record, name)
    };
    let origins = record.at("provenance").entries().iter();
    origins
        .filter(|(name, origin)| !known(name, origin))
        .map(|(name, _)| name.as_str())
        .collect()
}

/// Whether the record has the field at this path, such as `codes.wikidata`.
fn has(record: &Json, path: &str) -> bool {
    let value = path
        .split('.')
        .try_fold(record, |value, key| value.entry(key));
    value.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::form::{ORGANISATION, PARLIAMENT};

    #[test]
    fn slips_are_found_at_every_depth_and_empty_fields_are_none() {
        let record = Json::from(
            serde_json::json!({"id": "a", "names": [], "capitol": 1, "notes": [], "wikidata": null,
            "seat": {"city": "A", "position": [1, 2], "street": "B"},
            "chambers": [{"kind": "", "names": [], "sources": [], "as_of": "", "seets": 1}],
            "sources": [], "as_of": ""}),
        );
        assert_eq!(
            unknown(&record, &PARLIAMENT),
            ["capitol", "chambers[0].seets", "seat.street"]
        );
    }

    #[test]
    fn origins_are_those_of_fields_that_are_there_or_explained() {
        let record = Json::from(serde_json::json!({
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
        }));
        assert_eq!(
            unknown_origins(&record, &ORGANISATION),
            ["capitol", "country", "seat.street"]
        );
    }
}
