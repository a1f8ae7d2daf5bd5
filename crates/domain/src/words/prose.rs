//! What the data say in sentences, in the reader's language.
//!
//! Remarks, names of cases and the like stand in the data files in the
//! network's own language. `texts/{code}.json` holds their translations by the
//! text itself, so that a text that changes is at once without a translation
//! and never with a wrong one. Numbers and dates are left open: one entry
//! serves for all texts that differ in them alone.

#[cfg(not(target_arch = "wasm32"))]
use std::collections::{BTreeMap, BTreeSet};

use super::{Words, fill};
use crate::PartialDate;
use crate::directory::json::{Json, object, whole};
#[cfg(not(target_arch = "wasm32"))]
use crate::directory::{Contact, Directory, Event, Origin, Parliament, Provenance};

/// Translations of the texts of the data; sorted by the mark of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose(Vec<(u32, String)>);

impl Prose {
    /// Reads a file of translations: an object as editors keep it, or what
    /// `publish` makes of it, in which marks stand for the texts.
    ///
    /// # Errors
    /// What is wrong with it, as the rest of a sentence that begins with the
    /// name of the file.
    pub fn read(file: &str) -> Result<Self, String> {
        let mut entries = Vec::new();
        if file.trim_ascii_start().starts_with('[') {
            for pair in whole(file)?.elements() {
                let [mark, text] = pair.elements() else {
                    return Err("holds something else than pairs".to_owned());
                };
                let mark = mark.whole().ok_or("has a mark that is no number")?;
                entries.push((mark, text.text().unwrap_or_default().to_owned()));
            }
        } else {
            for (text, translation) in object(file)?.json.entries() {
                let Json::Text(translation) = translation else {
                    return Err("holds something else than texts".to_owned());
                };
                let mark = mark(text);
                // As they are published.
                let place = entries.partition_point(|(other, _)| *other < mark);
                if entries.get(place).is_some_and(|(other, _)| *other == mark) {
                    return Err("has two texts of one mark".to_owned());
                }
                entries.insert(place, (mark, translation.clone()));
            }
        }
        Ok(Self(entries))
    }

    /// Adds the translations of another file; those that are here stay.
    pub fn add(&mut self, other: Self) {
        for (mark, text) in other.0 {
            let place = self.0.partition_point(|(before, _)| *before < mark);
            if self.0.get(place).is_none_or(|(known, _)| *known != mark) {
                self.0.insert(place, (mark, text));
            }
        }
    }

    /// The marks of the texts and their translations.
    pub fn entries(&self) -> &[(u32, String)] {
        &self.0
    }

    /// `text` in the language of `words`, if it is translated.
    pub fn get(&self, words: &Words, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let (pattern, values) = pattern(text);
        let mark = mark(&pattern);
        let place = self
            .0
            .binary_search_by(|(other, _)| other.cmp(&mark))
            .ok()?;
        let values = values
            .iter()
            .map(|value| match value.parse::<PartialDate>() {
                Ok(date) if date.month().is_some() => words.date(date),
                _ => words.in_digits(value),
            });
        let values: Vec<String> = values.collect();
        Some(fill(&self.0[place].1, &|number| {
            let place = number.parse::<u32>().map(|number| number as usize);
            let value = place
                .ok()
                .and_then(|place| values.get(place.checked_sub(1)?));
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
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        pattern.push_str(&rest[..start]);
        rest = &rest[start..];
        let digits = |text: &str| {
            let end = text.find(|sign: char| !sign.is_ascii_digit());
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

/// The patterns of all texts of the directory that are shown translated, each
/// once, in order.
#[cfg(not(target_arch = "wasm32"))]
pub fn said(directory: &Directory) -> BTreeSet<String> {
    let mut said = Said {
        language: directory.own_language(),
        patterns: BTreeSet::new(),
    };
    said.directory(directory);
    said.patterns
}

#[cfg(not(target_arch = "wasm32"))]
struct Said<'a> {
    language: &'a str,
    patterns: BTreeSet<String>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Said<'_> {
    fn directory(&mut self, directory: &Directory) {
        let network = &directory.network;
        self.provenance(&network.provenance);
        for former in &network.former_members {
            self.provenance(&former.provenance);
        }
        for kind in &network.event_types {
            self.names(&kind.names.0);
        }
        for organ in &network.organs {
            self.names(&organ.names.0);
            self.texts(&organ.text);
        }
        self.texts(network.history.iter().map(|step| &step.text));
        self.texts(network.changes.iter().map(|change| &change.text));
        for event in &directory.events {
            self.event(event);
        }
        for case in &directory.boundaries {
            for texts in [&case.names, &case.drawn, &case.footnote, &case.authority] {
                self.names(texts);
            }
        }
        for organisation in &directory.organisations {
            self.names(&organisation.names.0);
            self.texts(&organisation.notes);
            self.provenance(&organisation.provenance);
            self.contacts(&organisation.contacts);
        }
        let filter = network.membership_filter;
        let filter = filter.and_then(|place| directory.organisations.get(place));
        self.texts(filter.and_then(|organisation| organisation.abbreviation.as_ref()));
        for source in &directory.sources {
            self.text(&source.terms);
            if source.unverified {
                self.text(&source.title);
            }
            self.texts(&source.covers);
        }
        for member in &directory.members {
            self.texts(&member.joined_at);
            self.texts(&member.notes);
            self.provenance(&member.provenance);
            for membership in &member.memberships {
                self.origin(&membership.origin);
            }
            self.contacts(&member.contacts);
            if let Some(parliament) = &member.parliament {
                self.parliament(parliament);
            }
        }
    }

    fn event(&mut self, event: &Event) {
        let details = &event.details;
        self.names(&event.titles.0);
        self.texts(&event.theme);
        self.texts(&details.venue);
        self.texts(&details.organisers);
        self.texts(&details.summary);
        self.texts(&details.participants);
        self.texts(&details.documents);
        self.texts(&details.notes);
        self.provenance(&details.provenance);
    }

    fn parliament(&mut self, parliament: &Parliament) {
        self.texts(&parliament.notes);
        self.provenance(&parliament.provenance);
        for chamber in &parliament.chambers {
            self.texts(&chamber.composition);
            self.texts(&chamber.notes);
            self.provenance(&chamber.provenance);
        }
    }

    fn contacts(&mut self, contacts: &[Contact]) {
        for contact in contacts {
            self.texts(&contact.details.label);
            self.origin(&contact.details.origin);
        }
    }

    fn provenance(&mut self, provenance: &Provenance) {
        self.origin(&provenance.record);
        for (_, origin) in &provenance.fields {
            self.origin(origin);
        }
    }

    fn origin(&mut self, origin: &Origin) {
        self.texts(&origin.note);
        for other in &origin.also {
            self.text(&other.value);
            self.texts(&other.note);
        }
    }

    /// What the data themselves do not have in other languages.
    fn names(&mut self, texts: &BTreeMap<String, String>) {
        if texts.len() == 1 {
            self.texts(texts.get(self.language));
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        for text in texts {
            self.text(text);
        }
    }

    fn text(&mut self, text: &str) {
        if is_worded(text) {
            self.patterns.insert(pattern(text).0);
        }
    }
}

/// Whether a text has words, and so a language.
pub fn is_worded(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// A number that stands for a text: FNV-1a of 32 bits. The texts themselves
/// would make up half of what a reader fetches.
fn mark(text: &str) -> u32 {
    let step = |mark: u32, byte: &u8| (mark ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    text.as_bytes().iter().fold(0x811c_9dc5, step)
}
