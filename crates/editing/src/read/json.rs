//! From text to records, whose form is not yet checked.

mod parser;

/// A record of a file.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Its id, or `#17` for the seventeenth where it has none.
    pub(crate) id: String,
    /// All of it.
    pub(crate) json: Json,
}

/// A value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    /// `null`, and what is not there.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its entries in the order of their keys.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value at a path such as `codes.iso2`; this one at none.
    pub(crate) fn at(&self, path: &str) -> &Self {
        let mut value = self;
        for key in path.split('.').filter(|key| !key.is_empty()) {
            value = value.entry(key).unwrap_or(&Self::Null);
        }
        value
    }

    /// The value under `key`, if this is an object that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Self> {
        let mut entries = self.entries().iter();
        let (_, value) = entries.find(|(name, _)| name == key)?;
        Some(value)
    }

    /// The entries of an object, in the order of their keys.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list.
    pub(crate) fn elements(&self) -> &[Self] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// What a string holds.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The strings of a list.
    pub(crate) fn texts(&self) -> Vec<String> {
        let texts = self.elements().iter().filter_map(Self::text);
        texts.map(str::to_owned).collect()
    }

    /// A whole number, not below nought.
    pub(crate) fn whole(&self) -> Option<u32> {
        match self {
            Self::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// Any number.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(parser::float(number)),
            _ => None,
        }
    }

    /// A number as it is written.
    pub(crate) fn written(&self) -> &str {
        match self {
            Self::Number(number) => number,
            _ => "",
        }
    }

    /// The first `N` numbers of a list.
    pub(crate) fn numbers<const N: usize>(&self) -> [f64; N] {
        let mut numbers = [0.0; N];
        for (number, json) in numbers.iter_mut().zip(self.elements()) {
            *number = json.number().unwrap_or_default();
        }
        numbers
    }

    /// Whether this is `true`.
    pub(crate) fn is_true(&self) -> bool {
        matches!(self, Self::Flag(true))
    }
}

/// The records of a file that holds a list, in the order of the file.
///
/// # Errors
/// What is wrong with the file as a whole, as the rest of a sentence that
/// begins with its name.
pub(crate) fn records(text: &str) -> Result<Vec<Record>, String> {
    let Json::List(elements) = whole(text)? else {
        return Err("holds something else than a list of records".to_owned());
    };
    let mut records = Vec::with_capacity(elements.len());
    for json in elements {
        let id = id_of(&json);
        let id = id.unwrap_or_else(|| format!("#{}", records.len() + 1));
        records.push(Record { id, json });
    }
    Ok(records)
}

/// The one record of a file that holds an object.
///
/// # Errors
/// As for [`records`].
pub(crate) fn object(text: &str) -> Result<Record, String> {
    let json = whole(text)?;
    let Json::Object(_) = json else {
        return Err("holds something else than one object".to_owned());
    };
    let id = id_of(&json).unwrap_or_default();
    Ok(Record { id, json })
}

/// Text that is JSON as a whole, or what it is instead.
pub(crate) fn whole(text: &str) -> Result<Json, String> {
    let start = text.trim_ascii_start();
    if start.is_empty() {
        return Err("is empty".to_owned());
    }
    if start.starts_with('<') {
        return Err("holds a web page instead of data".to_owned());
    }
    parser::parse(text).map_err(|stop| match stop.problem {
        None => "ends in the middle".to_owned(),
        Some(problem) => {
            let before = &text.as_bytes()[..stop.at];
            let lines = before.split(|byte| *byte == b'\n');
            let column = lines.clone().next_back().map_or(0, <[u8]>::len);
            let line = lines.count();
            format!("is not JSON: {problem} at line {line} column {column}")
        }
    })
}

/// The id of a record whose other fields may have any form.
pub(super) fn id_of(json: &Json) -> Option<String> {
    let id = json.at("id").text()?;
    (!id.is_empty()).then(|| id.to_owned())
}

#[cfg(test)]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text),
            Value::Array(elements) => Self::List(elements.into_iter().map(Self::from).collect()),
            Value::Object(entries) => Self::Object(
                entries
                    .into_iter()
                    .map(|(key, value)| (key, Self::from(value)))
                    .collect(),
            ),
        }
    }
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
        assert!(problem("[1,]").starts_with("is not JSON: "));
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
