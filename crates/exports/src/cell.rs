//! A value of a table, and how it is written.

use std::borrow::Cow;

use directory::PartialDate;
use serde::Serialize;

/// What stands in one column of a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing is known; CSV leaves the cell empty, JSON leaves it out.
    Unknown,
    /// A whole number.
    Count(u64),
    /// In percent.
    Share(f64),
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// A share in percent, to a thousandth at most.
    pub(crate) fn share(percent: f64) -> Self {
        Self::Share((percent * 1000.0).round() / 1000.0)
    }

    /// The texts, or unknown where there is none.
    pub(crate) fn texts(texts: impl IntoIterator<Item = String>) -> Self {
        let texts: Vec<String> = texts.into_iter().collect();
        if texts.is_empty() {
            Self::Unknown
        } else {
            Self::Texts(texts)
        }
    }

    /// The text of the cell in CSV, several texts between semicolons.
    pub fn into_text(self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::Count(count) => count.to_string(),
            Self::Share(percent) => percent.to_string(),
            Self::Text(text) => text,
            Self::Texts(texts) => texts.join("; "),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// The text, or unknown where it is empty.
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Unknown
        } else {
            Self::Text(text)
        }
    }
}

impl From<Cow<'_, str>> for Cell {
    fn from(text: Cow<'_, str>) -> Self {
        Self::from(text.into_owned())
    }
}

/// As exact as the date is known: `2024-05`.
impl From<PartialDate> for Cell {
    fn from(date: PartialDate) -> Self {
        Self::Text(date.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, T::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_with_a_point() {
        let json = |percent| serde_json::to_string(&Cell::share(percent)).unwrap();
        let shares = [0.0, 40.0, 38.2, 26.67, 33.333, 33.333_33].map(json);
        assert_eq!(shares, ["0.0", "40.0", "38.2", "26.67", "33.333", "33.333"]);
        assert_eq!(Cell::share(40.0).into_text(), "40");
        assert_eq!(Cell::share(100.0).into_text(), "100");
    }

    #[test]
    fn nothing_to_tell_is_unknown() {
        for nothing in [
            Cell::from(""),
            Cell::texts([]),
            None::<&str>.into(),
            Some("").into(),
        ] {
            assert_eq!(nothing, Cell::Unknown);
        }
    }
}
