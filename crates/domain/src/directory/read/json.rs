//! From text to records, and from serde's errors to words for editors.

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

/// A record of a list, not yet read.
#[derive(Debug, Clone)]
pub(crate) struct Record<'a> {
    /// Its id, or `#17` for the seventeenth where it has none.
    pub(crate) id: String,
    /// Its JSON, syntactically sound.
    pub(crate) text: &'a str,
}

/// The records of a file that holds a list.
///
/// # Errors
/// What is wrong with the file as a whole, as the rest of a sentence that
/// begins with its name.
pub(crate) fn records(text: &str) -> Result<Vec<Record<'_>>, String> {
    let values: Vec<&RawValue> = whole(text)?;
    let records = values.into_iter().enumerate();
    Ok(records
        .map(|(place, value)| Record {
            id: id_of(value.get()).unwrap_or_else(|| format!("#{}", place + 1)),
            text: value.get(),
        })
        .collect())
}

/// The one record of a file that holds an object.
///
/// # Errors
/// As for [`records`].
pub(crate) fn object(text: &str) -> Result<&str, String> {
    let value: &RawValue = whole(text)?;
    let text = value.get();
    if text.starts_with('{') {
        Ok(text)
    } else {
        Err("holds something else than one object".to_owned())
    }
}

/// Text that is JSON as a whole, or what it is instead.
fn whole<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    let start = text.trim_ascii_start();
    if start.is_empty() {
        return Err("is empty".to_owned());
    }
    if start.starts_with('<') {
        return Err("holds a web page instead of data".to_owned());
    }
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof => "ends in the middle".to_owned(),
        Category::Data => "holds something else than a list of records".to_owned(),
        Category::Syntax | Category::Io => format!("is not JSON: {error}"),
    })
}

/// The id of a record whose other fields may have any form.
fn id_of(text: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Identity {
        id: String,
    }
    let identity: Identity = serde_json::from_str(text).ok()?;
    Some(identity.id).filter(|id| !id.is_empty())
}

/// The field at which reading `record` failed with `error`, and what is wrong
/// with it.
pub(crate) fn misfit(record: &str, error: &serde_json::Error) -> (String, String) {
    let mut field = field_at(record, offset(record, error.line(), error.column()));
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    if let Some(missing) = message.strip_prefix("missing field `") {
        if !field.is_empty() {
            field.push('.');
        }
        field.push_str(missing.trim_end_matches('`'));
        return (field, "is missing".to_owned());
    }
    let Some((found, expected)) = message.split_once(", expected ") else {
        return (field, message.to_owned());
    };
    let found = found.split_once(": ").map_or(found, |(_, found)| found);
    let expected = match expected {
        "u32" => "a whole number",
        "f64" => "a number",
        "a sequence" => "a list",
        other if other == "a map" || other.starts_with("struct") => "an object",
        other => other,
    };
    let problem = format!("holds {found}, where {expected} is asked for");
    (field, problem)
}

/// The number of bytes before `line` and `column`, both counted from 1 as by
/// `serde_json`, whose column is that of the last byte it has read.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines_before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let offset = lines_before.map(str::len).sum::<usize>() + column;
    offset.min(text.len())
}

/// The path of the value in which byte `end` of sound JSON lies:
/// `chambers[0].women`.
///
/// Walks from the start and keeps the keys and places it is within.
fn field_at(json: &str, end: usize) -> String {
    enum Within<'a> {
        Object { key: &'a str },
        List { place: usize },
    }
    let bytes = json.as_bytes();
    let mut within: Vec<Within> = Vec::new();
    let mut at = 0;
    while at < end {
        match bytes[at] {
            b'{' => within.push(Within::Object { key: "" }),
            b'[' => within.push(Within::List { place: 0 }),
            b'}' | b']' => drop(within.pop()),
            b',' => {
                if let Some(Within::List { place }) = within.last_mut() {
                    *place += 1;
                }
            }
            b'"' => {
                let start = at + 1;
                at = start;
                while bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                let is_key = json[at + 1..].trim_ascii_start().starts_with(':');
                if let (true, Some(Within::Object { key })) = (is_key, within.last_mut()) {
                    *key = &json[start..at];
                }
            }
            _ => {}
        }
        at += 1;
    }
    let mut path = String::new();
    for step in within {
        match step {
            Within::Object { key: "" } => {}
            Within::Object { key } if path.is_empty() => path.push_str(key),
            Within::Object { key } => path.extend([".", key]),
            Within::List { place } => path.extend(["[", &place.to_string(), "]"]),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::Parliament;

    /// The shape of a parliament with one chamber, with `from` made `to`.
    fn check(from: &str, to: &str, field: &str, problem: &str) {
        let sound = r#"{
            "id": "xaa", "names": [{"lang": "en", "name": "A \"lake\", so: [to] say"}],
            "structure": "unicameral", "status": "functioning",
            "seat": {"city": "A", "position": [1.0, 2.0]},
            "chambers": [{"kind": "single", "names": [], "women": 12, "sources": [], "as_of": "2026"}],
            "sources": ["a"], "as_of": "2026"
        }"#;
        assert!(serde_json::from_str::<Parliament>(sound).is_ok());
        let broken = sound.replacen(from, to, 1);
        let error = serde_json::from_str::<Parliament>(&broken).unwrap_err();
        let found = misfit(&broken, &error);
        assert_eq!(found, (field.to_owned(), problem.to_owned()), "{broken}");
    }

    #[test]
    fn a_misfit_names_its_field() {
        let whole = "holds string \"12\", where a whole number is asked for";
        check("12", "\"12\"", "chambers[0].women", whole);
        let number = "holds string \"E\", where a number is asked for";
        check("1.0", "\"E\"", "seat.position[0]", number);
        let list = "holds string \"a\", where a list is asked for";
        check("[\"a\"]", "\"a\"", "sources", list);
        let text = "holds null, where a string is asked for";
        check("\"unicameral\"", "null", "structure", text);
        let object = "holds integer `3`, where an object is asked for";
        check("{\"lang\"", "3, {\"lang\"", "names[0]", object);
        check(
            "\"kind\": \"single\",",
            "",
            "chambers[0].kind",
            "is missing",
        );
        check("\"status\": \"functioning\",", "", "status", "is missing");
    }

    #[test]
    fn what_is_no_list_of_records_is_told_apart() {
        let problem = |text: &str| records(text).unwrap_err();
        assert_eq!(problem(" \n"), "is empty");
        assert_eq!(
            problem("<!doctype html>"),
            "holds a web page instead of data"
        );
        assert_eq!(problem("[{\"id\": \"xaa\"}, {\"i"), "ends in the middle");
        assert_eq!(
            problem("{\"id\": \"xaa\"}"),
            "holds something else than a list of records"
        );
        assert!(problem("[1,]").starts_with("is not JSON: "));
        assert_eq!(
            object("[]").unwrap_err(),
            "holds something else than one object"
        );
    }

    #[test]
    fn a_record_without_an_id_is_known_by_its_place() {
        let ids = |text: &str| -> Vec<String> {
            let records = records(text).unwrap();
            records.into_iter().map(|record| record.id).collect()
        };
        assert_eq!(
            ids(r#"[{"id": "xaa", "x": [1]}, {"id": 7}, 3]"#),
            ["xaa", "#2", "#3"]
        );
    }
}
