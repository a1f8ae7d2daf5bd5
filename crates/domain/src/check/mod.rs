//! Everything that an editor should know about the data files.
//!
//! Reading the directory finds what harms readers. What only harms the files,
//! such as their form, is found here, so that the browser is spared the work.

pub(crate) mod colour;
pub(crate) mod fields;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::canonical::{canonical, finding};
use crate::directory::fit::{Fit, fit};
use crate::directory::json::{Record, object, records};
use crate::directory::{DataFiles, FILES};
use crate::shapes::{Boundary, Chamber, Member, Network, Organisation, Parliament, Source};
use crate::{Directory, Finding, rules};

/// All findings about the data files, in the order of [`FILES`] and of the
/// records within them.
pub fn check(files: &DataFiles) -> Vec<Finding> {
    let mut findings = match Directory::read(files) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    let strange = files.keys().filter(|file| !FILES.contains(&file.as_str()));
    findings.extend(strange.map(|file| {
        let problem = "is no file of the directory".to_owned();
        finding(file, "", rules::LISTED_FILES, "", problem)
    }));
    for file in FILES {
        let text = files.get(file).map_or("", String::as_str);
        let records = match file {
            "network.json" => network(file, text, &mut findings),
            "sources.json" => list::<Source>(file, text, &mut findings),
            "organisations.json" => list::<Organisation>(file, text, &mut findings),
            "members.json" => list::<Member>(file, text, &mut findings),
            "parliaments.json" => list::<Parliament>(file, text, &mut findings),
            "boundaries.json" => list::<Boundary>(file, text, &mut findings),
            _ => Vec::new(),
        };
        in_order(file, &records, &mut findings);
    }
    findings
}

/// Moves the findings about `file` to the end, in the order of its records.
fn in_order(file: &str, records: &[Record], findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| {
        let mut places = records.iter();
        let place = places.position(|record| record.id == finding.record);
        (finding.file == file).then_some(place)
    });
}

/// Checks the form of a list of records of shape `S`, and gives the records.
fn list<S>(file: &str, text: &str, findings: &mut Vec<Finding>) -> Vec<Record>
where
    S: Fit + Serialize + DeserializeOwned,
{
    let Ok(records) = records(text) else {
        return Vec::new();
    };
    for record in &records {
        names_of_fields::<S>(file, record, findings);
    }
    let unordered = records.windows(2).find(|pair| pair[0].id > pair[1].id);
    if let Some([before, after]) = unordered {
        let problem = format!("stands after `{}`", before.id);
        findings.push(finding(file, &after.id, rules::SAME_ORDER, "", problem));
    } else {
        form(file, text, findings);
    }
    records
}

/// Checks network.json, and gives its one record.
fn network(file: &str, text: &str, findings: &mut Vec<Finding>) -> Vec<Record> {
    let Ok(record) = object(text) else {
        return Vec::new();
    };
    let Ok(network) = fit::<Network>(record.json.clone()) else {
        return Vec::new();
    };
    names_of_fields::<Network>(file, &record, findings);
    for (place, region) in network.regions.iter().enumerate() {
        for (look, colour, ground) in [
            ("light", &region.colours.light, colour::LIGHT_GROUND),
            ("dark", &region.colours.dark, colour::DARK_GROUND),
        ] {
            let contrast = colour::contrast(colour, ground);
            if let Some(contrast) = contrast.filter(|contrast| *contrast < colour::LEAST) {
                let field = format!("regions[{place}].colours.{look}");
                let problem = format!(
                    "holds `{colour}`, whose contrast with {ground} is {contrast:.2}, under 3"
                );
                let rule = rules::COLOUR_CONTRAST;
                findings.push(finding(file, &record.id, rule, &field, problem));
            }
        }
    }
    let mut listed = network.files.clone();
    listed.sort();
    let mut others: Vec<&str> = FILES.into_iter().filter(|other| *other != file).collect();
    others.sort_unstable();
    if listed != others {
        let problem = format!("lists {}, not {}", listed.join(", "), others.join(", "));
        let rule = rules::LISTED_FILES;
        findings.push(finding(file, &record.id, rule, "files", problem));
    }
    form(file, text, findings);
    vec![record]
}

/// Checks that the record names only fields that there are.
fn names_of_fields<S>(file: &str, record: &Record, findings: &mut Vec<Finding>)
where
    S: Fit + Serialize + DeserializeOwned,
{
    let Ok(shape) = fit::<S>(record.json.clone()) else {
        return;
    };
    for field in fields::unknown(&record.json, &shape) {
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
    origins(String::new(), fields::unknown_origins::<S>(&record.json));
    let chambers = record.json.get("chambers").and_then(Value::as_array);
    for (place, chamber) in chambers.into_iter().flatten().enumerate() {
        let names = fields::unknown_origins::<Chamber>(chamber);
        origins(format!("chambers[{place}]."), names);
    }
}

/// Checks that the file, where all of it can be read, is in canonical form.
fn form(file: &str, text: &str, findings: &mut Vec<Finding>) {
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
