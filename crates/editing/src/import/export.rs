//! From records to rows of tables, and from such a row to its record.

use serde_json::{Map, Value};

use super::corrections::standing;
use super::row::{self, MORE, Row};
use super::{CsvFiles, Importer};
use crate::schema::{self, FileRecord};
use crate::{DataFiles, Finding};
use exports::csv::table;

/// A column, the field that stands in it, and in which form.
pub(super) type Column = (&'static str, &'static str, Form);

/// How a field stands in a cell.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Text,
    /// A text by language, in that of the data alone.
    Own,
    /// The code of a state, in capital letters.
    Code,
    /// A list, between semicolons.
    List,
    /// The value of a contact, or its lines between commas.
    Value,
    Number,
}

pub(super) const SOURCE_COLUMNS: [Column; 7] = [
    ("id", "/id", Form::Text),
    ("title", "/title", Form::Text),
    ("publisher", "/publisher", Form::Text),
    ("url", "/url", Form::Text),
    ("licence", "/terms", Form::Text),
    ("retrieved", "/retrieved", Form::Text),
    ("what_it_covers", "/covers", Form::Text),
];

pub(super) const CONTACT_COLUMNS: [Column; 7] = [
    ("iso3", "/member", Form::Code),
    ("chamber", "/chamber", Form::Text),
    ("kind", "/kind", Form::Text),
    ("value", "/value", Form::Value),
    ("label", "/label", Form::Text),
    ("as_of", "/as_of", Form::Text),
    ("source_ids", "/sources", Form::List),
];

pub(super) const EVENT_COLUMNS: [Column; 17] = [
    ("id", "/id", Form::Text),
    ("title", "/titles", Form::Own),
    ("type", "/type", Form::Text),
    ("start_date", "/start", Form::Text),
    ("end_date", "/end", Form::Text),
    ("city", "/place/city", Form::Text),
    ("country_iso3", "/country", Form::Code),
    ("lat", "/place/position/1", Form::Number),
    ("lon", "/place/position/0", Form::Number),
    ("venue", "/venue", Form::Text),
    ("host_institution", "/organisers", Form::List),
    ("motto_or_theme", "/theme", Form::Text),
    ("summary", "/summary", Form::Text),
    ("participants_note", "/participants", Form::Text),
    ("outcome_documents", "/documents", Form::List),
    ("related_event_ids", "/related", Form::List),
    ("source_ids", "/sources", Form::List),
];

/// The tables of all sources, contacts and events, and of what corrections can
/// name, with what stands and room for what should.
///
/// Taken in again, they change nothing; what an editor changes in a row of a
/// record that stands is named.
///
/// # Errors
/// As for [`super::import`].
pub fn export(files: &DataFiles) -> Result<CsvFiles, Box<Finding>> {
    let data = Importer::new(files)?;
    let language = &data.language;
    let head = ["file", "id", "field", "old", "new", "source", "note"];
    let corrections = standing(&data).into_iter().map(|known| {
        let blank = std::iter::repeat_n(String::new(), head.len() - known.len());
        known.into_iter().chain(blank).collect()
    });
    let tables = [
        (
            "sources.csv",
            records_table(&data.sources, &SOURCE_COLUMNS, language),
        ),
        (
            "contacts.csv",
            records_table(&data.contacts, &CONTACT_COLUMNS, language),
        ),
        (
            "events.csv",
            records_table(&data.events, &EVENT_COLUMNS, language),
        ),
        ("corrections.csv", table(with_head(&head, corrections))),
    ];
    let tables = tables.into_iter();
    Ok(tables.map(|(name, text)| (name.to_owned(), text)).collect())
}

fn with_head(
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> impl Iterator<Item = Vec<String>> {
    let head = head.iter().map(|&name| name.to_owned()).collect();
    std::iter::once(head).chain(rows)
}

fn records_table<R: FileRecord>(records: &[R], columns: &[Column], language: &str) -> String {
    let mut head: Vec<&str> = columns.iter().map(|(name, ..)| *name).collect();
    head.push(MORE);
    let rows = records.iter().map(|record| {
        let record = serde_json::to_value(record).expect("a record was read from JSON");
        cells(record, columns, language)
    });
    table(with_head(&head, rows))
}

/// The cells of a record. Where they would not give it back as it is, the last
/// holds all of it, else what has no column.
fn cells(record: Value, columns: &[Column], language: &str) -> Vec<String> {
    let mut rest = record.clone();
    let cells = columns.iter();
    let mut cells: Vec<String> = cells
        .map(|(_, pointer, form)| take(&mut rest, pointer, *form, language))
        .collect();
    prune(&mut rest);
    let mut read = rest.clone();
    for ((_, pointer, form), cell) in columns.iter().zip(&cells) {
        put(&mut read, pointer, *form, cell, language);
    }
    let more = if read == record { rest } else { record };
    cells.push(more.to_string());
    cells
}

/// Takes a field out of what is left of a record, as the text of its cell.
fn take(rest: &mut Value, pointer: &str, form: Form, language: &str) -> String {
    let mut taken = |pointer: &str| {
        let field = rest.pointer_mut(pointer);
        field.map_or(Value::Null, Value::take)
    };
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let list = |value: &Value, gap: &str| {
        let texts = value.as_array().into_iter().flatten();
        texts.map(text).collect::<Vec<_>>().join(gap)
    };
    match form {
        Form::Text => text(&taken(pointer)),
        Form::Own => text(&taken(&format!("{pointer}/{language}"))),
        Form::List => list(&taken(pointer), "; "),
        Form::Number => match taken(pointer) {
            Value::Null => String::new(),
            number => number.to_string(),
        },
        Form::Value => text(&taken(pointer)) + &list(&taken("/lines"), ", "),
        Form::Code => {
            let organisation = text(&taken("/organisation"));
            text(&taken(pointer)).to_uppercase() + &organisation
        }
    }
}

/// Puts the text of a cell into a record, unless that has the field.
fn put(record: &mut Value, pointer: &str, form: Form, cell: &str, language: &str) {
    if cell.is_empty() {
        return;
    }
    let kind = record.get("kind").and_then(Value::as_str);
    let has_lines = matches!(kind, Some("address" | "place"));
    let (pointer, value): (String, Value) = match form {
        Form::Own => (format!("{pointer}/{language}"), cell.into()),
        Form::List => (pointer.to_owned(), row::ids(cell).into()),
        Form::Number => {
            let number = cell.parse::<f64>().map_or(Value::Null, Value::from);
            (pointer.to_owned(), number)
        }
        Form::Value if has_lines => {
            let lines: Vec<&str> = cell.split(", ").collect();
            ("/lines".to_owned(), lines.into())
        }
        // Ids of organisations are in small letters.
        Form::Code if cell.to_uppercase() != cell => ("/organisation".to_owned(), cell.into()),
        Form::Code => (pointer.to_owned(), cell.to_lowercase().into()),
        Form::Text | Form::Value => (pointer.to_owned(), cell.into()),
    };
    let mut place = record;
    for step in pointer.split('/').skip(1) {
        place = match step.parse::<usize>() {
            Ok(index) => {
                if place.is_null() {
                    *place = vec![Value::Null; 2].into();
                }
                &mut place[index]
            }
            Err(_) => &mut place[step],
        };
    }
    if place.is_null() {
        *place = value;
    }
}

/// Takes out what nothing is left of.
fn prune(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.retain(|_, field| {
            prune(field);
            match field {
                Value::Null => false,
                Value::Array(elements) => elements.iter().any(|element| !element.is_null()),
                Value::Object(fields) => !fields.is_empty(),
                _ => true,
            }
        });
    }
}

/// The record that a row gives, with what no column holds.
pub(super) fn from_row<R: FileRecord>(
    row: &Row,
    more: Map<String, Value>,
    columns: &[Column],
    language: &str,
) -> Result<R, String> {
    let mut record = Value::Object(more);
    for (name, pointer, form) in columns {
        put(&mut record, pointer, *form, row.get(name), language);
    }
    schema::read(&record).map_err(|violations| {
        let told = violations.into_iter();
        let told = told.map(|violation| format!("`{}` {}", violation.field, violation.problem));
        told.collect::<Vec<_>>().join(", ")
    })
}
