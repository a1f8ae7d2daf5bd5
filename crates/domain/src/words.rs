//! What the site says, in one language.
//!
//! The texts of a language are a catalogue, `public/locales/{code}.json`: texts
//! by key, with `{names}` for what is filled in, and the forms that a text takes
//! by number. Every text of the English one is a function of [`Words`], made
//! when compiling, so that a missing key or value is an error of the compiler.
//! docs/translating.md tells how to add a language.

mod decimal;
mod numbers;
mod plural;
pub mod prose;
#[cfg(test)]
mod tests;

use crate::directory::json::{Json, object, whole};
use plural::Rules;

pub use decimal::decimal;
pub use prose::Prose;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Everything that the site says in one language.
#[derive(Debug, PartialEq)]
pub struct Words {
    /// In the order of their keys, which is the same in all catalogues.
    texts: Vec<Entry>,
    rules: Rules,
}

/// What stands under a key.
#[derive(Debug, PartialEq)]
enum Entry {
    Text(String),
    /// By category of number.
    Forms(Vec<(String, String)>),
    List(Vec<String>),
}

impl Words {
    /// Reads a catalogue; [`faults`] tells what is wrong with one.
    ///
    /// # Errors
    /// What keeps it from being used, as the rest of a sentence that begins
    /// with the name of its file.
    pub fn read(catalogue: &str) -> Result<Self, String> {
        let mut texts = Vec::new();
        collect(&object(catalogue)?.json, &mut texts);
        if texts.len() != TEXTS {
            return Err("holds more or fewer texts than the English one".to_owned());
        }
        let mut words = Self {
            texts,
            rules: Rules::default(),
        };
        let rules = Rules::of(words.language_plural());
        words.rules = rules.ok_or("has a rule of plural in another form than CLDR’s")?;
        Ok(words)
    }

    /// The words in English, which the project is written in.
    pub fn english() -> Self {
        let english = Self::read(ENGLISH);
        english.expect("the catalogue of this very version can be read")
    }

    fn text(&self, place: usize) -> &str {
        match &self.texts[place] {
            Entry::Text(text) => text,
            _ => "",
        }
    }

    fn list(&self, place: usize) -> &[String] {
        match &self.texts[place] {
            Entry::List(texts) => texts,
            _ => &[],
        }
    }

    fn filled(&self, place: usize, values: &[(&str, &str)]) -> String {
        fill(self.text(place), &|name| named(values, name))
    }

    /// The form for `count` of things.
    fn counted(&self, place: usize, count: usize, values: &[(&str, &str)]) -> String {
        let Entry::Forms(forms) = &self.texts[place] else {
            return String::new();
        };
        let category = self.category(&count.to_string());
        let mut fitting = forms.iter().filter(|(name, _)| name == category);
        let other = || forms.iter().find(|(name, _)| name == "other");
        let text = fitting.next().or_else(other).map_or("", |(_, text)| text);
        let count = self.number(count);
        fill(text, &|name| match name {
            "count" => &count,
            name => named(values, name),
        })
    }

    /// The CLDR category of a number as it is written in digits, such as
    /// `1.5`: `one`, `few`, `other`.
    pub fn category(&self, number: &str) -> &str {
        self.rules.category(number)
    }
}

/// A language in which the site can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tongue {
    /// BCP 47; its folder.
    pub code: String,
    /// What its readers call it.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Offers the page in it, in its own words.
    pub offer: String,
    /// Declines that.
    pub decline: String,
}

impl Tongue {
    /// The languages that `publish` lists for the program: the first section
    /// of each catalogue. Of anything else, none.
    pub fn list(file: &str) -> Vec<Self> {
        let list = whole(file).unwrap_or(Json::Null);
        let tongues = list.elements().iter().map(|json| {
            let text = |key: &str| json.at(key).text().unwrap_or_default().to_owned();
            Self {
                code: text("code"),
                name: text("name"),
                direction: text("direction"),
                offer: text("offer"),
                decline: text("decline"),
            }
        });
        tongues.collect()
    }

    /// The language of a catalogue.
    pub fn of(words: &Words) -> Self {
        Self {
            code: words.language_code().to_owned(),
            name: words.language_name().to_owned(),
            direction: words.language_direction().to_owned(),
            offer: words.language_offer().to_owned(),
            decline: words.language_decline().to_owned(),
        }
    }
}

fn named<'a>(values: &[(&str, &'a str)], name: &str) -> &'a str {
    let value = values.iter().find(|(known, _)| *known == name);
    value.map_or("", |(_, value)| value)
}

/// Puts what `value` gives in the place of each name in braces.
fn fill<'a>(text: &str, value: &dyn Fn(&str) -> &'a str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut parts = text.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        filled.push_str(value(name));
        filled.push_str(rest);
    }
    filled
}

/// The texts of a catalogue in the order of their keys.
fn collect(json: &Json, texts: &mut Vec<Entry>) {
    match json {
        Json::List(_) => texts.push(Entry::List(json.texts())),
        Json::Object(entries) if json.entry("other").is_some() => {
            let forms = entries.iter().map(|(category, text)| {
                let text = text.text().unwrap_or_default();
                (category.clone(), text.to_owned())
            });
            texts.push(Entry::Forms(forms.collect()));
        }
        Json::Object(entries) => {
            for (_, json) in entries {
                collect(json, texts);
            }
        }
        json => texts.push(Entry::Text(json.text().unwrap_or_default().to_owned())),
    }
}

/// The English catalogue, which all others are compared with.
const ENGLISH: &str = include_str!("../../../public/locales/en.json");

/// What is wrong with a catalogue beside the English one: keys that are
/// missing or unknown, values that are not filled in, categories of number
/// that the language has no text for. Each begins with the key.
pub fn faults(catalogue: &str) -> Vec<String> {
    let (Ok(english), catalogue) = (object(ENGLISH), object(catalogue)) else {
        return Vec::new();
    };
    let catalogue = match catalogue {
        Ok(catalogue) => catalogue.json,
        Err(problem) => return vec![format!("the catalogue {problem}")],
    };
    let rules = Rules::of(&catalogue.at("language.plural").texts());
    let Some(rules) = rules else {
        return vec!["language.plural has a rule in another form than CLDR’s".to_owned()];
    };
    let mut categories: Vec<&str> = rules.categories().chain(["other"]).collect();
    categories.sort_unstable();
    let mut faults = Vec::new();
    compare("", &english.json, &catalogue, &categories, &mut faults);
    faults
}

fn compare(key: &str, english: &Json, other: &Json, categories: &[&str], faults: &mut Vec<String>) {
    let mut fault = |problem: String| faults.push(format!("{key} {problem}"));
    match (english, other) {
        (Json::Object(_), Json::Object(forms)) if english.entry("other").is_some() => {
            let names: Vec<&str> = forms.iter().map(|(name, _)| name.as_str()).collect();
            if names != categories {
                fault(format!("has the forms {names:?} instead of {categories:?}"));
            }
            let asked = names_in(english.at("other").text().unwrap_or_default());
            for (category, text) in forms {
                let mut found = names_in(text.text().unwrap_or_default());
                // One thing, or two, need no figure.
                if category != "other" && !found.contains(&"count") && asked.contains(&"count") {
                    found.push("count");
                    found.sort_unstable();
                }
                if found != asked {
                    fault(format!(
                        "fills in {found:?} in `{category}` instead of {asked:?}"
                    ));
                }
            }
        }
        (Json::Object(entries), Json::Object(others)) => {
            let known = |name: &String, entries: &[(String, Json)]| {
                entries.iter().any(|(other, _)| other == name)
            };
            for (name, _) in others.iter().filter(|(name, _)| !known(name, entries)) {
                fault(format!("has `{name}`, which English has not"));
            }
            for (name, json) in entries {
                let gap = if key.is_empty() { "" } else { "." };
                let key = format!("{key}{gap}{name}");
                match other.entry(name) {
                    Some(other) => compare(&key, json, other, categories, faults),
                    None => faults.push(format!("{key} is missing")),
                }
            }
        }
        (Json::List(texts), Json::List(others)) => {
            if key != "language.plural" && texts.len() != others.len() {
                fault(format!(
                    "holds {} texts instead of {}",
                    others.len(),
                    texts.len()
                ));
            }
        }
        (Json::Text(text), Json::Text(other)) => {
            let (asked, found) = (names_in(text), names_in(other));
            if asked != found {
                fault(format!("fills in {found:?} instead of {asked:?}"));
            }
            if other.is_empty() && !text.trim().is_empty() {
                fault("is empty".to_owned());
            }
        }
        _ => fault("holds something else than in English".to_owned()),
    }
}

/// The names in braces, sorted.
fn names_in(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}
