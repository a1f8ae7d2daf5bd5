//! A value of an export, and how it is written.

use directory::export::json::quoted;
use directory::words::decimal;

/// What stands under one of the columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Unknown,
    /// As JSON writes it.
    Number(String),
    Text(String),
    Texts(Vec<String>),
    /// Whether something holds.
    Holds(bool),
}

impl Cell {
    /// A share in percent, to a thousandth at most, with a point also where it
    /// is whole.
    pub(crate) fn share(share: f64) -> Self {
        let text = decimal(share, 3);
        let text = text.strip_suffix('0').unwrap_or(&text);
        Self::Number(text.strip_suffix('0').unwrap_or(text).to_owned())
    }

    /// The text of a cell: nothing where unknown, several texts between
    /// semicolons.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Unknown => String::new(),
            // A whole number is written as one, also where shares are counted.
            Self::Number(text) => text.strip_suffix(".0").unwrap_or(&text).to_owned(),
            Self::Text(text) => text,
            Self::Texts(texts) => texts.join("; "),
            Self::Holds(holds) => holds.to_string(),
        }
    }

    /// JSON; none where unknown.
    pub(crate) fn json(self) -> Option<String> {
        Some(match self {
            Self::Unknown => return None,
            Self::Number(text) => text,
            Self::Text(text) => quoted(&text),
            Self::Texts(texts) => {
                let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
                format!("[{}]", texts.join(","))
            }
            Self::Holds(holds) => holds.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_with_a_point() {
        let written = |share| Cell::share(share).json().unwrap();
        let shares = [0.0, 40.0, 38.2, 26.67, 33.333].map(written);
        assert_eq!(shares, ["0.0", "40.0", "38.2", "26.67", "33.333"]);
        assert_eq!(Cell::share(40.0).text(), "40");
        assert_eq!(Cell::share(100.0).text(), "100");
    }
}
