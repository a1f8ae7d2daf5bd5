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
    /// Adds a line whose value is written as it is; a long one is folded, but
    /// not beside a space, which some readers would take off. `name` brings its
    /// parameters: `URL;TYPE=work`.
    pub(crate) fn line(&mut self, name: &str, value: impl Display) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = MAX_LINE_OCTETS;
        while rest.len() > room {
            let (first, after) = rest.split_at(fold_point(rest, room));
            self.text.extend([first, "\r\n "]);
            rest = after;
            // The space that continues the line counts.
            room = MAX_LINE_OCTETS - 1;
        }
        self.text.extend([rest, "\r\n"]);
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

/// Where to fold `line` so that at most `room` octets come before: between two
/// letters, but where there is nothing else than spaces.
fn fold_point(line: &str, room: usize) -> usize {
    let furthest = line.floor_char_boundary(room);
    let beside_space = |at: usize| {
        let (before, after) = line.split_at(at);
        before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace)
    };
    let boundaries = (1..=furthest).rev().filter(|at| line.is_char_boundary(*at));
    let mut between_letters = boundaries.filter(|at| !beside_space(*at));
    between_letters.next().unwrap_or(furthest)
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

/// A text in the quotation marks of a parameter. Many programs know neither the
/// escapes of RFC 6868 nor how a backslash is meant there, so that it has none:
/// lines are parted by a comma, and a sign that would need an escape is another
/// that looks like it.
pub(crate) fn quoted(text: &str) -> String {
    let text = strip_controls(text).replace('\n', ", ");
    let text = text.replace('"', "”").replace('^', "ˆ").replace('\\', "/");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_value_has_escapes_and_a_parameter_has_its_own() {
        let text = "a,b;c\\d\r\ne\u{0}^\"f\"";
        assert_eq!(escaped(text), "a\\,b\\;c\\\\d\\ne^\"f\"");
        assert_eq!(quoted(text), "\"a,b;c/d, eˆ”f”\"");
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

        #[test]
        fn no_fold_stands_beside_a_space(text in "([a-z]{1,60}[ \u{a0}]{1,3}){1,40}") {
            let mut lines = ContentLines::default();
            lines.line("NOTE", format!("{text}."));
            let written = lines.into_text();
            for part in written.trim_end().split("\r\n ") {
                prop_assert_eq!(part, part.trim(), "{:?}", written);
            }
        }
    }
}
