//! The one way in which a data file is written, so that changes stay small.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::files::TEXTS;
use crate::json::{Record, object, records, unreadable};
use crate::positions::{locate, repeated_keys};
use crate::records::{
    Boundary, City, Contact, Event, Member, Network, Organisation, Parliament, Source,
};
use crate::schema::{self, FileRecord};
use crate::{DataFiles, Finding, rules};

/// The text of `file` in canonical form: records in the order of their ids,
/// fields in the order of their type, maps in the order of their keys, no
/// empty optional fields, two spaces of indent, a line feed at the end.
///
/// map.json, which a program writes, is given back as it is.
///
/// # Errors
/// The first thing that keeps the text from being read as a whole, and any
/// field that the canonical form would lose: one that no record has, or one
/// that stands twice.
pub fn canonical(file: &str, text: &str) -> Result<String, Box<Finding>> {
    let canonical = match file {
        "network.json" => object_text::<Network>(file, text),
        "cities.json" => list_text::<City>(file, text),
        "sources.json" => list_text::<Source>(file, text),
        "organisations.json" => list_text::<Organisation>(file, text),
        "members.json" => list_text::<Member>(file, text),
        "parliaments.json" => list_text::<Parliament>(file, text),
        "contacts.json" => list_text::<Contact>(file, text),
        "events.json" => list_text::<Event>(file, text),
        "boundaries.json" => list_text::<Boundary>(file, text),
        _ if file.starts_with(TEXTS) => translations_text(file, text),
        _ => return Ok(text.to_owned()),
    };
    canonical.map_err(|mut finding| {
        let files = DataFiles::from([(file.to_owned(), text.to_owned())]);
        locate(&files, std::slice::from_mut(&mut *finding));
        finding
    })
}

fn object_text<R: FileRecord>(file: &str, text: &str) -> Result<String, Box<Finding>> {
    let record = object(file, text)?;
    let record: R = read_strict(file, &record)?;
    check_duplicate_keys(file, text)?;
    Ok(to_text(&record))
}

fn list_text<R: FileRecord>(file: &str, text: &str) -> Result<String, Box<Finding>> {
    let records = records(file, text)?;
    let records = records.iter().map(|record| read_strict(file, record));
    let mut records = records.collect::<Result<Vec<R>, _>>()?;
    check_duplicate_keys(file, text)?;
    records.sort_by(|one, other| one.id().cmp(other.id()));
    Ok(to_text(&records))
}

fn translations_text(file: &str, text: &str) -> Result<String, Box<Finding>> {
    let record = object(file, text)?;
    check_duplicate_keys(file, text)?;
    let texts: BTreeMap<String, String> = serde_json::from_value(record.value)
        .map_err(|error| unreadable(file, format!("is no object of texts: {error}")))?;
    Ok(to_text(&texts))
}

/// The record, if it has the form of its kind and no field beyond it.
fn read_strict<R: FileRecord>(file: &str, record: &Record) -> Result<R, Box<Finding>> {
    let read = schema::read(&record.value).map_err(|mut violations| {
        let first = violations.swap_remove(0);
        let (field, problem) = (first.field, first.problem);
        Finding::new(file, &record.id, rules::RECORD_FORM, &field, problem)
    })?;
    match schema::unknown_fields::<R>(&record.value).first() {
        None => Ok(read),
        Some(field) => {
            let problem = schema::UNKNOWN;
            let finding = Finding::new(file, &record.id, rules::UNKNOWN_FIELD, field, problem);
            Err(Box::new(finding))
        }
    }
}

/// Makes sure that no key stands twice in an object.
fn check_duplicate_keys(file: &str, text: &str) -> Result<(), Box<Finding>> {
    let first = repeated_keys(file, text).into_iter().next();
    first.map_or(Ok(()), |finding| Err(Box::new(finding)))
}

pub(crate) fn to_text(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value)
        .expect("records hold only text keys and cannot fail to be written");
    text.push('\n');
    text
}
