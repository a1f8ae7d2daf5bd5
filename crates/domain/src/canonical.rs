//! The one way in which a data file is written, so that changes stay small.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Finding;
use crate::check::fields;
use crate::directory::fit::{Fit, fit};
use crate::directory::json::{Record, object, records};
use crate::rules::{self, Rule};
use crate::shapes::{Boundary, Member, Network, Organisation, Parliament, Source};

/// The text of `file` in canonical form: records in the order of their ids,
/// fields in the order of their shape, maps in the order of their keys, no
/// empty optional fields, two spaces of indent, a line feed at the end.
///
/// map.json, which a program writes, is given back as it is.
///
/// # Errors
/// The first thing that keeps the text from being read as a whole, and any
/// field that the canonical form would lose because no shape has it.
pub fn canonical(file: &str, text: &str) -> Result<String, Box<Finding>> {
    match file {
        "network.json" => {
            let record = object(text).map_err(|problem| Box::new(unreadable(file, problem)))?;
            fits::<Network>(file, record)?;
            Ok(written(&strictly::<Network>(file, text)?))
        }
        "sources.json" => list(file, text, |record: &Source| &record.id),
        "organisations.json" => list(file, text, |record: &Organisation| &record.id),
        "members.json" => list(file, text, |record: &Member| &record.id),
        "parliaments.json" => list(file, text, |record: &Parliament| &record.id),
        "boundaries.json" => list(file, text, |record: &Boundary| &record.id),
        _ => Ok(text.to_owned()),
    }
}

/// A file that holds a list of records of shape `S`.
fn list<S>(file: &str, text: &str, id: fn(&S) -> &String) -> Result<String, Box<Finding>>
where
    S: Fit + Serialize + DeserializeOwned,
{
    for record in records(text).map_err(|problem| Box::new(unreadable(file, problem)))? {
        fits::<S>(file, record)?;
    }
    let mut shapes: Vec<S> = strictly(file, text)?;
    shapes.sort_by(|one, other| id(one).cmp(id(other)));
    Ok(written(&shapes))
}

/// Makes sure that the record fits its shape, and the shape has room for it.
fn fits<S: Fit + Serialize>(file: &str, record: Record) -> Result<(), Box<Finding>> {
    let Record { id, json } = record;
    let (rule, mut faults) = match fit::<S>(json.clone()) {
        Err(misfits) => (rules::RECORD_FORM, misfits),
        Ok(shape) => {
            let fields = fields::unknown(&json, &shape).into_iter();
            let faults = fields.map(|field| (field, fields::UNKNOWN.to_owned()));
            (rules::UNKNOWN_FIELD, faults.collect())
        }
    };
    if faults.is_empty() {
        return Ok(());
    }
    let (field, problem) = faults.swap_remove(0);
    Err(Box::new(finding(file, &id, rule, &field, problem)))
}

/// Reads the text by serde, which also refuses a field that is written twice.
fn strictly<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Box<Finding>> {
    serde_json::from_str(text).map_err(|error| {
        let problem = format!("is not of the right form: {error}");
        Box::new(finding(file, "", rules::RECORD_FORM, "", problem))
    })
}

fn unreadable(file: &str, problem: String) -> Finding {
    finding(file, "", rules::FILE_UNREADABLE, "", problem)
}

/// A finding that leaves nothing out, since nothing is read.
pub(crate) fn finding(
    file: &str,
    record: &str,
    rule: Rule,
    field: &str,
    problem: String,
) -> Finding {
    Finding {
        file: file.to_owned(),
        record: record.to_owned(),
        field: field.to_owned(),
        rule: rule.name,
        problem,
        help: rule.help.to_owned(),
        left_out: false,
    }
}

fn written(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value)
        .expect("shapes hold only text keys and cannot fail to be written");
    text.push('\n');
    text
}
