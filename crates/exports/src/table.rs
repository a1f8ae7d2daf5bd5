//! Tables of records: named columns, written as CSV and as JSON.
//!
//! One record stands on one line of either, and its id is what the line begins
//! with: `"alb",` in CSV and `{"id": "alb"` in JSON. By that
//! [`directory::export::subset`] takes some of the records from a whole table
//! without reading it; the tests of this crate hold the two to each other.

use std::io;
use std::iter;

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use crate::cell::Cell;
use crate::csv::{on_one_line, table};

/// A column: what CSV and JSON call it, and the function that gives its cell.
/// The first column of a table is the `id`.
pub(crate) type Column<F> = (&'static str, F);

/// A whole table: what its columns are called, and a row for each record.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Names of the columns, the `id` first.
    pub columns: Vec<&'static str>,
    /// A cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// The records as a sheet.
pub(crate) fn sheet<R, F: Copy, const WIDTH: usize>(
    columns: &[Column<F>; WIDTH],
    records: impl Iterator<Item = R>,
    cell_of: impl Fn(F, &R) -> Cell,
) -> Sheet {
    let row = |record: R| columns.map(|(_, cell)| cell_of(cell, &record)).to_vec();
    Sheet {
        columns: columns.map(|(name, _)| name).to_vec(),
        rows: records.map(row).collect(),
    }
}

/// The records as CSV with a header; no cell has a line break.
pub(crate) fn csv<R, F: Copy, const WIDTH: usize>(
    columns: &[Column<F>; WIDTH],
    records: impl Iterator<Item = R>,
    cell_of: impl Fn(F, &R) -> Cell,
) -> String {
    let header = columns.map(|(name, _)| name.to_owned());
    let rows = records
        .map(|record| columns.map(|(_, cell)| on_one_line(&cell_of(cell, &record).into_text())));
    table(iter::once(header).chain(rows))
}

/// The records as JSON: an array with one object a line, the names of the
/// columns as keys; what is unknown is absent.
pub(crate) fn json<R, F: Copy, const WIDTH: usize>(
    columns: &[Column<F>; WIDTH],
    records: impl Iterator<Item = R>,
    cell_of: impl Fn(F, &R) -> Cell,
) -> String {
    let lines = records.map(|record| {
        let cells = columns.map(|(name, cell)| (name, cell_of(cell, &record)));
        format!("\n{}", Record(cells).line())
    });
    format!("[{}\n]\n", lines.collect::<Vec<_>>().join(","))
}

/// The cells of a record, by the names of their columns.
struct Record<const WIDTH: usize>([(&'static str, Cell); WIDTH]);

impl<const WIDTH: usize> Serialize for Record<WIDTH> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self.0.iter().filter(|(_, cell)| *cell != Cell::Unknown);
        serializer.collect_map(known.map(|(name, cell)| (name, cell)))
    }
}

impl<const WIDTH: usize> Record<WIDTH> {
    /// The record as a JSON object on one line.
    fn line(&self) -> String {
        let mut line = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut line, Spaced);
        self.serialize(&mut serializer)
            .expect("names are texts, and memory takes all that is written to it");
        String::from_utf8(line).expect("JSON is UTF-8")
    }
}

/// Puts a space behind each colon and between the members of an object.
struct Spaced;

impl Formatter for Spaced {
    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        is_first: bool,
    ) -> io::Result<()> {
        writer.write_all(if is_first { b"" } else { b", " })
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::export::subset;

    type NumberCell = fn(u64) -> Cell;

    /// Numbers as records: their ids, and what is known of their halves.
    const COLUMNS: [Column<NumberCell>; 3] = [
        ("id", |number| number.to_string().into()),
        ("half", |number| {
            number
                .is_multiple_of(2)
                .then_some(Cell::Count(number / 2))
                .into()
        }),
        ("sources", |number| {
            Cell::Texts(vec!["a\u{2028}\"".to_owned(), number.to_string()])
        }),
    ];

    #[test]
    fn a_record_is_a_line_that_begins_with_its_id() {
        let csv = csv(&COLUMNS, 7..9, |cell, number| cell(*number));
        let lines = [
            "\u{FEFF}\"id\",\"half\",\"sources\"\r\n",
            "\"7\",\"\",\"a \"\"; 7\"\r\n",
            "\"8\",\"4\",\"a \"\"; 8\"\r\n",
        ];
        assert_eq!(csv, lines.concat());
        assert_eq!(subset::csv(&csv, &["8"]), [lines[0], lines[2]].concat());

        let json = json(&COLUMNS, 7..9, |cell, number| cell(*number));
        let lines = [
            "{\"id\": \"7\", \"sources\": [\"a\u{2028}\\\"\",\"7\"]}",
            "{\"id\": \"8\", \"half\": 4, \"sources\": [\"a\u{2028}\\\"\",\"8\"]}",
        ];
        assert_eq!(json, format!("[\n{},\n{}\n]\n", lines[0], lines[1]));
        assert_eq!(subset::rows(&json, &["8", "7"]), [lines[1], lines[0]]);
    }
}
