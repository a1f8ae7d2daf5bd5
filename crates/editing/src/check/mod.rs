//! Everything that an editor should know about the data files.
//!
//! Reading the directory finds what harms readers, and leaves it out. What only
//! harms the files, such as their form, is found here.

mod colour;
mod contacts;
mod events;
mod parliaments;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::canonical::canonical;
use crate::files::{DataFiles, FILES, FINE_MAP, TEXTS, texts_of};
use crate::json::{Record, object, records, unreadable};
use crate::licences::cited_ids;
use crate::load::{read, read_fine_map};
use crate::positions::{locate_and_sort, repeated_keys};
use crate::records::{
    Boundary, Chamber, City, Contact, Event, Member, Network, Organisation, Parliament, Source,
};
use crate::schema::{self, FileRecord};
use crate::translatable::translatable_texts;
use crate::{Finding, rules, signs};
use directory::Directory;
use directory::catalogue::translations::hash;

/// All findings about the data files, in the order of [`FILES`] and of their
/// place in them.
pub fn check(files: &DataFiles) -> Vec<Finding> {
    let (directory, mut findings) = match read(files) {
        Ok((directory, findings)) => (Some(directory), findings),
        Err(findings) => (None, findings),
    };
    // What is left out may have texts that are translated.
    let is_whole = findings.is_empty();
    let translatable = directory.as_ref().filter(|_| is_whole);
    let translatable = translatable.map(translatable_texts);
    for (file, text) in files {
        if file.starts_with(TEXTS) {
            check_translations(file, text, translatable.as_ref(), &mut findings);
        } else if file == FINE_MAP {
            findings.extend(check_fine_map(text));
        } else if !FILES.contains(&file.as_str()) {
            let problem = "is no file of the directory";
            findings.push(Finding::new(file, "", rules::LISTED_FILES, "", problem));
        }
    }
    for file in FILES {
        let text = files.get(file).map_or("", String::as_str);
        match file {
            "network.json" => check_network(file, text, &mut findings),
            "cities.json" => check_list::<City>(file, text, &mut findings),
            "sources.json" => check_list::<Source>(file, text, &mut findings),
            "organisations.json" => check_list::<Organisation>(file, text, &mut findings),
            "members.json" => check_list::<Member>(file, text, &mut findings),
            "parliaments.json" => check_list::<Parliament>(file, text, &mut findings),
            "contacts.json" => check_list::<Contact>(file, text, &mut findings),
            "events.json" => check_list::<Event>(file, text, &mut findings),
            "boundaries.json" => check_list::<Boundary>(file, text, &mut findings),
            // A program writes the map.
            _ => findings.extend(repeated_keys(file, text)),
        }
    }
    if let Some(directory) = &directory {
        contacts::check(directory, &mut findings);
        events::check(directory, &mut findings);
        parliaments::check_terms(directory, &mut findings);
        parliaments::check_memberships(directory, &mut findings);
        check_collisions(files, directory, &mut findings);
    }
    // What cannot be read may be what cites a source.
    if is_whole {
        check_sources(files, &mut findings);
    }
    locate_and_sort(files, &mut findings);
    findings
}

/// What keeps the fine map, which a program writes, from being read.
fn check_fine_map(text: &str) -> Option<Finding> {
    let read = object(FINE_MAP, text).and_then(|_| {
        let map = read_fine_map(text);
        map.map_err(|error| unreadable(FINE_MAP, format!("is no map: {error}")))
    });
    read.err().map(|finding| *finding)
}

/// Finds the sources that no record cites.
fn check_sources(files: &DataFiles, findings: &mut Vec<Finding>) {
    let values = files.iter().filter(|(file, _)| !file.starts_with(TEXTS));
    let values: Vec<Value> = values
        .map(|(_, text)| serde_json::from_str(text).unwrap_or_default())
        .collect();
    let cited = cited_ids(&values);
    let file = "sources.json";
    let sources = records(file, files.get(file).map_or("", String::as_str));
    for source in sources.into_iter().flatten() {
        if !cited.contains(source.id.as_str()) {
            let problem = "is cited by no record";
            let rule = rules::USED_SOURCE;
            findings.push(Finding::new(file, &source.id, rule, "", problem));
        }
    }
}

/// Checks a file with translations of the data; `translatable` are the texts
/// that may be in it, where all of them are known.
fn check_translations(
    file: &str,
    text: &str,
    translatable: Option<&BTreeSet<String>>,
    findings: &mut Vec<Finding>,
) {
    let translations = match object(file, text) {
        Ok(record) => record.value,
        Err(finding) => return findings.push(*finding),
    };
    for (text, translation) in translations.as_object().into_iter().flatten() {
        let translation = translation.as_str().unwrap_or_default();
        let mut report = |rule, problem| {
            findings.push(Finding::new(file, "", rule, text, problem));
        };
        if translatable.is_some_and(|texts| !texts.contains(text)) {
            let problem = "is no text of the data";
            report(rules::TRANSLATION, problem.to_owned());
        } else if placeholders_in(text) != placeholders_in(translation) {
            let problem = "has other numbers in its translation";
            report(rules::TRANSLATION, problem.to_owned());
        }
        let may_turn = signs::has_right_to_left_letters(translation);
        if let Some((rule, problem)) = signs::problem(translation, may_turn) {
            report(rule, problem);
        }
    }
    check_form(file, text, findings);
}

/// The names in braces, each once.
fn placeholders_in(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split('}').next()).collect()
}

/// Checks that the files of one language say nothing in two ways: no two texts
/// have one hash, by which the program finds their translations, and none has
/// two translations.
fn check_collisions(files: &DataFiles, directory: &Directory, findings: &mut Vec<Finding>) {
    for language in &directory.network.languages {
        let mut known: BTreeMap<u32, (String, Value)> = BTreeMap::new();
        for file in texts_of(language) {
            let record = files.get(&file).and_then(|text| object(&file, text).ok());
            let Some(Value::Object(texts)) = record.map(|record| record.value) else {
                continue;
            };
            for (text, translation) in texts {
                let problem = match known.get(&hash(&text)) {
                    Some((other, _)) if *other != text => {
                        format!("has the mark of `{other}`; word one of the two otherwise")
                    }
                    Some((_, other)) if *other != translation => {
                        format!("is translated as {other} elsewhere")
                    }
                    _ => {
                        known.insert(hash(&text), (text, translation));
                        continue;
                    }
                };
                findings.push(Finding::new(&file, "", rules::TRANSLATION, &text, problem));
            }
        }
    }
}

/// Checks a list of records of this kind.
fn check_list<R: FileRecord>(file: &str, text: &str, findings: &mut Vec<Finding>) {
    let Ok(records) = records(file, text) else {
        return;
    };
    for record in &records {
        check_field_names::<R>(file, record, findings);
    }
    let unordered = records.windows(2).find(|pair| pair[0].id > pair[1].id);
    if let Some([before, after]) = unordered {
        let problem = format!("stands after `{}`", before.id);
        let rule = rules::SAME_ORDER;
        findings.push(Finding::new(file, &after.id, rule, "", problem));
    }
    if unordered.is_none() {
        check_form(file, text, findings);
    } else {
        findings.extend(repeated_keys(file, text));
    }
}

/// Checks network.json.
fn check_network(file: &str, text: &str, findings: &mut Vec<Finding>) {
    let Ok(record) = object(file, text) else {
        return;
    };
    check_form(file, text, findings);
    let Ok(network) = schema::read::<Network>(&record.value) else {
        return;
    };
    check_field_names::<Network>(file, &record, findings);
    let mut report = |rule, field: &str, problem| {
        findings.push(Finding::new(file, &record.id, rule, field, problem));
    };
    for (index, region) in network.regions.iter().enumerate() {
        for (theme, colour, background) in [
            ("light", &region.colours.light, colour::LIGHT_BACKGROUND),
            ("dark", &region.colours.dark, colour::DARK_BACKGROUND),
        ] {
            let contrast = colour::contrast(colour, background);
            if let Some(contrast) = contrast.filter(|contrast| *contrast < colour::MIN_CONTRAST) {
                let field = format!("regions[{index}].colours.{theme}");
                let problem = format!(
                    "holds `{colour}`, whose contrast with {background} is {contrast:.2}, under 3"
                );
                report(rules::COLOUR_CONTRAST, &field, problem);
            }
        }
    }
    let mut listed = network.files;
    listed.sort();
    let mut others: Vec<&str> = FILES.into_iter().filter(|other| *other != file).collect();
    others.sort_unstable();
    if listed != others {
        let problem = format!("lists {}, not {}", listed.join(", "), others.join(", "));
        report(rules::LISTED_FILES, "files", problem);
    }
}

/// Checks that the record names only fields that there are.
fn check_field_names<R: FileRecord>(file: &str, record: &Record, findings: &mut Vec<Finding>) {
    let value = &record.value;
    if schema::read::<R>(value).is_err() {
        return;
    }
    let mut report = |rule, field: &str, problem: &str| {
        findings.push(Finding::new(file, &record.id, rule, field, problem));
    };
    for field in schema::unknown_fields::<R>(value) {
        report(rules::UNKNOWN_FIELD, &field, schema::UNKNOWN);
    }
    let mut report_origins = |path: &str, names: Vec<&str>| {
        for name in names {
            let field = format!("{path}provenance.{name}");
            report(rules::KNOWN_FIELD, &field, "names no field of the record");
        }
    };
    report_origins("", schema::unknown_origins::<R>(value));
    let chambers = value.get("chambers").and_then(Value::as_array);
    for (index, chamber) in chambers.into_iter().flatten().enumerate() {
        let path = format!("chambers[{index}].");
        report_origins(&path, schema::unknown_origins::<Chamber>(chamber));
    }
}

/// Checks that no key stands twice in an object, and that the file, where all
/// of it can be read, is in canonical form.
fn check_form(file: &str, text: &str, findings: &mut Vec<Finding>) {
    let repeated = repeated_keys(file, text);
    if !repeated.is_empty() {
        return findings.extend(repeated);
    }
    match canonical(file, text) {
        Ok(canonical) if canonical != text => {
            let equal_lines = text.lines().zip(canonical.lines());
            let line = equal_lines.take_while(|(one, other)| one == other).count() + 1;
            let problem = format!("is not in canonical form from line {line} on");
            findings.push(Finding::new(file, "", rules::CANONICAL_FORM, "", problem));
        }
        // A fault of one record has been told; one of the file has not.
        Err(finding) if finding.record.is_empty() && finding.field.is_empty() => {
            findings.push(*finding);
        }
        _ => {}
    }
}
