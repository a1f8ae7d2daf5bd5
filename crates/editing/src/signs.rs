//! Signs that nobody sees, and letters that look like others.

use std::collections::BTreeMap;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{
    BidiClass, CanonicalCombiningClass, DefaultIgnorableCodePoint, JoiningType, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData, PropertyNamesLong};

use crate::rules::{self, Rule};

/// The rule that the signs of `text` break, and how, as the rest of a sentence
/// that begins with its place. Marks that turn the direction of writing (UAX
/// #9) can make a name read as another, and stand only where they `may_turn`.
pub(crate) fn problem(text: &str, may_turn: bool) -> Option<(Rule, String)> {
    let mut hidden = hidden_signs(text).map(|(_, sign)| sign);
    if let Some(sign) = hidden.find(|sign| !may_turn || !is_direction_mark(*sign)) {
        let problem = format!("holds `{text}`, with {}, which nobody sees", code(sign));
        return Some((rules::SAFE_TEXT, problem));
    }
    if let Some((written, composed)) = decomposed(text) {
        let problem = format!("holds `{text}`, with {written} in place of {composed}");
        return Some((rules::COMPOSED_TEXT, problem));
    }
    let mixed = addresses(text).find_map(mixed_scripts)?;
    Some((
        rules::ONE_SCRIPT,
        format!("holds `{text}`, which mixes {mixed}"),
    ))
}

/// `text` with each hidden sign as its code, `<U+202E>`: others wrote it, and
/// a terminal would obey.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut end = 0;
    for (start, sign) in hidden_signs(text) {
        shown.extend([&text[end..start], "<", &code(sign), ">"]);
        end = start + sign.len_utf8();
    }
    shown + &text[end..]
}

/// `U+200B`.
fn code(sign: char) -> String {
    format!("U+{:04X}", u32::from(sign))
}

/// The signs that cannot be seen where they stand, each with its byte.
fn hidden_signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(start, sign)| {
        let (before, after) = (&text[..*start], &text[start + sign.len_utf8()..]);
        is_hidden(before, *sign, after)
    })
}

fn is_hidden(before: &str, sign: char, after: &str) -> bool {
    match sign {
        // The second is the space of Chinese and Japanese.
        ' ' | '\u{3000}' => false,
        '\u{a0}' | '\u{202f}' => !takes_no_break_space(before, after),
        '\u{200c}' | '\u{200d}' => !takes_joiner(before, after),
        '\u{fff9}'..='\u{fffb}' => true,
        _ => {
            let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
            sign.is_control() || sign.is_whitespace() || ignorable.contains(sign)
        }
    }
}

/// Whether writing wants no line to end between these: beside the signs that
/// French and Russian set apart, and between a number and its word. A space
/// alone is one that a catalogue has for numbers.
fn takes_no_break_space(before: &str, after: &str) -> bool {
    let has_number = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.contains(|sign: char| sign.is_numeric() || "{}".contains(sign))
        })
    };
    before.is_empty() && after.is_empty()
        || before.ends_with(['«', '—', '–'])
        || after.starts_with([';', ':', '!', '?', '»', '%', '—', '–'])
        || has_number(before.split(char::is_whitespace).next_back())
            != has_number(after.split(char::is_whitespace).next())
}

/// Whether U+200C and U+200D shape letters here: beside a virama, as in RFC
/// 5892, A.1 and A.2, or behind a letter of a script that joins them.
fn takes_joiner(before: &str, after: &str) -> bool {
    let virama = |sign: Option<char>| {
        let class = CodePointMapData::<CanonicalCombiningClass>::new();
        sign.is_some_and(|sign| class.get(sign) == CanonicalCombiningClass::Virama)
    };
    let joins = |sign: char| {
        let joining = CodePointMapData::<JoiningType>::new().get(sign);
        matches!(
            joining,
            JoiningType::DualJoining | JoiningType::RightJoining
        )
    };
    let last = before.chars().next_back();
    virama(last) || virama(after.chars().next()) || last.is_some_and(joins)
}

fn is_direction_mark(sign: char) -> bool {
    matches!(
        sign,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether any of `text` is written from right to left.
pub(crate) fn has_right_to_left_letters(text: &str) -> bool {
    let classes = CodePointMapData::<BidiClass>::new();
    text.chars().any(|sign| {
        let class = classes.get(sign);
        sign.is_alphabetic() && matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter)
    })
}

/// The first signs that the normal form NFC writes otherwise, and what it
/// writes: `U+0065 U+0301`, "`é` (U+00E9)".
fn decomposed(text: &str) -> Option<(String, String)> {
    let nfc = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut pairs = text.chars().zip(nfc.chars()).enumerate();
    let (at, (_, composed)) = pairs.find(|(_, (written, composed))| written != composed)?;
    let class = CodePointMapData::<CanonicalCombiningClass>::new();
    let is_mark = |sign: &char| class.get(*sign) != CanonicalCombiningClass::NotReordered;
    let written = text.chars().skip(at);
    let marks = written.clone().skip(1).take_while(is_mark);
    let written: Vec<String> = written.take(1).chain(marks).map(code).collect();
    Some((written.join(" "), named(composed)))
}

/// The addresses of e-mail in a text, and the hosts of others.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let parts = |text| {
        str::split(text, |sign: char| {
            !sign.is_alphanumeric() && !".-_+@".contains(sign)
        })
    };
    let hosts = text.split("://").skip(1);
    let hosts = hosts.filter_map(move |rest| parts(rest).next());
    let others = parts(text).filter(|part| part.contains('@') || part.starts_with("www."));
    hosts.chain(others)
}

/// The scripts of an address, each with its first letter, where they are
/// several; those that are written together with Latin letters (UTS #39, 5.2)
/// count as these.
fn mixed_scripts(address: &str) -> Option<String> {
    let mut scripts = BTreeMap::new();
    for sign in address.chars().filter(|sign| sign.is_alphabetic()) {
        match CodePointMapData::<Script>::new().get(sign) {
            Script::Common
            | Script::Inherited
            | Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Hangul
            | Script::Bopomofo => {}
            script => drop(scripts.entry(script).or_insert(sign)),
        }
    }
    let names = PropertyNamesLong::<Script>::new();
    let letters = scripts.iter().map(|(script, letter)| {
        let script = names.get(*script).unwrap_or("other");
        format!("{script} letters such as {}", named(*letter))
    });
    let letters: Vec<String> = letters.collect();
    (letters.len() > 1).then(|| letters.join(" with "))
}

/// "`é` (U+00E9)".
fn named(sign: char) -> String {
    format!("`{sign}` ({})", code(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, may_turn: bool, expected: Option<&str>) {
        let found = problem(text, may_turn).map(|(_, problem)| {
            let (_, problem) = problem.rsplit_once("`, ").unwrap();
            problem.to_owned()
        });
        assert_eq!(found.as_deref(), expected, "{}", shown(text));
    }

    #[test]
    fn signs_that_nobody_sees_stand_only_where_their_script_wants_them() {
        for sign in [
            "\u{1}",
            "\t",
            "\u{9b}",
            "\u{ad}",
            "\u{a0}",
            "\u{34f}",
            "\u{61c}",
            "\u{115f}",
            "\u{180e}",
            "\u{2009}",
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{200e}",
            "\u{2028}",
            "\u{202e}",
            "\u{202f}",
            "\u{2060}",
            "\u{2066}",
            "\u{3164}",
            "\u{fe0f}",
            "\u{feff}",
            "\u{fff9}",
            "\u{e0041}",
        ] {
            let code = code(sign.chars().next().unwrap());
            let expected = format!("with {code}, which nobody sees");
            check(&format!("Al{sign}dermere"), false, Some(&expected));
            assert_eq!(shown(&format!("a{sign}b")), format!("a<{code}>b"));
        }
        // Sinhala, Persian, Bengali.
        for text in ["ශ්\u{200d}රී ලංකාව", "می\u{200c}خواهم", "র\u{200c}্যাব"]
        {
            check(text, false, None);
        }
        for text in [
            "du Mouvement\u{202f}; il",
            "«\u{a0}non membre\u{a0}»",
            "государств\u{a0}— членов",
            "{1}\u{a0}г.",
            "UN\u{a0}M49",
            "12\u{a0}%",
            "\u{202f}",
            "東京\u{3000}都",
        ] {
            check(text, false, None);
        }
        for text in [
            "+1\u{a0}246",
            "of\u{a0}the",
            "the\u{a0} 7",
            "Lake,\u{a0}Day",
        ] {
            check(text, false, Some("with U+00A0, which nobody sees"));
        }
        check("CLDR\u{200f} «(بورما)»", true, None);
        check(
            "CLDR\u{202e} «(بورما)»",
            true,
            Some("with U+202E, which nobody sees"),
        );
    }

    #[test]
    fn text_is_composed() {
        check("Algérie", false, None);
        let expected = "with U+0065 U+0301 in place of `é` (U+00E9)";
        check("Alge\u{301}rie", false, Some(expected));
        check(
            "\u{212b}land",
            false,
            Some("with U+212B in place of `Å` (U+00C5)"),
        );
    }

    #[test]
    fn an_address_is_of_one_script() {
        for (text, latin) in [("pаrliament@gov.bw", 'p'), ("mailto:а@gov.bw", 'g')] {
            let expected = format!(
                "which mixes Cyrillic letters such as `а` (U+0430) \
                 with Latin letters such as {}",
                named(latin)
            );
            check(text, false, Some(&expected));
        }
        for text in [
            "https://www.pаrliament.bw/",
            "See www.pаrliament.bw.",
            "https://pαrliament.bw",
        ] {
            assert_eq!(problem(text, false).unwrap().0, rules::ONE_SCRIPT, "{text}");
        }
        for text in [
            "https://www.gov.bw/а",
            "https://парламент.рф/en",
            "https://東京.example",
            "г. IPU",
            "a@b.example и c",
        ] {
            check(text, false, None);
        }
    }
}
