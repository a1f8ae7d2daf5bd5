//! The order of the results.

use crate::Directory;
use crate::directory::Member;
use crate::letters::small;
use crate::query::Order;
use crate::sorted::sorted;

/// Sorts places of members by `order`; what is unknown comes last, and equals
/// stand by name, then by id.
pub(crate) fn sort(directory: &Directory, order: Order, places: &mut [usize]) {
    let keys = places.iter().map(|&place| {
        let member = &directory.members[place];
        let name = member.names.get(directory.language());
        (rank(member, order), sort_key(name), place)
    });
    let keys: Vec<(u64, String, usize)> = keys.collect();
    let sorted = sorted(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    for (place, key) in places.iter_mut().zip(sorted) {
        *place = keys[key].2;
    }
}

/// Least first; `u64::MAX` where unknown.
fn rank(member: &Member, order: Order) -> u64 {
    let rank = match order {
        Order::Name => Some(0),
        Order::Joined => member.joined.map(|date| {
            let parts = [date.month(), date.day()].map(|part| u64::from(part.unwrap_or(0)));
            u64::from(date.year()) * 10_000 + parts[0] * 100 + parts[1]
        }),
        Order::Seats => member.seats().map(|seats| u64::from(u32::MAX - seats)),
        // The bits of numbers that are not negative are in the numbers' order.
        Order::Women => member
            .women_share()
            .map(|share| u64::MAX - 1 - share.max(0.0).to_bits()),
    };
    rank.unwrap_or(u64::MAX)
}

/// The form of a name by which it is sorted.
///
/// Letters of the Latin alphabet lose their case and their accents (`É` is
/// sorted with `e`, `œ` as `oe`), and apostrophes and hyphens are passed over.
/// Other scripts keep the order of their code points. A browser can do better
/// with `Intl.Collator`; this order is the same everywhere.
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.chars().map(small) {
        match plain(letter) {
            Some(letters) => key.push_str(letters),
            None => key.push(letter),
        }
    }
    key
}

/// What a lower-case letter is sorted as; none where it stays as it is.
///
/// The blocks Latin-1, Latin Extended-A and Vietnamese of Unicode, and some
/// single letters of languages that members speak.
fn plain(letter: char) -> Option<&'static str> {
    let plain = match letter {
        '\'' | '`' | '´' | '‘' | '’' | 'ʹ'..='ʿ' | '-' | '\u{AD}' | '‐'..='―' => "",
        _ if is_accent(letter) => "",
        'à'..='å' | 'ā'..='ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć'..='č' => "c",
        'ð' | 'ď'..='đ' => "d",
        'è'..='ë' | 'ē'..='ě' | 'ẹ'..='ệ' | 'ə' => "e",
        'ĝ'..='ģ' | 'ǧ' => "g",
        'ĥ'..='ħ' => "h",
        'ì'..='ï' | 'ĩ'..='ı' | 'ǐ' | 'ỉ'..='ị' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ'..='ĸ' => "k",
        'ĺ'..='ł' => "l",
        'ñ' | 'ń'..='ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō'..='ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ'..='ř' => "r",
        'ś'..='š' | 'ſ' | 'ș' => "s",
        'ß' => "ss",
        'ţ'..='ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ'..='ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź'..='ž' => "z",
        _ => return None,
    };
    Some(plain)
}

/// Whether this is a combining mark, as in names written letter by accent.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn accents_case_apostrophes_and_hyphens_do_not_count() {
        for (name, key) in [
            ("Élandra", "elandra"),
            ("E\u{301}landra", "elandra"),
            ("N’Dara", "ndara"),
            ("N'dara", "ndara"),
            ("Fen-Aru", "fenaru"),
            ("İzmara", "izmara"),
            ("Œrland", "oerland"),
            ("Straße", "strasse"),
            ("Two Words (of)", "two words (of)"),
            ("Страна", "страна"),
            ("بلد", "بلد"),
        ] {
            assert_eq!(sort_key(name), key, "{name}");
        }
    }

    #[test]
    fn the_table_agrees_with_unicode() {
        for letter in ('À'..='ſ').chain('Ạ'..='ỹ') {
            let first = letter.nfd().next().unwrap();
            if first != letter && first.is_ascii_alphabetic() {
                let expected = first.to_ascii_lowercase().to_string();
                assert_eq!(sort_key(&letter.to_string()), expected, "{letter}");
            }
        }
    }
}
