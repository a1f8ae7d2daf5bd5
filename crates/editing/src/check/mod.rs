//! Everything that an editor should know about the data files.
//!
//! Reading the directory finds what harms readers. What only harms the files,
//! such as their form, is found here, so that the browser is spared the work.

pub(crate) mod colour;
mod contacts;
mod events;
pub(crate) mod fields;

use crate::canonical::{canonical, finding};
use crate::read::form::{self, Form};
use crate::read::json::{Record, object, records};
use crate::read::{DataFiles, FILES, TEXTS, read};
use crate::translatable::translatable_texts;
use crate::{Finding, rules};
use directory::Ordered;
use directory::words::Prose;

/// All findings about the data files, in the order of [`FILES`] and of the
/// records within them.
pub fn check(files: &DataFiles) -> Vec<Finding> {
    let mut findings = match read(files) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    let is_known = |file: &str| FILES.contains(&file) || file.starts_with(TEXTS);
    let strange = files.keys().filter(|file| !is_known(file));
    findings.extend(strange.map(|file| {
        let problem = "is no file of the directory".to_owned();
        finding(file, "", rules::LISTED_FILES, "", problem)
    }));
    for file in FILES {
        let text = files.get(file).map_or("", String::as_str);
        let records = match file {
            "network.json" => network(file, text, &mut findings),
            "cities.json" => list(file, text, &form::CITY, &mut findings),
            "sources.json" => list(file, text, &form::SOURCE, &mut findings),
            "organisations.json" => list(file, text, &form::ORGANISATION, &mut findings),
            "members.json" => list(file, text, &form::MEMBER, &mut findings),
            "parliaments.json" => list(file, text, &form::PARLIAMENT, &mut findings),
            "contacts.json" => list(file, text, &form::CONTACT, &mut findings),
            "events.json" => list(file, text, &form::EVENT, &mut findings),
            "boundaries.json" => list(file, text, &form::BOUNDARY, &mut findings),
            _ => Vec::new(),
        };
        in_order(file, &records, &mut findings);
    }
    if let Ok((directory, _)) = read(files) {
        contacts::check(&directory, &mut findings);
        events::check(&directory, &mut findings);
    }
    translations(files, &mut findings);
    findings
}

/// Checks that the translations of the data translate what is in them.
fn translations(files: &DataFiles, findings: &mut Vec<Finding>) {
    // What is left out says nothing, and is told already.
    if !findings.is_empty() {
        return;
    }
    let Ok((directory, _)) = read(files) else {
        return;
    };
    let said = translatable_texts(&directory);
    for (file, text) in files.iter().filter(|(file, _)| file.starts_with(TEXTS)) {
        let mut tell = |field: &str, problem: String| {
            findings.push(finding(file, "", rules::TRANSLATION, field, problem));
        };
        let known = match (Prose::read(text), object(text)) {
            (Ok(_), Ok(record)) => record.json,
            (Err(problem), _) | (_, Err(problem)) => {
                tell("", problem);
                continue;
            }
        };
        for (text, translation) in known.entries() {
            let values = |text: &str| {
                let parts = text.split('{').skip(1);
                let values = parts.filter_map(|part| part.split('}').next());
                values.map(str::to_owned).collect::<Ordered<_>>()
            };
            if !said.contains(text) {
                tell(text, "is no text of the data".to_owned());
            } else if values(text) != values(translation.text().unwrap_or_default()) {
                tell(text, "has other numbers in its translation".to_owned());
            }
        }
        written_well(file, text, findings);
    }
}

/// Moves the findings about `file` to the end, in the order of its records.
fn in_order(file: &str, records: &[Record], findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| {
        let mut places = records.iter();
        let place = places.position(|record| record.id == finding.record);
        (finding.file == file).then_some(place)
    });
}

/// Checks a list of records of this form, and gives the records.
fn list(file: &str, text: &str, form: &Form, findings: &mut Vec<Finding>) -> Vec<Record> {
    let Ok(records) = records(text) else {
        return Vec::new();
    };
    for record in &records {
        names_of_fields(file, record, form, findings);
    }
    let unordered = records.windows(2).find(|pair| pair[0].id > pair[1].id);
    if let Some([before, after]) = unordered {
        let problem = format!("stands after `{}`", before.id);
        findings.push(finding(file, &after.id, rules::SAME_ORDER, "", problem));
    } else {
        written_well(file, text, findings);
    }
    records
}

/// Checks network.json, and gives its one record.
fn network(file: &str, text: &str, findings: &mut Vec<Finding>) -> Vec<Record> {
    let Ok(record) = object(text) else {
        return Vec::new();
    };
    let network = &record.json;
    if !form::misfits(network, &form::NETWORK).is_empty() {
        return Vec::new();
    }
    names_of_fields(file, &record, &form::NETWORK, findings);
    for (place, region) in network.at("regions").elements().iter().enumerate() {
        for (look, ground) in [
            ("light", colour::LIGHT_GROUND),
            ("dark", colour::DARK_GROUND),
        ] {
            let path = format!("colours.{look}");
            let colour = region.at(&path).text().unwrap_or_default();
            let contrast = colour::contrast(colour, ground);
            if let Some(contrast) = contrast.filter(|contrast| *contrast < colour::LEAST) {
                let field = format!("regions[{place}].{path}");
                let problem = format!(
                    "holds `{colour}`, whose contrast with {ground} is {contrast:.2}, under 3"
                );
                let rule = rules::COLOUR_CONTRAST;
                findings.push(finding(file, &record.id, rule, &field, problem));
            }
        }
    }
    let mut listed = network.at("files").texts();
    listed.sort();
    let mut others: Vec<&str> = FILES.into_iter().filter(|other| *other != file).collect();
    others.sort_unstable();
    if listed != others {
        let problem = format!("lists {}, not {}", listed.join(", "), others.join(", "));
        let rule = rules::LISTED_FILES;
        findings.push(finding(file, &record.id, rule, "files", problem));
    }
    written_well(file, text, findings);
    vec![record]
}

/// Checks that the record names only fields that there are.
fn names_of_fields(file: &str, record: &Record, form: &Form, findings: &mut Vec<Finding>) {
    let json = &record.json;
    if !form::misfits(json, form).is_empty() {
        return;
    }
    for field in fields::unknown(json, form) {
        let problem = fields::UNKNOWN.to_owned();
        let rule = rules::UNKNOWN_FIELD;
        findings.push(finding(file, &record.id, rule, &field, problem));
    }
    let mut origins = |path: String, names: Vec<&str>| {
        for name in names {
            let field = format!("{path}provenance.{name}");
            let problem = "names no field of the record".to_owned();
            let rule = rules::KNOWN_FIELD;
            findings.push(finding(file, &record.id, rule, &field, problem));
        }
    };
    origins(String::new(), fields::unknown_origins(json, form));
    for (place, chamber) in json.at("chambers").elements().iter().enumerate() {
        let names = fields::unknown_origins(chamber, &form::CHAMBER);
        origins(format!("chambers[{place}]."), names);
    }
}

/// Checks that the file, where all of it can be read, is in canonical form.
fn written_well(file: &str, text: &str, findings: &mut Vec<Finding>) {
    match canonical(file, text) {
        Ok(canonical) if canonical != text => {
            let alike = text.lines().zip(canonical.lines());
            let line = alike.take_while(|(one, other)| one == other).count() + 1;
            let problem = format!("is not in canonical form from line {line} on");
            findings.push(finding(file, "", rules::CANONICAL_FORM, "", problem));
        }
        // A fault of one record has been told; one of the file has not.
        Err(finding) if finding.record.is_empty() => findings.push(*finding),
        _ => {}
    }
}
