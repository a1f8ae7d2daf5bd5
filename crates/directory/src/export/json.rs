//! JSON, one record a line.

use std::fmt::Write as _;

/// The text as a JSON string.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for ch in text.chars() {
        match ch {
            '"' | '\\' => quoted.extend(['\\', ch]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{C}' => quoted.push_str("\\f"),
            '\0'..' ' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(ch));
            }
            _ => quoted.push(ch),
        }
    }
    quoted.push('"');
    quoted
}

/// A JSON object on one line, its keys in the order given; values are JSON.
pub fn object(pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs = pairs.into_iter();
    let pairs = pairs.map(|(key, value)| format!("\"{key}\": {value}"));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
}

/// A JSON array with one line for each value.
pub fn list(values: impl Iterator<Item = String>) -> String {
    let values = values.map(|value| format!("\n{value}"));
    format!("[{}\n]", values.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_quoted_as_a_library_does(text in any::<String>(), signs in "[\u{0}-\u{7f}]{0,9}") {
            for text in [text, signs] {
                prop_assert_eq!(quoted(&text), Value::from(text).to_string());
            }
        }
    }
}
