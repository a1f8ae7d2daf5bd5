//! The one way in which a data file is written, so that changes stay small.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Finding;
use crate::check::fields;
use crate::read::TEXTS;
use crate::read::form::{self, Form};
use crate::read::json::{Record, object, records};
use crate::records::{
    Boundary, City, Contact, Event, Member, Network, Organisation, Parliament, Source,
};
use crate::rules::{self, Rule};

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
            fits(file, &record, &form::NETWORK)?;
            Ok(written(&strictly::<Network>(file, text)?))
        }
        "cities.json" => list(file, text, &form::CITY, |record: &City| &record.id),
        "sources.json" => list(file, text, &form::SOURCE, |record: &Source| &record.id),
        "organisations.json" => list(file, text, &form::ORGANISATION, |record: &Organisation| {
            &record.id
        }),
        "members.json" => list(file, text, &form::MEMBER, |record: &Member| &record.id),
        "parliaments.json" => list(file, text, &form::PARLIAMENT, |record: &Parliament| {
            &record.id
        }),
        "contacts.json" => list(file, text, &form::CONTACT, |record: &Contact| &record.id),
        "events.json" => list(file, text, &form::EVENT, |record: &Event| &record.id),
        "boundaries.json" => list(file, text, &form::BOUNDARY, |record: &Boundary| &record.id),
        _ if file.starts_with(TEXTS) => {
            object(text).map_err(|problem| Box::new(unreadable(file, problem)))?;
            Ok(written(&strictly::<BTreeMap<String, String>>(file, text)?))
        }
        _ => Ok(text.to_owned()),
    }
}

/// A file that holds a list of records of shape `S`, which has this form.
fn list<S: Serialize + DeserializeOwned>(
    file: &str,
    text: &str,
    form: &Form,
    id: fn(&S) -> &String,
) -> Result<String, Box<Finding>> {
    for record in records(text).map_err(|problem| Box::new(unreadable(file, problem)))? {
        fits(file, &record, form)?;
    }
    let mut shapes: Vec<S> = strictly(file, text)?;
    shapes.sort_by(|one, other| id(one).cmp(id(other)));
    Ok(written(&shapes))
}

/// Makes sure that the record has this form, and no field beyond it.
fn fits(file: &str, record: &Record, form: &Form) -> Result<(), Box<Finding>> {
    let mut rule = rules::RECORD_FORM;
    let mut faults = form::misfits(&record.json, form);
    if faults.is_empty() {
        rule = rules::UNKNOWN_FIELD;
        let fields = fields::unknown(&record.json, form).into_iter();
        faults = fields
            .map(|field| (field, fields::UNKNOWN.to_owned()))
            .collect();
    }
    if faults.is_empty() {
        return Ok(());
    }
    let (field, problem) = faults.swap_remove(0);
    Err(Box::new(finding(file, &record.id, rule, &field, problem)))
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
