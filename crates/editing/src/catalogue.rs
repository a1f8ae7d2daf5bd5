//! What is wrong with a catalogue of texts, for those who translate.

use directory::catalogue::ENGLISH;
use directory::catalogue::plural::Rules;
use serde_json::Value;

use crate::json::object;
use crate::positions::{locate, repeated_keys};
use crate::{DataFiles, Finding, rules, signs};

/// What is wrong with the catalogue in `file` beside the English one: keys
/// that are missing, unknown or there twice, values that are not filled in,
/// categories of number that the language has no text for.
pub fn check(file: &str, text: &str) -> Vec<Finding> {
    let catalogue = match object(file, text) {
        Ok(record) => record.value,
        Err(finding) => return vec![*finding],
    };
    let english: Value = serde_json::from_str(ENGLISH).expect("the English catalogue is JSON");
    let mut findings = repeated_keys(file, text);
    let is_right_to_left = catalogue["language"]["direction"] == "rtl";
    visit_texts("", &catalogue, &mut |key, text| {
        let may_turn = is_right_to_left || signs::has_right_to_left_letters(text);
        let problem = signs::problem(text, may_turn);
        findings.extend(problem.map(|(rule, problem)| Finding::new(file, "", rule, key, problem)));
    });
    let texts = catalogue["language"]["plural"].as_array();
    let texts = texts.into_iter().flatten().filter_map(Value::as_str);
    let texts: Vec<String> = texts.map(str::to_owned).collect();
    let mut report = |key: &str, problem: &str| {
        findings.push(Finding::new(file, "", rules::CATALOGUE, key, problem));
    };
    if let Some(rules) = Rules::parse(&texts) {
        let mut categories: Vec<&str> = rules.categories().chain(["other"]).collect();
        categories.sort_unstable();
        compare("", &english, &catalogue, &categories, &mut report);
    } else {
        let problem = "has a rule in another form than CLDR’s";
        report("language.plural", problem);
    }
    let files = DataFiles::from([(file.to_owned(), text.to_owned())]);
    locate(&files, &mut findings);
    findings
}

fn compare(
    key: &str,
    english: &Value,
    other: &Value,
    categories: &[&str],
    report: &mut impl FnMut(&str, &str),
) {
    match (english, other) {
        (Value::Object(forms), Value::Object(others)) if forms.contains_key("other") => {
            let names: Vec<&String> = others.keys().collect();
            if names != categories {
                report(
                    key,
                    &format!("has the forms {names:?} instead of {categories:?}"),
                );
            }
            let asked = placeholders_in(forms["other"].as_str().unwrap_or_default());
            for (category, text) in others {
                let mut found = placeholders_in(text.as_str().unwrap_or_default());
                // One thing, or two, need no figure.
                if category != "other" && !found.contains(&"count") && asked.contains(&"count") {
                    found.push("count");
                    found.sort_unstable();
                }
                if found != asked {
                    let problem =
                        format!("fills in {found:?} in `{category}` instead of {asked:?}");
                    report(key, &problem);
                }
            }
        }
        (Value::Object(entries), Value::Object(others)) => {
            for name in others.keys().filter(|name| !entries.contains_key(*name)) {
                report(key, &format!("has `{name}`, which English has not"));
            }
            for (name, entry) in entries {
                let separator = if key.is_empty() { "" } else { "." };
                let key = format!("{key}{separator}{name}");
                match others.get(name) {
                    Some(other) => compare(&key, entry, other, categories, report),
                    None => report(&key, "is missing"),
                }
            }
        }
        (Value::Array(texts), Value::Array(others)) => {
            if key != "language.plural" && texts.len() != others.len() {
                let (found, asked) = (others.len(), texts.len());
                report(key, &format!("holds {found} texts instead of {asked}"));
            }
        }
        (Value::String(text), Value::String(other)) => {
            let (asked, found) = (placeholders_in(text), placeholders_in(other));
            if asked != found {
                report(key, &format!("fills in {found:?} instead of {asked:?}"));
            }
            if other.is_empty() && !text.trim().is_empty() {
                report(key, "is empty");
            }
        }
        _ => report(key, "holds something else than in English"),
    }
}

/// Calls `visit` with each text within `value`, and its key.
fn visit_texts(path: &str, value: &Value, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                visit_texts(&format!("{path}[{index}]"), element, visit);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                visit_texts(&format!("{path}{dot}{key}"), field, visit);
            }
        }
        _ => {}
    }
}

/// The names in braces, sorted.
fn placeholders_in(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}
