//! The form of records: which fields they have, and what each holds.
//!
//! A JSON Schema is derived from the type of a record and its serde attributes;
//! the validator names all that does not fit, where serde would stop at the
//! first.

use std::sync::LazyLock;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{JsonType, ValidationError, Validator};
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::records::{
    Boundary, City, Contact, Event, Map, Member, Network, Organisation, Parliament, Source,
};

/// The JSON Schema of each data file that editors write, by the file's name: of
/// network.json one record, of any other a list of records.
pub fn file_schemas() -> [(&'static str, Value); 9] {
    let list = |schema: Value| {
        let mut list = json!({ "type": "array" });
        let mut record = schema;
        // What is common to the file stands at its top.
        for key in ["$schema", "$defs"] {
            if let Some(value) = record.as_object_mut().and_then(|record| record.remove(key)) {
                list[key] = value;
            }
        }
        list["items"] = record;
        list
    };
    [
        ("network.json", closed::<Network>()),
        ("sources.json", list(closed::<Source>())),
        ("cities.json", list(closed::<City>())),
        ("organisations.json", list(closed::<Organisation>())),
        ("members.json", list(closed::<Member>())),
        ("parliaments.json", list(closed::<Parliament>())),
        ("contacts.json", list(closed::<Contact>())),
        ("events.json", list(closed::<Event>())),
        ("boundaries.json", list(closed::<Boundary>())),
    ]
}

/// What is wrong with a field that no record has.
pub(crate) const UNKNOWN: &str = "is no field that docs/data.md describes";

/// A kind of record, as a data file holds it.
pub(crate) trait FileRecord: DeserializeOwned + Serialize + JsonSchema {
    /// Its id; empty where it has none.
    fn id(&self) -> &str;

    /// What checks a record of this kind.
    fn validator() -> &'static Validator;
}

macro_rules! file_records {
    ($($record:ident: $id:expr),+ $(,)?) => {$(
        impl FileRecord for $record {
            fn id(&self) -> &str {
                let id: fn(&Self) -> &str = $id;
                id(self)
            }

            fn validator() -> &'static Validator {
                static VALIDATOR: LazyLock<Validator> = LazyLock::new(validator::<$record>);
                &VALIDATOR
            }
        }
    )+};
}

file_records! {
    Network: |record| &record.id,
    Source: |record| &record.id,
    City: |record| &record.id,
    Organisation: |record| &record.id,
    Member: |record| &record.id,
    Parliament: |record| &record.id,
    Contact: |record| &record.id,
    Event: |record| &record.id,
    Boundary: |record| &record.id,
    Map: |_| "",
}

/// What does not fit the form of a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    /// Path of the field: `chambers[0].women`.
    pub(crate) field: String,
    /// What is wrong; reads on after the field.
    pub(crate) problem: String,
}

/// The record that `value` is.
///
/// Fields that are not known are passed over.
///
/// # Errors
/// All that does not fit, in the order of the paths.
pub(crate) fn read<R: FileRecord>(value: &Value) -> Result<R, Vec<Violation>> {
    let violations = violations::<R>(value);
    if !violations.is_empty() {
        return Err(violations);
    }
    // A schema takes `9.0` for a whole number; serde does not.
    serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        let problem = format!("is not of the right form: {}", error.into_inner());
        vec![Violation { field, problem }]
    })
}

fn violations<R: FileRecord>(value: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    for error in R::validator().iter_errors(value) {
        add_violations(&error, &mut violations);
    }
    violations.sort();
    violations.dedup();
    violations
}

/// Paths of the fields of `record` that records of its kind do not have.
///
/// Empty fields are never called unknown: nothing is lost with them.
pub(crate) fn unknown_fields<R: FileRecord>(value: &Value) -> Vec<String> {
    let mut fields = Vec::new();
    for error in R::validator().iter_errors(value) {
        add_unknown(&error, &mut fields);
    }
    fields.sort();
    fields
}

fn add_unknown(error: &ValidationError, fields: &mut Vec<String>) {
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let object = error.instance();
            let lost = unexpected.iter().filter(|name| !is_empty(&object[*name]));
            fields.extend(lost.map(|name| path(error.instance_path(), name)));
        }
        ValidationErrorKind::AnyOf { context } => {
            for error in context.first().into_iter().flatten() {
                add_unknown(error, fields);
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

/// Keys of the `provenance` of a record of type `R` that name no field it has;
/// a field that it could have may be named where a note says why it is missing.
pub(crate) fn unknown_origins<R: JsonSchema>(record: &Value) -> Vec<&str> {
    let schema = R::json_schema(&mut SchemaGenerator::default());
    let possible = |name: &str| {
        schema
            .get("properties")
            .is_some_and(|all| all.get(name).is_some())
    };
    let has = |path: &str| {
        path.split('.')
            .try_fold(record, |value, key| value.get(key))
    };
    let is_known = |name: &str, origin: &Value| {
        has(name).is_some() || origin.get("note").is_some() && possible(name)
    };
    let origins = record.get("provenance").and_then(Value::as_object);
    let unknown = origins
        .into_iter()
        .flatten()
        .filter(|(name, origin)| !is_known(name, origin));
    unknown.map(|(name, _)| name.as_str()).collect()
}

fn validator<R: JsonSchema>() -> Validator {
    jsonschema::validator_for(&closed::<R>()).expect("a derived schema is valid")
}

/// The schema of a record, which has the fields of its type alone.
fn closed<R: JsonSchema>() -> Value {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<R>();
    RecursiveTransform(close).transform(&mut schema);
    schema.to_value()
}

/// Lets an object have the fields of its type alone, and a number only values
/// that its type holds.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    if schema
        .get("format")
        .is_some_and(|format| format == "uint32")
    {
        schema.insert("maximum".to_owned(), u32::MAX.into());
    }
}

fn add_violations(error: &ValidationError, violations: &mut Vec<Violation>) {
    let expected = match error.kind() {
        // Fields that are not known are told apart.
        ValidationErrorKind::AdditionalProperties { .. } => return,
        // The schema of a value that may be left out, or `null`.
        ValidationErrorKind::AnyOf { context } => {
            for error in context.first().into_iter().flatten() {
                add_violations(error, violations);
            }
            return;
        }
        ValidationErrorKind::Required { property } => {
            violations.push(Violation {
                field: path(error.instance_path(), property.as_str().unwrap_or_default()),
                problem: "is missing".to_owned(),
            });
            return;
        }
        ValidationErrorKind::MinItems { limit } | ValidationErrorKind::MaxItems { limit } => {
            let length = error.instance().as_array().map_or(0, Vec::len);
            violations.push(Violation {
                field: path(error.instance_path(), ""),
                problem: format!("holds {length} elements, where {limit} are asked for"),
            });
            return;
        }
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
            name_of(JsonType::Integer)
        }
        ValidationErrorKind::Type {
            kind: TypeKind::Single(kind),
        } => name_of(*kind),
        ValidationErrorKind::Type {
            kind: TypeKind::Multiple(kinds),
        } => {
            let mut kinds = kinds.iter().filter(|kind| *kind != JsonType::Null);
            kinds.next().map_or("nothing", name_of)
        }
        _ => "something else",
    };
    let found = match error.instance().as_ref() {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        plain => format!("`{plain}`"),
    };
    violations.push(Violation {
        field: path(error.instance_path(), ""),
        problem: format!("holds {found}, where {expected} is asked for"),
    });
}

/// What editors call a kind of value.
fn name_of(kind: JsonType) -> &'static str {
    match kind {
        JsonType::String => "text",
        JsonType::Boolean => "`true` or `false`",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::Array => "a list",
        JsonType::Object => "an object",
        JsonType::Null => "nothing",
    }
}

/// The path of a location, and of the field `name` in it, as findings write it.
fn path(location: &Location, name: &str) -> String {
    let mut path = String::new();
    for segment in location.segments() {
        match segment {
            LocationSegment::Property(key) => path.extend([".", &*key]),
            LocationSegment::Index(index) => path.extend(["[", &index.to_string(), "]"]),
        }
    }
    if !name.is_empty() {
        path.extend([".", name]);
    }
    path.trim_start_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
