//! Tables as CSV that a spreadsheet opens without harm.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// Rows as RFC 4180 asks, every cell quoted, with a byte order mark, so that
/// spreadsheets read the text as UTF-8. What they would take for a formula is
/// escaped by `'`.
pub fn table(rows: impl Iterator<Item = impl AsRef<[String]>>) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::from(BYTE_ORDER_MARK));
    for row in rows {
        let cells = row.as_ref().iter().map(|cell| escape_formula(cell));
        writer
            .write_record(cells.map(Cow::into_owned))
            .expect("rows are of one width");
    }
    let table = writer
        .into_inner()
        .expect("memory takes all that is written to it");
    String::from_utf8(table).expect("cells are UTF-8")
}

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A text without what any program takes for the end of a line.
pub fn on_one_line(text: &str) -> String {
    let is_break = |sign: char| "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}".contains(sign);
    text.replace(is_break, " ")
}

/// A cell that no spreadsheet takes for a formula.
fn escape_formula(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA_TRIGGERS) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// What stood in a cell before it was escaped.
pub fn unescape_formula(cell: &str) -> &str {
    let unescaped = cell.strip_prefix('\'');
    unescaped
        .filter(|rest| rest.starts_with(FORMULA_TRIGGERS))
        .unwrap_or(cell)
}

/// What makes a spreadsheet take a cell for a formula, by the OWASP's list on
/// CSV injection, and the full-width forms of the same signs.
const FORMULA_TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn read(table: &str) -> Vec<[String; 3]> {
        let text = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn cells_are_quoted_and_lines_end_as_the_standard_says() {
        let row = ["a\"b", "c,d", "=1+1"].map(str::to_owned);
        let written = table([row].into_iter());
        assert_eq!(written, "\u{FEFF}\"a\"\"b\",\"c,d\",\"'=1+1\"\r\n");
    }

    fn any_cell() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[=+@\t\r\n＝＋－＠\",;a'-]{0,6}"]
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_and_none_is_a_formula(
            rows in vec([any_cell(), any_cell(), any_cell()], 0..5),
        ) {
            let read = read(&table(rows.iter().cloned()));
            prop_assert_eq!(read.len(), rows.len());
            for (read, written) in read.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert!(!read.starts_with(FORMULA_TRIGGERS), "{:?}", read);
                let is_escaped = read != written;
                prop_assert_eq!(if is_escaped { unescape_formula(read) } else { read }, written);
            }
        }
    }
}
