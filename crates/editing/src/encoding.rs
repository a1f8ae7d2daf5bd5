//! The text of a file that any program may have saved.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::positions::position;
use crate::{Finding, Position, rules};

/// The text of `file`, and what is wrong with how it was saved. What is not
/// UTF-8 is read as what it probably is, so that the rest of it can be checked.
pub fn decode(file: &str, bytes: &[u8]) -> (String, Option<Finding>) {
    if let Some(encoding) = utf_16(bytes) {
        let (text, ..) = encoding.decode(bytes);
        let start = Position { line: 1, column: 1 };
        return (text.into_owned(), Some(not_utf_8(file, start, encoding)));
    }
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let bytes = unmarked.unwrap_or(bytes);
    let error = match str::from_utf8(bytes) {
        Ok(text) => {
            let marked = unmarked.map(|_| {
                let problem = "begins with a byte order mark";
                Finding::new(file, "", rules::BYTE_ORDER_MARK, "", problem)
            });
            return (text.to_owned(), marked);
        }
        Err(error) => error,
    };
    let lines = || bytes.split(|byte| *byte == b'\n');
    let (sound, others): (Vec<&[u8]>, Vec<&[u8]>) =
        lines().partition(|line| str::from_utf8(line).is_ok());
    let encoding = guess(others);
    let texts = lines().map(|line| match str::from_utf8(line) {
        Ok(text) => text.into(),
        Err(_) => encoding.decode_without_bom_handling(line).0,
    });
    let texts: Vec<Cow<str>> = texts.collect();
    let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
    let mut finding = not_utf_8(file, position(&before, before.len()), encoding);
    if !sound.iter().all(|line| line.is_ascii()) {
        let help = "type the lines that are not UTF-8 anew, and save the file as UTF-8";
        help.clone_into(&mut finding.help);
    }
    (texts.join("\n"), Some(finding))
}

/// The form of UTF-16 that the bytes are, with a byte order mark or without:
/// what is JSON or a table begins with a sign of ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] | [_, 0, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] | [0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// What lines that are not UTF-8 probably are.
pub(crate) fn guess<'a>(lines: impl IntoIterator<Item = &'a [u8]>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for line in lines {
        detector.feed(line, false);
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

fn not_utf_8(file: &str, position: Position, encoding: &'static Encoding) -> Finding {
    let (line, name) = (position.line, encoding.name());
    let problem = format!("is not UTF-8 at line {line}, but probably {name}");
    Finding {
        position: Some(position),
        help: format!("open the file as {name}, and save it as UTF-8"),
        ..Finding::new(file, "", rules::UTF_8, "", problem)
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GBK, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    const TEXT: &str = "[\n  \"Une loi de l’État\",\n  \"Assemblée nationale\"\n]\n";

    fn check(bytes: &[u8], text: &str, expected: &str) {
        let (decoded, finding) = decode("a.json", bytes);
        assert_eq!(decoded, text);
        let found = finding.map_or_else(String::new, |finding| finding.to_string());
        assert_eq!(found, expected);
    }

    #[test]
    fn text_is_read_in_whatever_way_it_was_saved() {
        check(TEXT.as_bytes(), TEXT, "");
        check(b"", "", "");
        let marked = ["\u{feff}", TEXT].concat();
        let told = "a.json: begins with a byte order mark\n  \
                    help: save the file as UTF-8 without it; under public/data, \
                    `cargo xtask check --fix` does";
        check(marked.as_bytes(), TEXT, told);
        let told = |place: &str, line: usize, name: &str| {
            format!(
                "a.json:{place}: is not UTF-8 at line {line}, but probably {name}\n  \
                 help: open the file as {name}, and save it as UTF-8"
            )
        };
        let (western, ..) = WINDOWS_1252.encode(TEXT);
        check(&western, TEXT, &told("2:16", 2, "windows-1252"));
        let units = || TEXT.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        check(&little, TEXT, &told("1:1", 1, "UTF-16LE"));
        check(
            &[b"\xff\xfe", &*little].concat(),
            TEXT,
            &told("1:1", 1, "UTF-16LE"),
        );
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        check(
            &[b"\xfe\xff", &*big].concat(),
            TEXT,
            &told("1:1", 1, "UTF-16BE"),
        );
        for (encoding, text) in [
            (WINDOWS_1251, "[\n\"Национальное собрание Республики\"\n]"),
            (GBK, "[\n\"国民大会常务委员会全体代表\"\n]"),
        ] {
            let (bytes, ..) = encoding.encode(text);
            check(&bytes, text, &told("2:2", 2, encoding.name()));
        }
    }

    #[test]
    fn a_line_in_another_encoding_leaves_the_others_as_they_are() {
        let (western, ..) = WINDOWS_1252.encode("\"Assemblée\"");
        let bytes = ["[\"État\",\n".as_bytes(), &western, b"]"].concat();
        let told = "a.json:2:9: is not UTF-8 at line 2, but probably windows-1252\n  \
                    help: type the lines that are not UTF-8 anew, and save the file as UTF-8";
        check(&bytes, "[\"État\",\n\"Assemblée\"]", told);
    }
}
