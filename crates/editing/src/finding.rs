//! What is wrong with the data, said to the editor.

use std::fmt;

use crate::rules::Rule;
use crate::signs::shown;

/// A place in the text of a file, both counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

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
    /// Where the field begins in the text of the file, or what is there of its
    /// path; none where the whole file is meant.
    pub position: Option<Position>,
    /// Name of the rule in docs/data.md: `unique-id`.
    pub rule: &'static str,
    /// What was found, and what it breaks; reads on after the place:
    /// "holds a web page instead of data".
    pub problem: String,
    /// An instruction.
    pub help: String,
    /// What is left out of the directory because of it: the path of an element
    /// of a list, empty for the whole record; none where all else stays.
    pub dropped: Option<String>,
}

impl Finding {
    /// A breach of `rule` that leaves nothing out.
    pub fn new(
        file: &str,
        record: &str,
        rule: Rule,
        field: &str,
        problem: impl Into<String>,
    ) -> Self {
        Self {
            file: file.to_owned(),
            record: record.to_owned(),
            field: field.to_owned(),
            position: None,
            rule: rule.name,
            problem: problem.into(),
            help: rule.help.to_owned(),
            dropped: None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = match self.position {
            Some(Position { line, column }) => format!("{}:{line}:{column}", self.file),
            None => self.file.clone(),
        };
        write_place(formatter, &file, &shown(&self.record), &shown(&self.field))?;
        write!(
            formatter,
            ": {}\n  help: {}",
            shown(&self.problem),
            self.help
        )
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(record: &str, field: &str, position: Option<Position>, expected: &str) {
        let rule = Rule {
            name: "known-reference",
            help: "correct the id",
        };
        let finding = Finding {
            position,
            ..Finding::new("members.json", record, rule, field, "names region `x`")
        };
        assert_eq!(finding.to_string(), expected);
    }

    #[test]
    fn a_finding_says_where_and_what_and_what_to_do() {
        check(
            "xaa",
            "region",
            Some(Position {
                line: 12,
                column: 5,
            }),
            "members.json:12:5, record `xaa`, field `region`: names region `x`\n  help: correct the id",
        );
        check(
            "",
            "",
            None,
            "members.json: names region `x`\n  help: correct the id",
        );
    }
}
