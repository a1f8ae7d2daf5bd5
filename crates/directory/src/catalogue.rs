//! What the site says, in one language.
//!
//! The texts of a language are a catalogue, `public/locales/{code}.json`: texts
//! by key, with `{names}` for what is filled in, and the forms that a text takes
//! by number. Every text of the English one is a function of [`Catalogue`], made
//! when compiling, so that a missing key or value is an error of the compiler.
//! docs/translating.md tells how to add a language.

mod decimal;
mod numbers;
pub mod plural;
#[cfg(test)]
mod tests;
pub mod translations;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use plural::Rules;

pub use decimal::decimal;
pub use translations::ContentTranslations;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Everything that the site says in one language.
#[derive(Debug, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Catalogue {
    /// In the order of their keys, which is the same in all catalogues.
    texts: Vec<Entry>,
    rules: Rules,
}

/// What stands under a key, in the snapshot as in the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Entry {
    Text(String),
    List(Vec<String>),
    /// By category of number.
    Forms(BTreeMap<String, String>),
}

/// By hand, since serde's own for untagged kinds buffers every value first.
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntryVisitor;

        impl<'de> Visitor<'de> for EntryVisitor {
            type Value = Entry;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text, its forms by number, or a list of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Entry, E> {
                Ok(Entry::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, texts: A) -> Result<Entry, A::Error> {
                let texts = Vec::deserialize(SeqAccessDeserializer::new(texts));
                texts.map(Entry::List)
            }

            fn visit_map<A: MapAccess<'de>>(self, forms: A) -> Result<Entry, A::Error> {
                let forms = BTreeMap::deserialize(MapAccessDeserializer::new(forms));
                forms.map(Entry::Forms)
            }
        }

        deserializer.deserialize_any(EntryVisitor)
    }
}

impl Catalogue {
    /// Reads a catalogue; `editing::catalogue` tells what is wrong with one.
    ///
    /// # Errors
    /// What keeps it from being used, as the rest of a sentence that begins
    /// with the name of its file.
    pub fn read(catalogue: &str) -> Result<Self, String> {
        let mut texts = Vec::new();
        let catalogue = serde_json::from_str(catalogue);
        let catalogue: Value = catalogue.map_err(|error| format!("is not JSON: {error}"))?;
        collect(&catalogue, &mut texts);
        let mut words = Self {
            texts,
            rules: Rules::default(),
        };
        if !words.is_complete() {
            return Err("holds more or fewer texts than the English one".to_owned());
        }
        let rules = Rules::parse(words.language_plural());
        words.rules = rules.ok_or("has a rule of plural in another form than CLDR’s")?;
        Ok(words)
    }

    /// The words in English, which the project is written in.
    pub fn english() -> Self {
        let english = Self::read(ENGLISH);
        english.expect("the catalogue of this very version can be read")
    }

    /// The same without what only published pages and files say
    /// ([`PUBLISHED_SECTIONS`]): what the program reads.
    #[must_use]
    pub fn without_published(&self) -> Self {
        let english: Value = serde_json::from_str(ENGLISH).expect("the English catalogue is JSON");
        let sections = english.as_object().into_iter().flatten();
        let mut own = self.texts.iter();
        let mut texts = Vec::new();
        for (section, entries) in sections {
            let mut entries_of_section = Vec::new();
            collect(entries, &mut entries_of_section);
            let own = own.by_ref().take(entries_of_section.len());
            if PUBLISHED_SECTIONS.contains(&section.as_str()) {
                texts.extend(own.map(|_| Entry::Text(String::new())));
            } else {
                texts.extend(own.cloned());
            }
        }
        Self {
            texts,
            rules: self.rules.clone(),
        }
    }

    /// Whether it has as many texts as this version of the program says.
    pub(crate) fn is_complete(&self) -> bool {
        self.texts.len() == TEXTS
    }

    fn text(&self, index: usize) -> &str {
        match &self.texts[index] {
            Entry::Text(text) => text,
            _ => "",
        }
    }

    fn list(&self, index: usize) -> &[String] {
        match &self.texts[index] {
            Entry::List(texts) => texts,
            _ => &[],
        }
    }

    fn filled(&self, index: usize, values: &[(&str, &str)]) -> String {
        fill(self.text(index), &|name| named(values, name))
    }

    /// The form for `count` of things.
    fn counted(&self, index: usize, count: usize, values: &[(&str, &str)]) -> String {
        let Entry::Forms(forms) = &self.texts[index] else {
            return String::new();
        };
        let category = self.category(&count.to_string());
        let text = forms.get(category).or_else(|| forms.get("other"));
        let text = text.map_or("", String::as_str);
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct SiteLanguage {
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

impl SiteLanguage {
    /// The language of a catalogue.
    pub fn from_catalogue(words: &Catalogue) -> Self {
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
fn collect(value: &Value, texts: &mut Vec<Entry>) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match value {
        Value::Array(elements) => texts.push(Entry::List(elements.iter().map(text).collect())),
        Value::Object(entries) if entries.contains_key("other") => {
            let forms = entries.iter();
            let forms = forms.map(|(category, form)| (category.clone(), text(form)));
            texts.push(Entry::Forms(forms.collect()));
        }
        Value::Object(entries) => {
            for entry in entries.values() {
                collect(entry, texts);
            }
        }
        value => texts.push(Entry::Text(text(value))),
    }
}

/// The sections of a catalogue that no page drawn by the program says, which
/// readers of a list need not wait for; `tests/layers.rs` holds the program to it.
pub const PUBLISHED_SECTIONS: [&str; 15] = [
    "calendar", "card", "editions", "embed", "event", "formats", "hosting", "insights", "linked",
    "movement", "names", "network", "sheet", "source", "sources",
];

/// The English catalogue, which all others are compared with.
pub const ENGLISH: &str = include_str!("../../../public/locales/en.json");
