//! JSON Schema of the tables as JSON (draft 2020-12).

use directory::catalogue::Catalogue;
use serde_json::{Map, Value, json};

use crate::columns::{Form, PARTIAL_DATE, title};
use crate::table::Sheet;

/// The schema of a table: a list of records with these columns as their keys.
/// What is not known is absent, so only what every record has is required.
pub fn json(name: &str, sheet: &Sheet, words: &Catalogue) -> Value {
    let properties = sheet.columns.iter().map(|&column| {
        let mut schema = form(column);
        if let Some(title) = title(words, column) {
            schema["title"] = title.into();
        }
        (column.to_owned(), schema)
    });
    let properties: Map<String, Value> = properties.collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": ["id", "data_version"],
            "additionalProperties": false,
        },
    })
}

fn form(column: &str) -> Value {
    match Form::of(column) {
        Form::Text => json!({ "type": "string", "minLength": 1 }),
        Form::Date => json!({ "type": "string", "pattern": PARTIAL_DATE }),
        Form::Words(words) => json!({ "enum": words }),
        Form::Count => json!({ "type": "integer", "minimum": 0 }),
        Form::Share => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        Form::Flag => json!({ "type": "boolean" }),
        Form::Texts => json!({ "type": "array", "items": { "type": "string" } }),
    }
}
