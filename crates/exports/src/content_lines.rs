//! Content lines, in which calendars (RFC 5545) and contact cards (RFC 6350)
//! are written alike.
//!
//! docs/decisions/calendars.md tells why no library writes them.

use std::fmt::Display;

use crate::plain_text::strip_controls;

/// The most octets of a line, its end not counted (RFC 5545, 3.1; RFC 6350,
/// 3.2).
pub(crate) const MAX_LINE_OCTETS: usize = 75;

/// A text in content lines, as it is being written.
#[derive(Debug, Default)]
pub(crate) struct ContentLines {
    text: String,
}

impl ContentLines {
    /// Adds a line whose value is written as it is; a long one is folded
    /// between two letters. `name` brings its parameters: `URL;TYPE=work`.
    pub(crate) fn line(&mut self, name: &str, value: impl Display) {
        let mut room = MAX_LINE_OCTETS;
        for sign in format!("{name}:{value}").chars() {
            if sign.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = MAX_LINE_OCTETS - 1;
            }
            self.text.push(sign);
            room -= sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Adds a line whose value is a text.
    pub(crate) fn text_line(&mut self, name: &str, text: &str) {
        self.line(name, escaped(text));
    }

    /// All lines.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// A text as a value, or as one part of a value of several (RFC 5545, 3.3.11;
/// RFC 6350, 3.4).
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in strip_controls(text).chars() {
        match sign {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => escaped.extend(['\\', sign]),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A text in the quotation marks of a parameter (RFC 6868). Some programs take
/// a backslash there for an escape, so it becomes a slash.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in strip_controls(text).chars() {
        match sign {
            '\n' => quoted.push_str("^n"),
            '^' => quoted.push_str("^^"),
            '"' => quoted.push_str("^'"),
            '\\' => quoted.push('/'),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_value_has_escapes_and_a_parameter_has_its_own() {
        let text = "a,b;c\\d\r\ne\u{0}^\"f\"";
        assert_eq!(escaped(text), "a\\,b\\;c\\\\d\\ne^\"f\"");
        assert_eq!(quoted(text), "\"a,b;c/d^ne^^^'f^'\"");
    }

    proptest! {
        #[test]
        fn a_line_is_folded_at_75_octets_and_says_the_same(
            text in prop_oneof!["[a-z ]{60,200}", "[\\x{80}-\\x{ffff}😀]{1,200}", any::<String>()],
        ) {
            let mut lines = ContentLines::default();
            lines.text_line("NOTE", &text);
            let written = lines.into_text();
            for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= MAX_LINE_OCTETS, "{line}");
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
            prop_assert_eq!(written.replace("\r\n ", ""), format!("NOTE:{}\r\n", escaped(&text)));
        }
    }
}
