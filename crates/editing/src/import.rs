//! Facts as CSV files, as those who gather them keep them: from rows to records
//! of the data files, and back.
//!
//! Nothing that stands is overwritten unseen. What a row says otherwise than the
//! data is named and left, and the rows after it are taken all the same; rows
//! that the data have already change nothing.
//!
//! docs/importing.md describes the columns.

mod contacts;
mod corrections;
mod events;
mod export;
mod fields;
mod marks;
mod remarks;
mod row;
mod sources;

use std::collections::BTreeMap;
use std::fmt;

use crate::canonical::to_text;
use crate::json;
use crate::records::{Contact, Event, Member, Names, Network, Organisation, Parliament, Source};
use crate::schema::{self, FileRecord};
use crate::{DataFiles, Finding, rules};

pub use export::export;
use marks::Marks;
use row::{Row, Table};

/// The tables of a folder; each may be absent.
pub const TABLES: [&str; 5] = [
    "sources.csv",
    "corrections.csv",
    "contacts.csv",
    "events.csv",
    "planned.csv",
];

/// In which order rows are taken: a value is corrected before it would be added
/// beside the old one, and a site that a correction names comes after the
/// contacts, which say more of it.
const STEPS: [(&str, TakeRow); 6] = [
    ("sources.csv", Importer::source),
    ("corrections.csv", Importer::correction),
    ("contacts.csv", Importer::contact),
    ("corrections.csv", Importer::website),
    ("events.csv", Importer::event),
    ("planned.csv", Importer::planned),
];

/// Takes a row of a table, or says why it is left.
type TakeRow = fn(&mut Importer, &Row) -> Result<(), String>;

/// The text of tables, by the name of their file.
pub type CsvFiles = BTreeMap<String, String>;

/// What has become of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// All files, those that have changed in canonical form.
    pub files: DataFiles,
    /// The records that were added or changed, once each: `contacts.json brb-phone`.
    pub changed: Vec<String>,
    /// What was left, in the order of the tables and rows.
    pub conflicts: Vec<Conflict>,
}

/// A row, or a part of it, that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// `contacts.csv`.
    pub table: String,
    /// As programs for tables count them: the header is the first.
    pub row: usize,
    /// What stands instead, or is not known.
    pub problem: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            table,
            row,
            problem,
        } = self;
        write!(formatter, "{table}, row {row}: {problem}")
    }
}

/// Takes the rows of `tables` into `files`.
///
/// # Errors
/// A data file that rows belong to cannot be read as a whole, or has a record
/// that has not the form of its kind.
pub fn import(files: &DataFiles, tables: &CsvFiles) -> Result<Imported, Box<Finding>> {
    let mut importer = Importer::new(files)?;
    for (name, take) in STEPS {
        let Some(text) = tables.get(name) else {
            continue;
        };
        importer.table = name;
        importer.row = 1;
        match row::read(text) {
            Ok(table) => importer.take(&table, take),
            Err(problem) => importer.leave(problem),
        }
    }
    for name in tables
        .keys()
        .filter(|name| !TABLES.contains(&name.as_str()))
    {
        importer.conflicts.push(Conflict {
            table: name.clone(),
            row: 1,
            problem: "is none of the tables that are taken".to_owned(),
        });
    }
    Ok(importer.finish(files))
}

/// The records as they stand so far, and what was left.
struct Importer {
    language: String,
    data_date: String,
    /// The organisation whose membership is a column of its own.
    membership: Option<String>,
    event_types: Vec<String>,
    marks: Marks,
    /// Further states that are named, by id.
    countries: Vec<(String, Names)>,
    sources: Vec<Source>,
    organisations: Vec<Organisation>,
    members: Vec<Member>,
    parliaments: Vec<Parliament>,
    contacts: Vec<Contact>,
    events: Vec<Event>,
    table: &'static str,
    row: usize,
    changed: Vec<String>,
    conflicts: Vec<Conflict>,
}

impl Importer {
    fn new(files: &DataFiles) -> Result<Self, Box<Finding>> {
        let text = files.get("network.json").map_or("", String::as_str);
        let network: Network = record("network.json", &json::object("network.json", text)?)?;
        let countries = network.countries.into_iter();
        let countries = countries.map(|country| (country.id, country.names));
        let former = network.former_members.into_iter();
        let former = former.map(|member| (member.id, member.names));
        Ok(Self {
            language: network.languages.into_iter().next().unwrap_or_default(),
            data_date: network.data.date,
            membership: network.membership_filter,
            marks: Marks::read(),
            event_types: network
                .event_types
                .into_iter()
                .map(|kind| kind.id)
                .collect(),
            countries: countries.chain(former).collect(),
            sources: records(files, "sources.json")?,
            organisations: records(files, "organisations.json")?,
            members: records(files, "members.json")?,
            parliaments: records(files, "parliaments.json")?,
            contacts: records(files, "contacts.json")?,
            events: records(files, "events.json")?,
            table: "",
            row: 0,
            changed: Vec::new(),
            conflicts: Vec::new(),
        })
    }

    fn take(&mut self, table: &Table, take: TakeRow) {
        for (place, row) in table.rows().enumerate() {
            self.row = place + 2;
            if let Err(problem) = take(self, &row) {
                self.leave(problem);
            }
        }
    }

    /// Names what was left.
    fn leave(&mut self, problem: String) {
        let conflict = Conflict {
            table: self.table.to_owned(),
            row: self.row,
            problem,
        };
        // A table that cannot be read is told once.
        if !self.conflicts.contains(&conflict) {
            self.conflicts.push(conflict);
        }
    }

    /// Notes that a record is another than before.
    fn has_changed(&mut self, file: &str, id: &str) {
        let record = format!("{file} {id}");
        if !self.changed.contains(&record) {
            self.changed.push(record);
        }
    }

    /// The sources that a row names, all of which must be known.
    fn sources_of(&self, ids: &str) -> Result<Vec<String>, String> {
        let ids = row::ids(ids);
        if ids.is_empty() {
            return Err("names no source".to_owned());
        }
        for id in &ids {
            if !self.sources.iter().any(|source| source.id == *id) {
                return Err(format!("names the source `{id}`, which is not known"));
            }
        }
        Ok(ids)
    }

    /// The latest day on which one of these sources was read.
    fn day_of_reading(&self, sources: &[String]) -> String {
        let read = self
            .sources
            .iter()
            .filter(|source| sources.contains(&source.id));
        let day = read.map(|source| source.retrieved.clone()).max();
        day.unwrap_or_default()
    }

    fn finish(mut self, files: &DataFiles) -> Imported {
        let mut files = files.clone();
        let mut put = |file: &str, text: String| {
            let begin = format!("{file} ");
            if self.changed.iter().any(|record| record.starts_with(&begin)) {
                files.insert(file.to_owned(), text);
            }
        };
        put("sources.json", list_text(&mut self.sources));
        put("organisations.json", list_text(&mut self.organisations));
        put("members.json", list_text(&mut self.members));
        put("parliaments.json", list_text(&mut self.parliaments));
        put("contacts.json", list_text(&mut self.contacts));
        put("events.json", list_text(&mut self.events));
        Imported {
            files,
            changed: self.changed,
            conflicts: self.conflicts,
        }
    }
}

/// Adds a record that a row gives as it stood when it was written out, unless one
/// of its id stands. Gives whether it was added.
fn add_exact<R: FileRecord + PartialEq>(records: &mut Vec<R>, record: R) -> Result<bool, String> {
    match records.iter().find(|other| other.id() == record.id()) {
        None => {
            records.push(record);
            Ok(true)
        }
        Some(standing) if *standing == record => Ok(false),
        Some(standing) => Err(differences(standing, &record)),
    }
}

/// What stands in `standing` otherwise than in `given`.
fn differences<R: FileRecord>(standing: &R, given: &R) -> String {
    let [standing_value, given] = [standing, given].map(|record| {
        serde_json::to_value(record).expect("a record can be written, as it was read")
    });
    let empty = serde_json::Map::new();
    let [stands, given] =
        [&standing_value, &given].map(|value| value.as_object().unwrap_or(&empty));
    let fields = stands
        .keys()
        .chain(given.keys().filter(|key| !stands.contains_key(*key)));
    let differing = fields.filter(|field| stands.get(*field) != given.get(*field));
    let differing = differing.map(|field| match stands.get(field) {
        Some(value) => format!("`{field}` is {value}"),
        None => format!("`{field}` is not known"),
    });
    let differing: Vec<String> = differing.collect();
    format!("`{}` stands, where {}", standing.id(), differing.join(", "))
}

fn records<R: FileRecord>(files: &DataFiles, file: &str) -> Result<Vec<R>, Box<Finding>> {
    let text = files.get(file).map_or("", String::as_str);
    let records = json::records(file, text)?;
    records.iter().map(|each| record(file, each)).collect()
}

fn record<R: FileRecord>(file: &str, record: &json::Record) -> Result<R, Box<Finding>> {
    schema::read(&record.value).map_err(|mut violations| {
        let first = violations.swap_remove(0);
        let (field, problem) = (first.field, first.problem);
        Box::new(Finding::new(
            file,
            &record.id,
            rules::RECORD_FORM,
            &field,
            problem,
        ))
    })
}

fn list_text<R: FileRecord>(records: &mut [R]) -> String {
    records.sort_by(|one, other| one.id().cmp(other.id()));
    to_text(&records)
}

/// Adds those ids that are not there.
fn add_new(ids: &mut Vec<String>, new: impl IntoIterator<Item = String>) {
    for id in new {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
}

/// With a capital letter at its beginning, as texts of the data have it.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A remark as a sentence.
fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    capitalized(text) + end
}
