//! What the data say in sentences, in the reader's language.
//!
//! Remarks, names of cases and the like stand in the data files in the
//! network's own language. `texts/{code}.json` holds their translations by the
//! text itself, so that a text that changes is at once without a translation
//! and never with a wrong one. Numbers and dates are left open: one entry
//! serves for all texts that differ in them alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Catalogue, fill};
use crate::PartialDate;

/// Translations of the texts of the data; sorted by the hash of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentTranslations(Vec<(u32, String)>);

impl ContentTranslations {
    /// Reads a file of translations: an object with the translation of each text.
    ///
    /// # Errors
    /// What is wrong with it, as the rest of a sentence that begins with the
    /// name of the file.
    pub fn read(file: &str) -> Result<Self, String> {
        let texts = serde_json::from_str::<BTreeMap<String, String>>(file);
        let texts = texts.map_err(|error| format!("is no object of texts: {error}"))?;
        let entries = texts.into_iter();
        let mut entries: Vec<(u32, String)> = entries
            .map(|(text, translation)| (hash(&text), translation))
            .collect();
        entries.sort_by_key(|(hash, _)| *hash);
        let hashes = entries.windows(2);
        if hashes.into_iter().any(|pair| pair[0].0 == pair[1].0) {
            return Err("has two texts of one mark".to_owned());
        }
        Ok(Self(entries))
    }

    /// Adds the translations of another file; those that are here stay.
    pub fn add(&mut self, other: Self) {
        for (hash, text) in other.0 {
            let index = self.0.partition_point(|(before, _)| *before < hash);
            if self.0.get(index).is_none_or(|(known, _)| *known != hash) {
                self.0.insert(index, (hash, text));
            }
        }
    }

    /// Those of the texts with these patterns alone.
    #[must_use]
    pub fn filtered(&self, patterns: &BTreeSet<String>) -> Self {
        let hashes: BTreeSet<u32> = patterns.iter().map(|pattern| hash(pattern)).collect();
        let entries = self.0.iter().filter(|(hash, _)| hashes.contains(hash));
        Self(entries.cloned().collect())
    }

    /// `text` in the language of `words`, if it is translated.
    pub fn get(&self, words: &Catalogue, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let (pattern, values) = pattern(text);
        let hash = hash(&pattern);
        let index = self
            .0
            .binary_search_by(|(other, _)| other.cmp(&hash))
            .ok()?;
        let values = values
            .iter()
            .map(|value| match value.parse::<PartialDate>() {
                Ok(date) if date.month().is_some() => words.date(date),
                _ => words.in_digits(value),
            });
        let values: Vec<String> = values.collect();
        Some(fill(&self.0[index].1, &|number| {
            let index = number.parse::<u32>().map(|number| number as usize);
            let value = index
                .ok()
                .and_then(|index| values.get(index.checked_sub(1)?));
            value.map_or("", |value| value)
        }))
    }
}

/// A text with `{1}`, `{2}` … in the place of its numbers and of its dates, and
/// these.
pub fn pattern(text: &str) -> (String, Vec<&str>) {
    let mut pattern = String::with_capacity(text.len());
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|ch: char| ch.is_ascii_digit()) {
        pattern.push_str(&rest[..start]);
        rest = &rest[start..];
        let digits = |text: &str| {
            let end = text.find(|ch: char| !ch.is_ascii_digit());
            end.unwrap_or(text.len())
        };
        let mut run = digits(rest);
        while rest[run..].starts_with('-') && digits(&rest[run + 1..]) > 0 {
            run += 1 + digits(&rest[run + 1..]);
        }
        let date = rest[..run].parse::<PartialDate>();
        let is_date = date.is_ok_and(|date| date.month().is_some());
        let end = if is_date { run } else { digits(rest) };
        values.push(&rest[..end]);
        pattern.extend(["{", &values.len().to_string(), "}"]);
        rest = &rest[end..];
    }
    pattern.push_str(rest);
    (pattern, values)
}

/// Whether a text has words, and so a language.
pub fn is_worded(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// A number that stands for a text: FNV-1a of 32 bits. The texts themselves
/// would make up half of what a reader fetches.
pub fn hash(text: &str) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    text.as_bytes().iter().fold(0x811c_9dc5, step)
}
