//! From the text of a file to records, whose form is not yet checked.

use serde_json::Value;

use crate::{Finding, Position, rules};

/// A record of a file.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Its id, or `#17` for the seventeenth where it has none.
    pub(crate) id: String,
    /// All of it.
    pub(crate) value: Value,
}

/// The records of a file that holds a list, in the order of the file.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(crate) fn records(file: &str, text: &str) -> Result<Vec<Record>, Box<Finding>> {
    let Value::Array(elements) = value(file, text)? else {
        return Err(unreadable(
            file,
            "holds something else than a list of records",
        ));
    };
    let records = elements
        .into_iter()
        .zip(1..)
        .map(|(value, number): (Value, usize)| Record {
            id: id_of(&value).unwrap_or_else(|| format!("#{number}")),
            value,
        });
    Ok(records.collect())
}

/// The one record of a file that holds an object.
///
/// # Errors
/// As for [`records`].
pub(crate) fn object(file: &str, text: &str) -> Result<Record, Box<Finding>> {
    let value = value(file, text)?;
    if !value.is_object() {
        return Err(unreadable(file, "holds something else than one object"));
    }
    let id = id_of(&value).unwrap_or_default();
    Ok(Record { id, value })
}

/// Text that is JSON as a whole, or what it is instead.
fn value(file: &str, text: &str) -> Result<Value, Box<Finding>> {
    serde_json::from_str(text).map_err(|error| {
        let start = text.trim_ascii_start();
        if let Some(finding) = merge_marks(file, text) {
            finding
        } else if start.is_empty() {
            unreadable(file, "is empty")
        } else if start.starts_with('<') {
            unreadable(file, "holds a web page instead of data")
        } else if error.is_eof() {
            unreadable(file, "ends in the middle")
        } else {
            unreadable(file, format!("is not JSON: {error}"))
        }
    })
}

/// The lines by which a merge parts two edits, if there are any.
fn merge_marks(file: &str, text: &str) -> Option<Box<Finding>> {
    let marks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    let lines = text.lines().zip(1..);
    let lines = lines.filter(|(line, _)| marks.iter().any(|mark| line.starts_with(mark)));
    let lines: Vec<usize> = lines.map(|(_, number)| number).collect();
    let (line, column) = (*lines.first()?, 1);
    let all: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let problem = format!("has marks of a merge at line {}", all.join(", "));
    Some(Box::new(Finding {
        position: Some(Position { line, column }),
        ..Finding::new(file, "", rules::MERGE_MARKS, "", problem)
    }))
}

/// A file that cannot be read as a whole.
pub(crate) fn unreadable(file: &str, problem: impl Into<String>) -> Box<Finding> {
    Box::new(Finding::new(file, "", rules::FILE_UNREADABLE, "", problem))
}

/// The id of a record whose other fields may have any form.
fn id_of(record: &Value) -> Option<String> {
    let id = record.get("id")?.as_str()?;
    (!id.is_empty()).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_of_records_is_told_apart() {
        let problem = |text: &str| records("a.json", text).unwrap_err().problem;
        assert_eq!(problem(" \n"), "is empty");
        let page = "holds a web page instead of data";
        assert_eq!(problem("<!doctype html>"), page);
        assert_eq!(problem("[{\"id\": \"xaa\"}, {\"i"), "ends in the middle");
        let other = "holds something else than a list of records";
        assert_eq!(problem("{\"id\": \"xaa\"}"), other);
        let place = "is not JSON: trailing comma at line 2 column 1";
        assert_eq!(problem("[1,\n]"), place);
        let list = "holds something else than one object";
        assert_eq!(object("a.json", "[]").unwrap_err().problem, list);
    }

    #[test]
    fn marks_of_a_merge_are_told_with_their_lines() {
        let text = "[\n<<<<<<< HEAD\n  1\n=======\n  2\n>>>>>>> other\n]";
        for (text, place) in [(text, "2:1"), (&text[2..], "1:1")] {
            let told = records("a.json", text).unwrap_err().to_string();
            let lines = if place == "2:1" { "2, 4, 6" } else { "1, 3, 5" };
            let expected = format!(
                "a.json:{place}: has marks of a merge at line {lines}\n  \
                 help: choose one of the two, or bring both into one, and take out these lines"
            );
            assert_eq!(told, expected);
        }
    }

    #[test]
    fn a_record_without_an_id_is_known_by_its_place() {
        let records = records("a.json", r#"[{"id": "xaa", "x": [1]}, {"id": 7}, 3]"#).unwrap();
        let ids: Vec<String> = records.into_iter().map(|record| record.id).collect();
        assert_eq!(ids, ["xaa", "#2", "#3"]);
    }
}
