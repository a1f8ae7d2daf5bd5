//! Links that open a message.

use percent_encoding::{AsciiSet, utf8_percent_encode};

use crate::query::ESCAPED;

/// What is escaped in a link to a message: all but letters, digits and `-_.~@`.
const MAIL_ESCAPED: &AsciiSet = &ESCAPED.remove(b'@');

/// The most letters of a link that every program for mail takes: Windows hands
/// over little more than 2,000.
const MAX_MAIL_LINK: usize = 2000;

/// A link to a message to all of these addresses (RFC 6068), none of which is
/// shown to the others; none where it would be longer than a program for mail
/// takes.
pub fn mail_to_all(addresses: &[String]) -> Option<String> {
    let addresses = addresses.iter().map(|address| escaped(address, false));
    let link = "mailto:?bcc=".to_owned() + &addresses.collect::<Vec<_>>().join(",");
    (link.len() <= MAX_MAIL_LINK).then_some(link)
}

/// A link to a message to `to` (RFC 6068).
///
/// A text cannot add a line or a field: control characters are left out, but for
/// the ends of lines in `body`, and all that means something in a link is
/// escaped.
pub fn mail_link(to: &str, subject: &str, body: &str) -> String {
    let fields = [
        ("subject", escaped(subject, false)),
        ("body", escaped(body, true)),
    ];
    let mut link = format!("mailto:{}", escaped(to, false));
    let mut separator = '?';
    for (name, value) in fields {
        if !value.is_empty() {
            link.push(separator);
            link.extend([name, "=", &value]);
            separator = '&';
        }
    }
    link
}

/// Letters, digits and `-_.~@` as they are, all else as UTF-8 in percent
/// escapes; an end of line, where there may be one, as a mail has it.
fn escaped(text: &str, has_lines: bool) -> String {
    let kept = |ch: &char| !ch.is_ascii_control() || has_lines && *ch == '\n';
    let text: String = text.chars().filter(kept).collect();
    let escaped = utf8_percent_encode(&text, MAIL_ESCAPED).to_string();
    escaped.replace("%0A", "%0D%0A")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_message_has_what_it_is_given() {
        assert_eq!(mail_link("a@b.example", "", ""), "mailto:a@b.example");
        let all = ["a@b.example", "c&d@e.example"].map(str::to_owned);
        assert_eq!(
            mail_to_all(&all).as_deref(),
            Some("mailto:?bcc=a@b.example,c%26d@e.example")
        );
        assert_eq!(
            mail_link("x@y.example", "Eins & zwei", "Zeile\nnoch é"),
            "mailto:x@y.example?subject=Eins%20%26%20zwei&body=Zeile%0D%0Anoch%20%C3%A9"
        );
    }

    #[test]
    fn a_message_to_more_than_a_link_can_hold_is_refused() {
        let addresses = |count: usize| -> Vec<String> {
            (0..count)
                .map(|number| format!("clerk{number:03}@a.example"))
                .collect()
        };
        // Each is 18 letters and a comma, after the 12 of `mailto:?bcc=`.
        let link = mail_to_all(&addresses(104)).unwrap();
        assert_eq!(link.len(), 12 + 104 * 19 - 1);
        assert_eq!(mail_to_all(&addresses(105)), None);
    }

    /// Undoes the escapes.
    fn plain(text: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = text.as_bytes();
        while let [first, after @ ..] = rest {
            rest = after;
            if *first == b'%' {
                let digits = std::str::from_utf8(&rest[..2]).unwrap();
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
                rest = &rest[2..];
            } else {
                bytes.push(*first);
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    proptest! {
        #[test]
        fn no_text_adds_a_line_or_a_field(
            to in any::<String>(),
            other in any::<String>(),
            subject in "[a-z&=?%\r\n,:;]{0,12}|\\PC{0,12}",
            body in "[a-z&=?%\r\n,:;]{0,12}|\\PC{0,12}",
        ) {
            let all = mail_to_all(std::slice::from_ref(&other)).unwrap_or_default();
            let all = all.strip_prefix("mailto:?bcc=").unwrap_or_default();
            prop_assert!(all.bytes().all(|byte| byte.is_ascii_graphic() && !b"?&,:;".contains(&byte)));
            let link = mail_link(&to, &subject, &body);
            prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()));
            let (head, fields) = link.split_once('?').unwrap_or((&link, ""));
            let kept = |text: &str| text.replace(|ch: char| ch.is_ascii_control(), "");
            prop_assert_eq!(plain(&head["mailto:".len()..]), kept(&to));
            let mut read = [("subject", kept(&subject)), ("body", body.clone())].into_iter()
                .filter(|(_, text)| !kept(text).is_empty() || text.contains('\n'));
            for field in fields.split('&').filter(|field| !field.is_empty()) {
                let (name, value) = field.split_once('=').unwrap();
                let (wanted, text) = read.next().unwrap();
                prop_assert_eq!(name, wanted);
                let text = match name {
                    "body" => text.split('\n').map(kept).collect::<Vec<_>>().join("\r\n"),
                    _ => text,
                };
                prop_assert_eq!(plain(value), text);
            }
            prop_assert_eq!(read.next(), None);
        }
    }
}
