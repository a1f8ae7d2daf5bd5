//! Names of fields: slips of typing such as `capitol`, and origins of fields
//! that a record does not have.

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::{Deserialize, Serialize, forward_to_deserialize_any};
use serde_json::Value;

/// What is wrong with a field that no shape has.
pub(crate) const UNKNOWN: &str = "is no field that docs/data.md describes";

/// Paths of the fields of `record` that are lost in `shape`, which was read
/// from it.
///
/// A shape drops empty lists and the like when it is written; so empty fields
/// are never called unknown. Nothing is lost with them.
pub(crate) fn unknown(record: &Value, shape: &impl Serialize) -> Vec<String> {
    let mut lost = Vec::new();
    let kept = serde_json::to_value(shape).expect("the keys of shapes are text");
    compare(record, &kept, "", &mut lost);
    lost
}

fn compare(written: &Value, kept: &Value, path: &str, lost: &mut Vec<String>) {
    match (written, kept) {
        (Value::Object(written), Value::Object(kept)) => {
            for (key, value) in written {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                match kept.get(key) {
                    Some(kept) => compare(value, kept, &path, lost),
                    None if is_empty(value) => {}
                    None => lost.push(path),
                }
            }
        }
        (Value::Array(written), Value::Array(kept)) => {
            for (place, (written, kept)) in written.iter().zip(kept).enumerate() {
                compare(written, kept, &format!("{path}[{place}]"), lost);
            }
        }
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// Keys of the record's `provenance` that name no field it has; a field that
/// it could have may be named where a note says why it is missing.
pub(crate) fn unknown_origins<'a, S: Deserialize<'a>>(record: &Value) -> Vec<&str> {
    let Some(Value::Object(origins)) = record.get("provenance") else {
        return Vec::new();
    };
    let possible = names::<S>();
    let known = |field: &str, origin: &Value| {
        let explained = origin.get("note").is_some() && possible.contains(&field);
        explained || has(record, field)
    };
    origins
        .iter()
        .filter(|(field, origin)| !known(field, origin))
        .map(|(field, _)| field.as_str())
        .collect()
}

/// Whether the record has the field at this path, such as `codes.wikidata`.
fn has(record: &Value, path: &str) -> bool {
    let value = path
        .split('.')
        .try_fold(record, |value, key| value.get(key));
    value.is_some()
}

/// The fields of a shape, as serde knows them.
fn names<'a, S: Deserialize<'a>>() -> &'static [&'static str] {
    /// Reads nothing, and keeps the names that it is asked for.
    struct Listener<'a>(&'a mut &'static [&'static str]);

    impl<'de> Deserializer<'de> for Listener<'_> {
        type Error = Error;

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            *self.0 = fields;
            Err(Error::custom("nothing to read"))
        }

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("no struct"))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes
            byte_buf option unit unit_struct newtype_struct seq tuple
            tuple_struct map enum identifier ignored_any
        }
    }

    let mut fields: &[&str] = &[];
    drop(S::deserialize(Listener(&mut fields)));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::Organisation;

    #[test]
    fn slips_are_found_at_every_depth_and_empty_fields_are_none() {
        let record = serde_json::json!({"id": "a", "names": {}, "capitol": 1, "notes": [], "founded": null,
            "seat": {"city": "A", "position": [1, 2], "street": "B"},
            "websites": [{"url": "", "sources": [], "adress": "x"}],
            "roles": [], "sources": [], "as_of": ""});
        let shape: Organisation = serde_json::from_value(record.clone()).unwrap();
        assert_eq!(
            unknown(&record, &shape),
            ["capitol", "seat.street", "websites[0].adress"]
        );
    }

    #[test]
    fn origins_are_those_of_fields_that_are_there_or_explained() {
        let record = serde_json::json!({
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
}
