//! Where reading stands, and what it has found wrong so far.

use std::sync::Arc;

use super::form::{self, Form};
use super::json::{Json, Record};
use crate::Finding;
use crate::rules::{self, Rule};
use directory::PartialDate;
use directory::model::Names;
use directory::vocabulary::Terms;

/// Reads the records of one file after the other.
///
/// A method that reads a field takes it out of an object by name, and gives
/// `None` where it is missing or left out; if it is left out, a finding says
/// so. Where a record cannot do without a value, something stands in for it
/// until the record is left out as a whole.
///
/// Lists take the place of sets and maps, and no type has code of its own to
/// be read from JSON: either would cost the browser kilobytes of program.
#[derive(Default)]
pub(super) struct Reader {
    /// The file that is read.
    pub(super) file: &'static str,
    /// The record that is read.
    pub(super) record: String,
    /// Lists within the record, with the place of the element that is read.
    within: Vec<(&'static str, usize)>,
    /// Whether the record or element that is read lacks what it needs.
    pub(super) invalid: bool,
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
    /// Ids of all former members and other states, sound or not.
    pub(super) states: Vec<String>,
    /// Ids of the sound regions, in their order.
    pub(super) regions: Vec<String>,
    /// The names of the cities of cities.json.
    pub(super) cities: Vec<Arc<Names>>,
    /// Values that may come once in a list, by rule and list.
    taken: Vec<(&'static str, &'static str, String)>,
}

impl Reader {
    /// Goes on to another file.
    pub(super) fn open(&mut self, file: &'static str) {
        self.file = file;
        self.record.clear();
        self.invalid = false;
        self.taken.clear();
    }

    /// Reads all `records` of the open file that have this form.
    pub(super) fn records<T>(
        &mut self,
        records: &[Record],
        form: &Form,
        mut read: impl FnMut(&mut Self, &Json) -> Option<T>,
    ) -> Vec<T> {
        let mut sound = Vec::with_capacity(records.len());
        for record in records {
            self.record.clone_from(&record.id);
            self.one(&mut |reader| {
                if reader.has_form(&record.json, form) {
                    let value = read(reader, &record.json);
                    reader.push_if_valid(value, &mut sound);
                }
            });
        }
        self.record.clear();
        sound
    }

    /// Whether the record has this form.
    pub(super) fn has_form(&mut self, record: &Json, form: &Form) -> bool {
        let misfits = form::misfits(record, form);
        let holds = misfits.is_empty();
        for (field, problem) in misfits {
            self.report(rules::RECORD_FORM, &field, problem);
        }
        if !holds {
            self.mark_invalid();
        }
        holds
    }

    /// Reads the elements of a list of the record.
    pub(super) fn each<'a, T>(
        &mut self,
        json: &'a Json,
        field: &'static str,
        mut read: impl FnMut(&mut Self, &'a Json) -> Option<T>,
    ) -> Vec<T> {
        let mut sound = Vec::new();
        self.elements(json, field, &mut |reader, element| {
            let value = read(reader, element);
            reader.push_if_valid(value, &mut sound);
        });
        sound
    }

    fn elements<'a>(
        &mut self,
        json: &'a Json,
        field: &'static str,
        read: &mut dyn FnMut(&mut Self, &'a Json),
    ) {
        for (place, element) in json.at(field).elements().iter().enumerate() {
            self.within.push((field, place));
            self.one(&mut |reader| read(reader, element));
            self.within.pop();
        }
    }

    /// Reads what may be left out by itself.
    fn one(&mut self, read: &mut dyn FnMut(&mut Self)) {
        let outside = std::mem::take(&mut self.invalid);
        read(self);
        self.invalid = outside;
    }

    /// Puts the value into `sound`, if it is there and lacks nothing.
    fn push_if_valid<T>(&self, value: Option<T>, sound: &mut Vec<T>) {
        if !self.invalid
            && let Some(value) = value
        {
            sound.push(value);
        }
    }

    /// Notes a breach of `rule` by `field` of what is being read.
    pub(super) fn report(&mut self, rule: Rule, field: &str, problem: String) {
        self.report_with(rule, field, problem, rule.help.to_owned());
    }

    /// Notes a breach with help of its own.
    pub(super) fn report_with(&mut self, rule: Rule, field: &str, problem: String, help: String) {
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
    /// last finding is the one that said so, and something stands in for it.
    pub(super) fn required<T: Default>(&mut self, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.mark_invalid();
            T::default()
        })
    }

    /// Notes that the record is left out because of the last finding.
    pub(super) fn mark_invalid(&mut self) {
        self.invalid = true;
        if let Some(finding) = self.findings.last_mut() {
            finding.left_out = true;
        }
    }

    /// Whether `value` holds; else a breach of `rule`: `problem` reads on
    /// after the value.
    pub(super) fn check(
        &mut self,
        rule: Rule,
        field: &str,
        value: &str,
        holds: bool,
        problem: &str,
    ) -> bool {
        if !holds {
            self.report(rule, field, format!("holds `{value}`, {problem}"));
        }
        holds
    }

    /// Whether no other record of the file has this value, or no other element
    /// of the list that is read.
    pub(super) fn check_unique(&mut self, rule: Rule, field: &str, value: &str) -> bool {
        let list = self.within.last().map_or("", |(list, _)| list);
        let value_of = (rule.name, list, value.to_owned());
        let first = !self.taken.contains(&value_of);
        self.taken.push(value_of);
        let problem = "which an earlier record has already";
        self.check(rule, field, value, first, problem)
    }

    /// The place of the element that is read.
    pub(super) fn place_in_list(&self) -> usize {
        self.within.last().map_or(0, |(_, place)| *place)
    }

    /// One of the words of a vocabulary.
    pub(super) fn word<T: Copy>(&mut self, json: &Json, field: &str, words: Terms<T>) -> Option<T> {
        let word_at = |place: usize| words.get(place).map(|(word, _)| *word);
        let place = self.word_among(&word_at, field, json.at(field).text()?)?;
        Some(words[place].1)
    }

    /// One of the words of a vocabulary, the first where it is invalid.
    pub(super) fn required_word<T: Copy>(
        &mut self,
        json: &Json,
        field: &str,
        words: Terms<T>,
    ) -> T {
        let word = self.word(json, field, words);
        word.unwrap_or_else(|| {
            self.mark_invalid();
            words[0].1
        })
    }

    /// The place of a word among those of a vocabulary.
    fn word_among(
        &mut self,
        word_at: &dyn Fn(usize) -> Option<&'static str>,
        field: &str,
        word: &str,
    ) -> Option<usize> {
        let mut known = Vec::new();
        while let Some(next) = word_at(known.len()) {
            if next == word {
                return Some(known.len());
            }
            known.push(next);
        }
        let problem = format!("holds `{word}`, which is none of its words");
        let help = format!("write one of: {}", known.join(", "));
        self.report_with(rules::VOCABULARY, field, problem, help);
        None
    }

    /// Notes that `file` has no record `id`, unless it has one that was itself
    /// left out, or could not be read at all.
    pub(super) fn report_missing(&mut self, field: &str, file: &'static str, id: &str) {
        let known = self.ids.iter().find(|(known, _)| *known == file);
        if known.is_some_and(|(_, ids)| !ids.iter().any(|known| known == id)) {
            self.report_unknown(field, file, id);
        }
    }

    /// Notes that `file` has no record `id`.
    pub(super) fn report_unknown(&mut self, field: &str, file: &str, id: &str) {
        let problem = format!("names `{id}`, which {file} does not have");
        let help = format!("add `{id}` to {file}, or correct the id");
        self.report_with(rules::KNOWN_REFERENCE, field, problem, help);
    }
}
