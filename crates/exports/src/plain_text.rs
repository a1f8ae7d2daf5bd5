//! Texts without what the forms that readers take away cannot hold.

/// A text in which every line break is `\n` and no other sign of control is
/// left: what any program takes for the end of a line is one, and a tab is a
/// space. XML and content lines (RFC 5545, RFC 6350) can hold the rest.
pub fn strip_controls(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let signs = text.chars().filter_map(|sign| match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        sign => (!sign.is_control()).then_some(sign),
    });
    signs.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_break_is_one_and_no_control_is_left() {
        assert_eq!(strip_controls("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
        assert_eq!(strip_controls("a\tb\u{0}\u{7f}\u{9b}\u{ffff}c"), "a bc");
        assert_eq!(strip_controls(&strip_controls("a\r\u{b}\n")), "a\n\n\n");
    }

    proptest! {
        #[test]
        fn a_text_without_signs_of_control_stays_as_it_is(text in "[^\\p{Cc}\u{2028}\u{2029}\u{fffe}\u{ffff}]*") {
            prop_assert_eq!(strip_controls(&text), text);
        }
    }
}
