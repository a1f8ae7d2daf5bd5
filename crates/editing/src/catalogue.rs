//! What is wrong with a catalogue of texts, for those who translate.

use directory::catalogue::ENGLISH;
use directory::catalogue::plural::Rules;
use serde_json::Value;

/// What is wrong with a catalogue beside the English one: keys that are
/// missing or unknown, values that are not filled in, categories of number
/// that the language has no text for. Each begins with the key.
pub fn problems(catalogue: &str) -> Vec<String> {
    let english: Value = serde_json::from_str(ENGLISH).expect("the English catalogue is JSON");
    let catalogue: Value = match serde_json::from_str(catalogue) {
        Ok(catalogue) => catalogue,
        Err(error) => return vec![format!("the catalogue is not JSON: {error}")],
    };
    let texts = catalogue["language"]["plural"].as_array();
    let texts = texts.into_iter().flatten().filter_map(Value::as_str);
    let texts: Vec<String> = texts.map(str::to_owned).collect();
    let Some(rules) = Rules::parse(&texts) else {
        return vec!["language.plural has a rule in another form than CLDR’s".to_owned()];
    };
    let mut categories: Vec<&str> = rules.categories().chain(["other"]).collect();
    categories.sort_unstable();
    let mut problems = Vec::new();
    compare("", &english, &catalogue, &categories, &mut problems);
    problems
}

fn compare(
    key: &str,
    english: &Value,
    other: &Value,
    categories: &[&str],
    problems: &mut Vec<String>,
) {
    let mut report = |problem: String| problems.push(format!("{key} {problem}"));
    match (english, other) {
        (Value::Object(forms), Value::Object(others)) if forms.contains_key("other") => {
            let names: Vec<&String> = others.keys().collect();
            if names != categories {
                report(format!("has the forms {names:?} instead of {categories:?}"));
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
                    report(format!(
                        "fills in {found:?} in `{category}` instead of {asked:?}"
                    ));
                }
            }
        }
        (Value::Object(entries), Value::Object(others)) => {
            for name in others.keys().filter(|name| !entries.contains_key(*name)) {
                report(format!("has `{name}`, which English has not"));
            }
            for (name, entry) in entries {
                let separator = if key.is_empty() { "" } else { "." };
                let key = format!("{key}{separator}{name}");
                match others.get(name) {
                    Some(other) => compare(&key, entry, other, categories, problems),
                    None => problems.push(format!("{key} is missing")),
                }
            }
        }
        (Value::Array(texts), Value::Array(others)) => {
            if key != "language.plural" && texts.len() != others.len() {
                report(format!(
                    "holds {} texts instead of {}",
                    others.len(),
                    texts.len()
                ));
            }
        }
        (Value::String(text), Value::String(other)) => {
            let (asked, found) = (placeholders_in(text), placeholders_in(other));
            if asked != found {
                report(format!("fills in {found:?} instead of {asked:?}"));
            }
            if other.is_empty() && !text.trim().is_empty() {
                report("is empty".to_owned());
            }
        }
        _ => report("holds something else than in English".to_owned()),
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
