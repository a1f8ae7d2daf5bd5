//! From the text of a file to records, whose form is not yet checked.

use serde_json::Value;
use serde_json::error::Category;

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
/// What is wrong with the file as a whole, as the rest of a sentence that
/// begins with its name.
pub(crate) fn records(text: &str) -> Result<Vec<Record>, String> {
    let Value::Array(elements) = value(text)? else {
        return Err("holds something else than a list of records".to_owned());
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
pub(crate) fn object(text: &str) -> Result<Record, String> {
    let value = value(text)?;
    if !value.is_object() {
        return Err("holds something else than one object".to_owned());
    }
    let id = id_of(&value).unwrap_or_default();
    Ok(Record { id, value })
}

/// Text that is JSON as a whole, or what it is instead.
fn value(text: &str) -> Result<Value, String> {
    let start = text.trim_ascii_start();
    if start.is_empty() {
        return Err("is empty".to_owned());
    }
    if start.starts_with('<') {
        return Err("holds a web page instead of data".to_owned());
    }
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof => "ends in the middle".to_owned(),
        _ => format!("is not JSON: {error}"),
    })
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
        let problem = |text: &str| records(text).unwrap_err();
        assert_eq!(problem(" \n"), "is empty");
        let page = "holds a web page instead of data";
        assert_eq!(problem("<!doctype html>"), page);
        assert_eq!(problem("[{\"id\": \"xaa\"}, {\"i"), "ends in the middle");
        let other = "holds something else than a list of records";
        assert_eq!(problem("{\"id\": \"xaa\"}"), other);
        let place = "is not JSON: trailing comma at line 2 column 1";
        assert_eq!(problem("[1,\n]"), place);
        let list = "holds something else than one object";
        assert_eq!(object("[]").unwrap_err(), list);
    }

    #[test]
    fn a_record_without_an_id_is_known_by_its_place() {
        let records = records(r#"[{"id": "xaa", "x": [1]}, {"id": 7}, 3]"#).unwrap();
        let ids: Vec<String> = records.into_iter().map(|record| record.id).collect();
        assert_eq!(ids, ["xaa", "#2", "#3"]);
    }
}
