//! Fields of a record: what a correction makes of one, and what becomes of the
//! value that stood.

use serde_json::Value;

use super::capitalized;
use crate::records::{AlternativeValue, Origin, Provenance};

/// A correction with sources that are known.
pub(super) struct Correction {
    pub(super) field: &'static str,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) origin: Origin,
}

/// A value as text; several texts after one another.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(texts) => {
            let texts: Vec<&str> = texts.iter().filter_map(Value::as_str).collect();
            texts.join(" ")
        }
        Value::Null => String::new(),
        number => number.to_string(),
    }
}

/// Makes a field of a record what the correction says, if it is what that takes
/// it to be; the old value stays as what another source says. Gives whether the
/// record is another then.
pub(super) fn correct<R>(record: &mut R, correction: &Correction) -> Result<bool, String>
where
    R: serde::Serialize + serde::de::DeserializeOwned + PartialEq,
{
    let mut value = serde_json::to_value(&*record).expect("a record was read from JSON");
    correct_value(&mut value, correction)?;
    let corrected: R = serde_json::from_value(value)
        .map_err(|error| format!("`{}` cannot be that: {error}", correction.field))?;
    let is_changed = corrected != *record;
    *record = corrected;
    Ok(is_changed)
}

fn correct_value(record: &mut Value, correction: &Correction) -> Result<(), String> {
    let Correction {
        field,
        old,
        new,
        origin,
    } = correction;
    let standing = record.get(field).cloned().unwrap_or_default();
    let stands = text_of(&standing);
    match *field {
        // Sources are added, and none is taken away.
        "sources" => {
            let mut added = super::row::ids(new);
            added.retain(|id| !super::row::ids(old).contains(id));
            add_sources(record, &added);
        }
        "notes" => {
            let notes = corrected_notes(&standing, old, new)?;
            if notes != standing {
                record[field] = notes;
                add_sources(record, &origin.sources);
            }
        }
        _ if stands == capitalized(new) || stands == *new => {}
        _ if stands != capitalized(old) && stands != *old => {
            let stands = if stands.is_empty() {
                "not known"
            } else {
                &stands
            };
            return Err(format!(
                "`{field}` is {stands}, where the row takes it for `{old}`"
            ));
        }
        "as_of" => {
            record[field] = new.as_str().into();
            add_sources(record, &origin.sources);
        }
        "later_election" if text_of(&record["as_of"]) > *new => {
            let as_of = text_of(&record["as_of"]);
            return Err(format!(
                "`{field}` would be {new}, before the figures of {as_of}"
            ));
        }
        _ => {
            let before = origin_before(record, field);
            if before.also.iter().any(|other| other.value == *new) {
                return Err(format!(
                    "`{field}` is {stands}, and {new} is told beside it"
                ));
            }
            record[field] = typed(field, new);
            if PROSE.contains(field) {
                let mut origin = origin.clone();
                if !stands.is_empty() {
                    origin.sources.splice(0..0, before.sources);
                }
                put_origin(record, field, &origin);
                return Ok(());
            }
            let date = before.as_of.map(|date| format!("As of {date}."));
            let also = (!stands.is_empty()).then_some(AlternativeValue {
                value: stands,
                sources: before.sources,
                note: before.note.or(date),
            });
            let origin = Origin {
                also: also.into_iter().chain(before.also).collect(),
                ..origin.clone()
            };
            put_origin(record, field, &origin);
        }
    }
    Ok(())
}

/// What is told in words of our own: an earlier wording is no other value.
const PROSE: [&str; 3] = ["summary", "participants", "venue"];

fn put_origin(record: &mut Value, field: &str, origin: &Origin) {
    let origin = serde_json::to_value(origin).expect("an origin can be written");
    record["provenance"][field] = origin;
}

/// Where a field came from until now.
fn origin_before(record: &Value, field: &str) -> Origin {
    let provenance = record.get("provenance").cloned().unwrap_or_default();
    let provenance: Option<Provenance> = serde_json::from_value(provenance).ok();
    let origin = provenance.and_then(|mut fields| fields.remove(field));
    let mut origin = origin.unwrap_or_default();
    if origin.sources.is_empty() {
        let sources = record.get("sources").cloned().unwrap_or_default();
        origin.sources = serde_json::from_value(sources).unwrap_or_default();
    }
    origin
}

fn add_sources(record: &mut Value, ids: &[String]) {
    if let Some(Value::Array(sources)) = record.get_mut("sources") {
        for id in ids {
            let id = Value::from(id.as_str());
            if !sources.contains(&id) {
                sources.push(id);
            }
        }
    }
}

/// The value in the type of its field.
fn typed(field: &str, text: &str) -> Value {
    match field {
        "seats" | "filled" | "women" | "term" | "members_count" => text
            .parse::<u32>()
            .map_or_else(|_| text.into(), Value::from),
        "women_share" => text
            .parse::<f64>()
            .map_or_else(|_| text.into(), Value::from),
        _ if PROSE.contains(&field) => capitalized(text).into(),
        _ => text.into(),
    }
}

/// The notes with `new` for `old`, which is one of them, or several that follow
/// one another; what `new` says of them anew stays a note of its own.
fn corrected_notes(standing: &Value, old: &str, new: &str) -> Result<Value, String> {
    let notes = standing.as_array().into_iter().flatten();
    let notes: Vec<&str> = notes.filter_map(Value::as_str).collect();
    let whole = notes.join(" ");
    let added = match new.split_once(old).filter(|_| !old.is_empty()) {
        Some((before, after)) => [before.trim(), after.trim()],
        None => [new, ""],
    };
    let is_kept = added != [new, ""];
    let added: Vec<&str> = added.into_iter().filter(|text| !text.is_empty()).collect();
    if added.iter().all(|text| whole.contains(text)) {
        return Ok(standing.clone());
    }
    if old.is_empty() || is_kept && whole.contains(old) {
        let all: Vec<&str> = added.into_iter().chain(notes).collect();
        return Ok(all.into());
    }
    for start in 0..notes.len() {
        for end in start + 1..=notes.len() {
            if notes[start..end].join(" ") == old {
                let mut all = notes.clone();
                all.splice(start..end, added);
                return Ok(all.into());
            }
        }
    }
    Err(format!(
        "`notes` are `{whole}`, where the row takes them for `{old}`"
    ))
}
