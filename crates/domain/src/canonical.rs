//! The one way in which a data file is written, so that changes stay small.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Finding;
use crate::check::fields;
use crate::directory::json::{Record, misfit, object, records};
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
            let fault = |problem| Box::new(finding(file, "", rules::FILE_UNREADABLE, "", problem));
            let text = object(text).map_err(fault)?;
            let network: Network = shape(file, "", text)?;
            Ok(written(&network))
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
    S: Serialize + DeserializeOwned,
{
    let fault = |problem| Box::new(finding(file, "", rules::FILE_UNREADABLE, "", problem));
    let shapes = records(text)
        .map_err(fault)?
        .into_iter()
        .map(|Record { id, text }| shape(file, &id, text));
    let mut shapes: Vec<S> = shapes.collect::<Result<_, _>>()?;
    shapes.sort_by(|one, other| id(one).cmp(id(other)));
    Ok(written(&shapes))
}

/// A record in its shape, if that has room for all its fields.
fn shape<S>(file: &str, record: &str, text: &str) -> Result<S, Box<Finding>>
where
    S: Serialize + DeserializeOwned,
{
    let shape = serde_json::from_str(text).map_err(|error| {
        let (field, problem) = misfit(text, &error);
        Box::new(finding(file, record, rules::RECORD_FORM, &field, problem))
    })?;
    match fields::unknown(text, &shape).first() {
        Some(field) => {
            let problem = fields::UNKNOWN.to_owned();
            let rule = rules::UNKNOWN_FIELD;
            Err(Box::new(finding(file, record, rule, field, problem)))
        }
        None => Ok(shape),
    }
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
