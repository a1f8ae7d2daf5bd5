//! What is wrong with the data, said to the editor.

use std::fmt;

/// One thing that is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// `members.json`.
    pub file: String,
    /// Id of the record, `#17` for the seventeenth where its id cannot be
    /// read; empty where the whole file is meant.
    pub record: String,
    /// Field, with its path inside the record: `chambers[0].women`; empty
    /// where the whole record is meant.
    pub field: String,
    /// Name of the rule in docs/data.md: `unique-id`.
    pub rule: &'static str,
    /// What was found, and what it breaks; reads on after the place:
    /// "holds a web page instead of data".
    pub problem: String,
    /// An instruction.
    pub help: String,
    /// Whether the record is left out of the directory because of it.
    pub left_out: bool,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_place(formatter, &self.file, &self.record, &self.field)?;
        write!(formatter, ": {}\n  help: {}", self.problem, self.help)
    }
}

/// Writes a place in the data files; an empty record or field is passed over.
pub(crate) fn write_place(
    formatter: &mut fmt::Formatter<'_>,
    file: &str,
    record: &str,
    field: &str,
) -> fmt::Result {
    formatter.write_str(file)?;
    for (label, part) in [("record", record), ("field", field)] {
        if !part.is_empty() {
            write!(formatter, ", {label} `{part}`")?;
        }
    }
    Ok(())
}

/// `text` with what is not plain as its number, as in Rust: `\u{202e}`. Others
/// wrote it, and a terminal would obey. The standard library does the same with
/// tables of all signs, 6 KB of program.
pub(crate) fn escape_invisible(text: &str) -> String {
    let mut escape_invisible = String::new();
    for sign in text.chars() {
        if is_invisible(sign) || sign.is_control() {
            escape_invisible.extend(sign.escape_unicode());
        } else {
            escape_invisible.push(sign);
        }
    }
    escape_invisible
}

/// Whether a sign is_invisible the direction of writing (UAX #9), parts lines, or
/// cannot be seen.
pub(crate) fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
    ) || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(record: &str, field: &str, expected: &str) {
        let finding = Finding {
            file: "members.json".to_owned(),
            record: record.to_owned(),
            field: field.to_owned(),
            rule: "known-reference",
            problem: "names region `x`".to_owned(),
            help: "correct the id".to_owned(),
            left_out: false,
        };
        assert_eq!(finding.to_string(), expected);
    }

    #[test]
    fn a_finding_says_where_and_what_and_what_to_do() {
        check(
            "xaa",
            "region",
            "members.json, record `xaa`, field `region`: names region `x`\n  help: correct the id",
        );
        check(
            "",
            "",
            "members.json: names region `x`\n  help: correct the id",
        );
    }
}
