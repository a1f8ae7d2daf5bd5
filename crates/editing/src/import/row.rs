//! Rows of a table, read by the names of their columns.

use csv::StringRecord;
use exports::csv::unescape_formula;
use serde_json::{Map, Value};

/// What of a record no column holds: an object of JSON. A row that has it gives
/// the whole record, as it stood when it was written out.
pub(super) const MORE: &str = "more";

/// A table with its header.
pub(super) struct Table {
    header: StringRecord,
    records: Vec<StringRecord>,
}

impl Table {
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let records = self.records.iter();
        records.map(|record| Row {
            header: &self.header,
            record,
        })
    }
}

/// A row of a table.
pub(super) struct Row<'a> {
    header: &'a StringRecord,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// What stands in a column; empty where that is not known.
    pub(super) fn get(&self, column: &str) -> &'a str {
        let place = self.header.iter().position(|name| name == column);
        let cell = place.and_then(|place| self.record.get(place));
        unescape_formula(cell.unwrap_or_default().trim())
    }

    /// The same, where that is known.
    pub(super) fn known(&self, column: &str) -> Option<String> {
        let cell = self.get(column);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// What no column holds, where the row gives a whole record.
    pub(super) fn more(&self) -> Result<Option<Map<String, Value>>, String> {
        let more = self.get(MORE);
        if more.is_empty() {
            return Ok(None);
        }
        let more = serde_json::from_str(more);
        let more = more.map_err(|error| format!("has no object of JSON in `{MORE}`: {error}"));
        more.map(Some)
    }
}

/// The rows of a table.
///
/// # Errors
/// What keeps it from being read, as the rest of a sentence.
pub(super) fn read(text: &str) -> Result<Table, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let problem = |error: csv::Error| format!("cannot be read: {error}");
    let header = reader.headers().map_err(problem)?.clone();
    let records = reader.records().collect::<Result<_, _>>();
    Ok(Table {
        header,
        records: records.map_err(problem)?,
    })
}

/// Ids between semicolons.
pub(super) fn ids(text: &str) -> Vec<String> {
    let ids = text.split(';').map(str::trim);
    ids.filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
