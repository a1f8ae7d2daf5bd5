//! Where reading stands, and what it has found wrong so far.

use std::sync::Arc;

use crate::Finding;
use crate::json::Record;
use crate::rules::{self, Rule};
use crate::schema::{self, FileRecord};
use directory::PartialDate;
use directory::model::{LocalizedText, MemberId};
use directory::vocabulary::Terms;

/// Reads the records of one file after the other.
///
/// A method that reads a field is given its name and what the file has there,
/// and gives `None` where that is missing or left out; if it is left out, a
/// finding says so. Where a record cannot do without a value, something stands
/// in for it until the record is left out as a whole.
#[derive(Default)]
pub(super) struct Reader {
    /// The file that is read.
    pub(super) file: &'static str,
    /// The record that is read.
    pub(super) record: String,
    /// Lists within the record, with the place of the element that is read.
    path: Vec<(&'static str, usize)>,
    /// Whether the record or element that is read lacks what it needs.
    pub(super) invalid: bool,
    /// Everything found so far.
    pub(super) findings: Vec<Finding>,
    /// The language that every text must have.
    pub(super) language: String,
    /// The date that no fact is later than, once it is known.
    pub(super) data_date: Option<PartialDate>,
    /// Ids of all records of the readable files, valid or not, by file.
    pub(super) ids: Vec<(&'static str, Vec<String>)>,
    /// Ids of the valid sources, in order.
    pub(super) sources: Vec<String>,
    /// Ids of the valid organisations, in order.
    pub(super) organisations: Vec<String>,
    /// Ids of all former members and other states, valid or not.
    pub(super) states: Vec<String>,
    /// Ids of the valid regions, in their order.
    pub(super) regions: Vec<String>,
    /// Ids of the successors of the valid former members, in their order:
    /// members are read later.
    pub(super) successors: Vec<Option<MemberId>>,
    /// The names of the cities of cities.json.
    pub(super) cities: Vec<Arc<LocalizedText>>,
    /// Values that may come once in a list, by rule and list.
    seen: Vec<(&'static str, &'static str, String)>,
}

impl Reader {
    /// Goes on to another file.
    pub(super) fn open(&mut self, file: &'static str) {
        self.file = file;
        self.record.clear();
        self.invalid = false;
        self.seen.clear();
    }

    /// Reads all `records` of the open file that have the form of their kind.
    pub(super) fn records<R: FileRecord, T>(
        &mut self,
        records: &[Record],
        mut read: impl FnMut(&mut Self, &R) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::with_capacity(records.len());
        for record in records {
            self.record.clone_from(&record.id);
            let value = self.scoped(|reader| {
                let typed = reader.typed(record)?;
                read(reader, &typed)
            });
            values.extend(value);
        }
        self.record.clear();
        values
    }

    /// The record, if it has the form of its kind; else all that does not fit.
    pub(super) fn typed<R: FileRecord>(&mut self, record: &Record) -> Option<R> {
        match schema::read(&record.value) {
            Ok(typed) => Some(typed),
            Err(violations) => {
                for violation in violations {
                    self.report(rules::RECORD_FORM, &violation.field, violation.problem);
                }
                self.mark_invalid();
                None
            }
        }
    }

    /// Reads the elements of a list of the record.
    pub(super) fn each<'a, E, T>(
        &mut self,
        field: &'static str,
        elements: &'a [E],
        mut read: impl FnMut(&mut Self, &'a E) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::with_capacity(elements.len());
        for (place, element) in elements.iter().enumerate() {
            self.path.push((field, place));
            values.extend(self.scoped(|reader| read(reader, element)));
            self.path.pop();
        }
        values
    }

    /// Reads what may be left out by itself; none where it lacks what it needs.
    fn scoped<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = self.findings.len();
        let outer = std::mem::take(&mut self.invalid);
        let value = read(self);
        let invalid = std::mem::replace(&mut self.invalid, outer);
        let valid_value = value.filter(|_| !invalid);
        if valid_value.is_none() {
            let dropped = self.path_to("");
            for finding in &mut self.findings[found..] {
                finding.dropped = Some(dropped.clone());
            }
        }
        valid_value
    }

    /// The path inside the record of a field of what is being read; of what is
    /// being read itself where `field` is empty.
    fn path_to(&self, field: &str) -> String {
        let mut path = String::new();
        for (list, place) in &self.path {
            path.extend([*list, "[", &place.to_string(), "]."]);
        }
        path.push_str(field);
        path.trim_end_matches('.').to_owned()
    }

    /// Notes a breach of `rule` by `field` of what is being read.
    pub(super) fn report(&mut self, rule: Rule, field: &str, problem: impl Into<String>) {
        let field_path = self.path_to(field);
        let finding = Finding::new(self.file, &self.record, rule, &field_path, problem);
        self.findings.push(finding);
    }

    /// Notes a breach with help of its own.
    fn report_with(&mut self, rule: Rule, field: &str, problem: String, help: String) {
        self.report(rule, field, problem);
        if let Some(finding) = self.findings.last_mut() {
            finding.help = help;
        }
    }

    /// A value without which the record is left out. Where it is missing, a
    /// finding has said so, and something stands in for it.
    pub(super) fn required<T: Default>(&mut self, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.mark_invalid();
            T::default()
        })
    }

    /// Notes that what is being read is left out because of its findings.
    pub(super) fn mark_invalid(&mut self) {
        self.invalid = true;
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
        let list = self.path.last().map_or("", |(list, _)| list);
        let entry = (rule.name, list, value.to_owned());
        let is_first = !self.seen.contains(&entry);
        self.seen.push(entry);
        let problem = "which an earlier record has already";
        self.check(rule, field, value, is_first, problem)
    }

    /// The place of the element that is read.
    pub(super) fn place_in_list(&self) -> usize {
        self.path.last().map_or(0, |(_, place)| *place)
    }

    /// One of the words of a vocabulary.
    pub(super) fn word<T: Copy>(&mut self, field: &str, word: &str, words: Terms<T>) -> Option<T> {
        let known = words.iter().find(|(known, _)| *known == word);
        if known.is_none() {
            let problem = format!("holds `{word}`, which is none of its words");
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let help = format!("write one of: {}", all.join(", "));
            self.report_with(rules::VOCABULARY, field, problem, help);
        }
        known.map(|(_, meaning)| *meaning)
    }

    /// One of the words of a vocabulary, the first where it is none.
    pub(super) fn required_word<T: Copy>(&mut self, field: &str, word: &str, words: Terms<T>) -> T {
        let meaning = self.word(field, word, words);
        meaning.unwrap_or_else(|| {
            self.mark_invalid();
            words[0].1
        })
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

    /// Notes that no file of the data has the state `id`.
    pub(super) fn report_unknown_state(&mut self, field: &str, id: &str) {
        let problem = format!("names `{id}`, which is no state of the data");
        let help = format!("add `{id}` to `countries` in network.json, or correct the id");
        self.report_with(rules::KNOWN_REFERENCE, field, problem, help);
    }
}
