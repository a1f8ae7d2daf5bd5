//! Where reading stands, and what it has found wrong so far.

use serde_json::Value;

use super::fit::{self, Fit};
use super::json::Record;
use crate::rules::{self, Rule};
use crate::vocabulary::{self, Words};
use crate::{Finding, PartialDate};

/// Reads the records of one file after the other.
///
/// Lists take the place of sets and maps: they are short, and each kind of set
/// or map would cost the browser a few kilobytes of program.
///
/// A method that reads a value gives `None` where the value is left out, and
/// has then said so in a finding.
#[derive(Default)]
pub(super) struct Reader {
    /// The file that is read.
    pub(super) file: &'static str,
    /// The record that is read.
    pub(super) record: String,
    /// Lists within the record, with the place of the element that is read.
    within: Vec<(&'static str, usize)>,
    /// Everything found so far.
    pub(super) findings: Vec<Finding>,
    /// The language that every text must have.
    pub(super) language: String,
    /// The date that no fact is later than, once it is known.
    pub(super) data_date: Option<PartialDate>,
    /// Ids of all records of the readable files, sound or not, by file.
    pub(super) ids: Vec<(&'static str, Vec<String>)>,
    /// Ids of the sound sources, in order.
    pub(super) sources: Vec<String>,
    /// Ids of the sound organisations, in order.
    pub(super) organisations: Vec<String>,
    /// Values that may come once in a list, by rule and list.
    taken: Vec<(&'static str, &'static str, String)>,
}

impl Reader {
    /// Goes on to another file.
    pub(super) fn open(&mut self, file: &'static str) {
        self.file = file;
        self.record.clear();
        self.taken.clear();
    }

    /// Reads all `records` of the open file that fit the shape `S`.
    pub(super) fn records<S: Fit, T>(
        &mut self,
        records: Vec<Record>,
        mut read: impl FnMut(&mut Self, S) -> Option<T>,
    ) -> Vec<T> {
        let mut sound = Vec::with_capacity(records.len());
        for record in records {
            self.record = record.id;
            let shape = self.shape(record.json);
            sound.extend(shape.and_then(|shape| read(self, shape)));
        }
        self.record.clear();
        sound
    }

    /// The record in its shape.
    pub(super) fn shape<S: Fit>(&mut self, json: Value) -> Option<S> {
        let shape = fit::fit(json).map_err(|misfits| {
            for (field, problem) in misfits {
                self.fault(rules::RECORD_FORM, &field, problem);
            }
        });
        self.vital(shape.ok())
    }

    /// Reads the elements of a list of the record.
    pub(super) fn each<S, T>(
        &mut self,
        field: &'static str,
        shapes: Vec<S>,
        mut read: impl FnMut(&mut Self, S) -> Option<T>,
    ) -> Vec<T> {
        let mut sound = Vec::with_capacity(shapes.len());
        for (place, shape) in shapes.into_iter().enumerate() {
            self.within.push((field, place));
            sound.extend(read(self, shape));
            self.within.pop();
        }
        sound
    }

    /// Notes a breach of `rule` by `field` of what is being read.
    pub(super) fn fault(&mut self, rule: Rule, field: &str, problem: String) {
        self.fault_with(rule, field, problem, rule.help.to_owned());
    }

    /// Notes a breach with help of its own.
    pub(super) fn fault_with(&mut self, rule: Rule, field: &str, problem: String, help: String) {
        let mut path = String::new();
        for (list, place) in &self.within {
            path.extend([*list, "[", &place.to_string(), "]."]);
        }
        path.push_str(field);
        self.findings.push(Finding {
            file: self.file.to_owned(),
            record: self.record.clone(),
            field: path.trim_end_matches('.').to_owned(),
            rule: rule.name,
            problem,
            help,
            left_out: false,
        });
    }

    /// A value without which the record is left out. Where it is missing, the
    /// last finding is the one that said so.
    pub(super) fn vital<T>(&mut self, value: Option<T>) -> Option<T> {
        if value.is_none()
            && let Some(finding) = self.findings.last_mut()
        {
            finding.left_out = true;
        }
        value
    }

    /// A value that holds, or a breach of `rule`: `problem` reads on after the
    /// value.
    pub(super) fn holds<'a>(
        &mut self,
        rule: Rule,
        field: &str,
        value: &'a str,
        holds: bool,
        problem: &str,
    ) -> Option<&'a str> {
        if !holds {
            self.fault(rule, field, format!("holds `{value}`, {problem}"));
        }
        holds.then_some(value)
    }

    /// A value that no other record of the file may have, or no other element
    /// of the list that is read.
    pub(super) fn unique(&mut self, rule: Rule, field: &str, value: &str) -> Option<()> {
        let list = self.within.last().map_or("", |(list, _)| list);
        let value_of = (rule.name, list, value.to_owned());
        let first = !self.taken.contains(&value_of);
        self.taken.push(value_of);
        let problem = "which an earlier record has already";
        self.holds(rule, field, value, first, problem).map(drop)
    }

    /// The place of the element that is read.
    pub(super) fn place_in_list(&self) -> usize {
        self.within.last().map_or(0, |(_, place)| *place)
    }

    /// An id, without which nothing can refer to the record: small letters,
    /// digits, dots and hyphens; of one record only.
    pub(super) fn id(&mut self, id: String) -> Option<String> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let holds = id.bytes().all(|byte| plain(byte) || b".-".contains(&byte))
            && id.bytes().next().is_some_and(plain);
        let problem = "which is no id";
        let sound = self.holds(rules::UNIQUE_ID, "id", &id, holds, problem);
        let own = sound.and_then(|id| self.unique(rules::UNIQUE_ID, "id", id));
        self.vital(own.map(|()| id))
    }

    /// One of the words of a vocabulary.
    pub(super) fn word<T: Copy>(&mut self, field: &str, word: &str, words: Words<T>) -> Option<T> {
        let meaning = vocabulary::meaning(words, word);
        if meaning.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let problem = format!("holds `{word}`, which is none of its words");
            let help = format!("write one of: {}", known.join(", "));
            self.fault_with(rules::VOCABULARY, field, problem, help);
        }
        meaning
    }

    /// Notes that `file` has no record `id`, unless it has one that was itself
    /// left out, or could not be read at all.
    pub(super) fn missing(&mut self, field: &str, file: &'static str, id: &str) {
        let known = self.ids.iter().find(|(known, _)| *known == file);
        if known.is_some_and(|(_, ids)| !ids.iter().any(|known| known == id)) {
            self.unknown(field, file, id);
        }
    }

    /// Notes that `file` has no record `id`.
    pub(super) fn unknown(&mut self, field: &str, file: &str, id: &str) {
        let problem = format!("names `{id}`, which {file} does not have");
        let help = format!("add `{id}` to {file}, or correct the id");
        self.fault_with(rules::KNOWN_REFERENCE, field, problem, help);
    }
}
