//! Editions of the data, and what each changed.

use serde_json::Value;
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::{Change, Network};
use crate::PartialDate;

/// The data as they were published under a number.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Edition {
    /// Its number: `data.version` of its network.json.
    pub version: String,
    /// Its day: `data.date`.
    pub date: PartialDate,
    /// What it changed, by the file of the records; told by published pages.
    /// None for the earliest that is kept, which nothing is known before.
    #[serde(skip)]
    pub changes: Option<Vec<FileChanges>>,
}

/// What changed in a file of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct FileChanges {
    /// Its name: `members.json`.
    pub file: String,
    /// The records, by id. That of the network has the id of the network.
    pub records: Vec<RecordChange>,
}

/// A record that one of two editions has otherwise than the other.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChange {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub kind: ChangeKind,
}

/// What became of a record from one edition to the next.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// The earlier edition does not have it.
    Added,
    /// The later edition does not have it.
    Removed,
    /// Both have it, with other values in these fields.
    Changed(Vec<FieldChange>),
}

/// A field with its values in two editions.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Its path in the record: `chambers[lower].seats`. An element of a list is
    /// named by what tells it apart, or by nothing where the whole list counts.
    pub field: String,
    /// In the earlier edition, if it was there.
    pub before: Option<Value>,
    /// In the later edition, if it is there.
    pub after: Option<Value>,
}

impl FieldChange {
    /// Both values as they are read: texts without their marks, lists of such one
    /// after the other, all else as JSON.
    pub fn texts(&self) -> [Option<String>; 2] {
        [&self.before, &self.after].map(|value| value.as_ref().map(text_of))
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if !values.iter().any(Value::is_object) => {
            let texts: Vec<_> = values.iter().map(text_of).collect();
            texts.join(", ")
        }
        value => value.to_string(),
    }
}

impl Edition {
    /// The files of an edition that is kept, what readers look for first.
    /// Boundaries and map are not among them: an edition is shown on the map of the newest.
    pub const FILES: [&str; 8] = [
        "members.json",
        "parliaments.json",
        "contacts.json",
        "events.json",
        "organisations.json",
        "network.json",
        "cities.json",
        "sources.json",
    ];

    /// How many records it added, changed and removed.
    pub fn counts(&self) -> [usize; 3] {
        let records = self.changes.iter().flatten().flat_map(|file| &file.records);
        let mut counts = [0; 3];
        for record in records {
            counts[match record.kind {
                ChangeKind::Added => 0,
                ChangeKind::Changed(_) => 1,
                ChangeKind::Removed => 2,
            }] += 1;
        }
        counts
    }
}

impl Network {
    /// What the keepers of the data noted from the edition before to this one,
    /// the newest first.
    pub fn notes_of(&self, edition: &Edition) -> impl Iterator<Item = &Change> {
        let day = edition.date;
        let mut from_it = self.editions.iter().skip_while(|other| *other != edition);
        let before = from_it.nth(1).map(|other| other.date);
        let is_later = move |date| before.is_none_or(|before| date > before);
        let changes = self.changes.iter();
        changes.filter(move |change| change.date <= day && is_later(change.date))
    }
}
